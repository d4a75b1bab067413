using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Foundation;

/// <summary>脱敏 — masking of resident data on pages and in reports: numbers, telephones and addresses are masked until the user states a reason to see
/// them (DECISIONS.md D38).</summary>
/// <param name="IsLifted">Nothing is masked.</param>
/// <param name="ShowsNames">Names are not masked: true for users of the office itself, false for supervisors.</param>
public sealed record Masking(bool IsLifted, bool ShowsNames)
{
    /// <summary>For pages that edit the whole declaration, and for a permitted export with a stated reason.</summary>
    public static Masking Lifted { get; } = new(true, true);

    /// <summary>Masks names too; for reports, which leave the office.</summary>
    public static Masking WithNames { get; } = new(false, false);

    /// <summary>The masking for a user: names are shown to users of a single office.</summary>
    public static Masking Of(CurrentUser currentUser) => new(false, currentUser.OfficeCode is not null);

    public string Name(PersonName name) => ShowsNames || IsLifted ? name.Value : name.Masked;

    public string Number(IdentityDocument document) => IsLifted && document.Kind != IdentityDocumentKind.None ? document.Number : document.Masked;

    public string Phone(PhoneNumber? phone) => phone is null ? "" : IsLifted ? phone.Value : phone.Masked;

    /// <summary>Masked: only down to the village.</summary>
    public string Address(string address) => IsLifted ? address : AddressMask.ToVillage(address);

    /// <summary>Travel destination; masked: only province and city.</summary>
    public string Destination(TravelPlan travel) => IsLifted ? travel.Destination : travel.Province + travel.City;

    /// <summary>Masked: only the year, because the full date together with the last four digits would reveal the ID number.</summary>
    public string BirthDate(DateOnly day) => IsLifted ? day.Chinese() : $"{day.Year}年";

    /// <summary>A remark written by staff, which may contain names.</summary>
    public string Remark(string words) => ShowsNames || IsLifted || words.Length == 0 ? words : "（已遮盖）";

    /// <summary>Free text that may contain names; masked: replaced by <paramref name="instead"/>.</summary>
    public string Words(string words, string instead) => IsLifted ? words : instead;
}
