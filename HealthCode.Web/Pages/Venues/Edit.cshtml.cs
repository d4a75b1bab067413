using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Venues;

/// <summary>登记场所、改登记、换申领人 — as the application says; afterwards another one checks it.</summary>
public sealed class EditModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public long? Id { get; set; }

    [BindProperty]
    public VenueInput Input { get; set; } = new();

    /// <summary>The venue to change; null for a new one.</summary>
    public Venue? Edited { get; private set; }

    public Office Office { get; private set; } = null!;

    public VenueTerms Terms => Office.RulesOn(clock.Today).Venues;

    /// <summary>Documents with a number.</summary>
    public static IReadOnlyList<Choice> DocumentKinds { get; } = [.. Choice.Of<IdentityDocumentKind>(kind => kind.ChineseName()).Where(choice => choice.Value != nameof(IdentityDocumentKind.None))];

    /// <summary>The kinds of the notice, and the venue's own where an earlier notice named it.</summary>
    public IEnumerable<string> Kinds => Edited is { } venue && !Terms.Kinds.Contains(venue.Kind) ? [.. Terms.Kinds, venue.Kind] : Terms.Kinds;

    public void OnGet() => Input = Edited is { } venue ? Of(venue) : new() { AppliedOn = clock.Today.Typed() };

    public async Task<IActionResult> OnPostAsync()
    {
        var details = Read();
        return await SaveAsync(async () =>
        {
            var (venue, isNew) = await db.InOneTransactionAsync(() => WriteAsync(details));
            StatusMessage = isNew ? $"已登记，场所编号 {venue.NumberText}。下一步：由另一个人核准。" : "已改。下一步：由另一个人重新核准。";
            return RedirectToPage("Details", new { id = venue.Id });
        });
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        Edited = Id is { } id ? await db.Venues.SingleOrDefaultAsync(venue => venue.Id == id && venue.OfficeCode == Office.Code) : null;
        return Id is not null && Edited is null ? NotFound() : null;
    }

    private static VenueInput Of(Venue venue) => new()
    {
        Name = venue.Name, Kind = venue.Kind, Address = venue.Address, ApplicantName = venue.Applicant.Name.Value,
        DocumentKind = venue.Applicant.Document.Kind, DocumentNumber = venue.Applicant.Document.Number, SaveDespiteFault = venue.Applicant.Document.SavedDespiteFault,
        DocumentReason = venue.Applicant.Document.Reason, Phone = venue.Applicant.Phone?.Value, AppliedOn = venue.AppliedOn.Typed(),
    };

    private VenueDetails Read()
    {
        FieldFaults<Field> faults = [];
        var fields = new FieldParser<Field>(faults, clock.Today);
        var name = fields.Name(VenueField.ApplicantName, Input.ApplicantName);
        var document = string.IsNullOrWhiteSpace(Input.DocumentNumber) ? null : fields.Document(
            Input.DocumentKind ?? IdentityDocumentKind.ResidentIdCard, (VenueField.DocumentNumber, Input.DocumentNumber), (VenueField.DocumentReason, Input.DocumentReason), Input.SaveDespiteFault).Document;
        var phone = fields.Phone(VenueField.Phone, Input.Phone);
        var appliedOn = fields.Day(VenueField.AppliedOn, Input.AppliedOn);
        ModelState.Add(faults);
        return new(
            LineAttribute.Clean(Input.Name), Input.Kind ?? "", LineAttribute.Clean(Input.Address),
            name is null ? null : new(name, document ?? IdentityDocument.Restore(IdentityDocumentKind.None, "", null, false), phone), appliedOn);
    }

    /// <summary>Under the lock: nobody else registers a second venue of the same applicant meanwhile.</summary>
    private async Task<(Venue Venue, bool IsNew)> WriteAsync(VenueDetails details)
    {
        db.ChangeTracker.Clear();
        await LoadAsync();
        await db.RequireNotDestroyedAsync(Office.Code);
        var others = await db.LivingVenuesOfAsync(Office.Code, details.Applicant?.Document.Key);
        if (Edited is { } venue)
        {
            venue.Change(details, LineAttribute.Clean(Input.Reason), others, Office.RulesOn(clock.Today), currentUser.Staff!, clock.Now, clock.Today);
            return (venue, false);
        }

        // What is refused gives its number back with the transaction.
        var entered = Venue.Register(Office, await db.NextVenueNumberAsync(Office), details, others, currentUser.Staff!, clock.Now, clock.Today);
        db.Venues.Add(entered);
        await db.SaveChangesAsync();
        return (entered, true);
    }
}
