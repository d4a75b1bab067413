using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Declarations;

/// <summary>One person of a household's sitting, as typed.</summary>
public sealed class SittingPersonInput
{
    private static readonly DeclarationField[] StayFields = [DeclarationField.StayAddress, DeclarationField.StayFirstDay, DeclarationField.StayLastDay];

    private static readonly DeclarationField[] TravelFields =
    [
        DeclarationField.TravelScope, DeclarationField.Province, DeclarationField.City, DeclarationField.County, DeclarationField.Township, DeclarationField.Village, DeclarationField.House,
        DeclarationField.TravelOn, DeclarationField.Transport, DeclarationField.Ride,
    ];

    /// <summary>His own form: identity, answers, signature, and what differs from the household.</summary>
    public DeclarationInput Form { get; set; } = new();

    [Display(Name = "户籍地址和上面一样")]
    public bool SameDomicile { get; set; }

    [Display(Name = "自己填的，没有人代填")]
    public bool WroteItHimself { get; set; }

    [Display(Name = "今天不申报，去掉这一份")]
    public bool IsLeftOut { get; set; }

    /// <summary>Nothing that tells who it is and nothing answered: a place that was not used.</summary>
    public bool IsBlank =>
        string.IsNullOrWhiteSpace(Form.Name) && string.IsNullOrWhiteSpace(Form.DocumentNumber)
        && new[] { Form.Diagnosed, Form.CloseContact, Form.HadSymptoms, Form.LeftNingxia, Form.MetHighRisk, Form.MetFeverish, Form.WillReport, Form.WillKeepAway }.All(answer => answer is null)
        && Form.Signature is null;

    /// <summary>His whole form: what he left blank of the household's part is taken from there, a group at a time; health, signature and reading never are.</summary>
    /// <param name="shared">What the household shares.</param>
    /// <param name="today">Tells who needs a guardian.</param>
    /// <returns>The form, and the fields taken from the household.</returns>
    public (DeclarationInput Form, IReadOnlySet<DeclarationField> FromShared) With(DeclarationInput shared, DateOnly today)
    {
        var form = Form.Copy();
        HashSet<DeclarationField> taken = [];
        void Take(bool isOpen, Action copy, params ReadOnlySpan<DeclarationField> fields)
        {
            if (isOpen)
            {
                copy();
                foreach (var field in fields)
                {
                    taken.Add(field);
                }
            }
        }

        Take(Form.Stays.TrueForAll(stay => stay.IsBlank), () => form.Stays = shared.Stays, StayFields);
        Take(IsOpen(Form.Phone) && !IsOpen(shared.Phone), () => (form.Phone, form.PhoneOwner) = (shared.Phone, shared.PhoneOwner), DeclarationField.Phone, DeclarationField.PhoneOwner);
        Take(SameDomicile && IsOpen(Form.DomicileAddress), () => form.DomicileAddress = shared.DomicileAddress, DeclarationField.DomicileAddress);
        Take(!TravelsAlone, () => CopyTravel(shared, form), TravelFields);
        Take(IsOpen(Form.GuardianName) && !IsOpen(shared.GuardianName) && NeedsGuardian(today), () =>
        {
            (form.GuardianName, form.GuardianPhone) = (shared.GuardianName, IsOpen(Form.GuardianPhone) ? shared.GuardianPhone : Form.GuardianPhone);
            form.GuardianRelation = IsOpen(Form.GuardianRelation) ? shared.GuardianRelation : Form.GuardianRelation;
        }, DeclarationField.GuardianName, DeclarationField.GuardianRelation, DeclarationField.GuardianPhone);
        Take(!WroteItHimself && IsOpen(Form.ScribeName) && !IsOpen(shared.ScribeName) && !SameName(shared.ScribeName, Form.Name),
            () => (form.ScribeName, form.ScribeRelation) = (shared.ScribeName, IsOpen(Form.ScribeRelation) ? shared.ScribeRelation : Form.ScribeRelation), DeclarationField.ScribeName, DeclarationField.ScribeRelation);
        Take(IsOpen(Form.SignedOn), () => form.SignedOn = shared.SignedOn, DeclarationField.SignedOn);
        Take(IsOpen(Form.VillageGroup), () => form.VillageGroup = shared.VillageGroup, DeclarationField.VillageGroup);
        return (form, taken);
    }

    /// <summary>Whether he has typed a journey of his own; a seat alone is none.</summary>
    private bool TravelsAlone => Form.TravelScope is not null || Form.Transport is not null
        || new[] { Form.Province, Form.City, Form.County, Form.Township, Form.Village, Form.House, Form.TravelOn, Form.Ride }.Any(text => !IsOpen(text));

    private bool NeedsGuardian(DateOnly today)
    {
        var paper = IdentityDocument.Read(Form.DocumentKind, Form.DocumentNumber, Form.DocumentReason, Form.SaveDocumentDespiteFault, today).Document;
        _ = TypedDate.TryParse(Form.BirthDate, today, out var typed, out _);
        return (typed ?? paper?.BirthDate) is { } born && Person.NeedsGuardian(born, today);
    }

    private static void CopyTravel(DeclarationInput from, DeclarationInput to)
    {
        (to.TravelScope, to.Province, to.City, to.County, to.Township, to.Village, to.House) = (from.TravelScope, from.Province, from.City, from.County, from.Township, from.Village, from.House);
        (to.TravelOn, to.Transport, to.Ride) = (from.TravelOn, from.Transport, from.Ride);
    }

    private static bool SameName(string? one, string? other) =>
        PersonName.TryParse(one, out var first, out _) && PersonName.TryParse(other, out var second, out _) && first.Key == second.Key;

    private static bool IsOpen(string? text) => string.IsNullOrWhiteSpace(text);
}
