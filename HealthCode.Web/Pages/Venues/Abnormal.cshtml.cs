using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Venues;

/// <summary>体温不正常的 — entries for the office to look at. Nobody was refused because of them.</summary>
public sealed class AbnormalModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    private static readonly ListOrder<VenueEntry> Order = new ListOrder<VenueEntry>(rows => rows.OrderByDescending(entry => entry.HandledAt), rows => rows.ThenByDescending(entry => entry.Id))
        .By("on", entry => entry.On).By("venue", entry => entry.VenueId).By("handled", entry => entry.HandledAt);

    private Office _office = null!;

    [BindProperty]
    public AbnormalInput Input { get; set; } = new();

    public IReadOnlyList<(VenueEntry Entry, Venue Venue)> Open { get; private set; } = [];

    /// <summary>Looked at, the newest first.</summary>
    public Listing<(VenueEntry Entry, Venue Venue)> Done { get; private set; } = Listing.None<(VenueEntry Entry, Venue Venue)>();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(() => db.InOneTransactionAsync(HandleAsync), "已记下。", RedirectToPage(), whole: "Input." + nameof(Input.Handling));

    protected override async Task<IActionResult?> LoadAsync()
    {
        _office = await db.OfficeAtAsync(currentUser);
        return _office.RulesOn(clock.Today).Venues.Entries is null ? NotFound() : null;
    }

    protected override async Task ShowAsync()
    {
        Open = await db.EntriesToLookAtAsync(_office.Code);
        var done = await Listing.OfAsync(db.VenueEntries.AsNoTracking().Where(entry => entry.OfficeCode == _office.Code && entry.NeedsLook && entry.HandledAt != null), Order, Request);
        var ids = done.Rows.Select(entry => entry.VenueId).Distinct().ToList();
        var venues = await db.Venues.AsNoTracking().Where(venue => ids.Contains(venue.Id)).ToDictionaryAsync(venue => venue.Id);
        Done = done.Select(entry => (entry, venues[entry.VenueId]));
    }

    private async Task HandleAsync()
    {
        await db.RequireNotDestroyedAsync(_office.Code);
        if (await db.VenueEntries.SingleOrDefaultAsync(entry => entry.Id == Input.EntryId && entry.OfficeCode == _office.Code) is not { } entry)
        {
            throw new RuleBrokenException([EntryRules.Unhandled.Broken()]);
        }

        entry.Handle(LineAttribute.Clean(Input.Handling), currentUser.Staff!, clock.Now);
    }
}
