using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Venues;

/// <summary>场所 — the venues of this office: those that wait, those in use, then those that are not.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    /// <summary>What is looked for; empty shows all. Posted, so that a name typed here gets into no address.</summary>
    public string? Q { get; private set; }

    public IReadOnlyList<VenueOverview> Known { get; private set; } = [];

    /// <summary>How many there are, found or not.</summary>
    public int Total { get; private set; }

    public RulePack Pack { get; private set; } = null!;

    /// <summary>Entries found not normal that nobody has looked at.</summary>
    public int ToLookAt { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? q)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return RedirectToPage();
        }

        Q = q;
        return Page();
    }

    protected override async Task ShowAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        Pack = office.RulesOn(clock.Today);
        var all = await db.OverviewAsync(db.Venues.Where(venue => venue.OfficeCode == office.Code));
        Total = all.Count;
        Known = [.. all.Where(each => Q is null || Matches(each.Venue, Q.Trim())).OrderBy(each => each.Venue.State is VenueState.Declined or VenueState.Closed).ThenBy(each => each.Venue.State)];
        ToLookAt = Pack.Venues.Entries is null ? 0 : (await db.EntriesToLookAtAsync(office.Code)).Count;
    }

    private static bool Matches(Venue venue, string q) =>
        new[] { venue.NumberText, venue.Name, venue.Kind, venue.Address }.Any(text => text.Contains(q, StringComparison.OrdinalIgnoreCase));
}
