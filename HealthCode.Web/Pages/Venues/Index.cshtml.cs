using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Venues;

/// <summary>场所 — the venues of this office: those that wait, those in use, then those that are not.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ListSearch search) : OfficePageModel
{
    private static readonly ListOrder<VenueOverview> Order = new ListOrder<VenueOverview>(
        rows => rows.OrderBy(each => each.Venue.State == VenueState.Declined || each.Venue.State == VenueState.Closed).ThenBy(each => each.Venue.State), rows => rows.ThenBy(each => each.Venue.Number))
        .By("number", each => each.Venue.Number).By("name", each => each.Venue.Name).By("kind", each => each.Venue.Kind).By("address", each => each.Venue.Address).By("state", each => each.Venue.State);

    /// <summary>What is looked for; empty shows all. Posted, so that a name typed here gets into no address.</summary>
    public string? Q { get; private set; }

    public Listing<VenueOverview> Known { get; private set; } = Listing.None<VenueOverview>();

    /// <summary>How many there are, found or not.</summary>
    public int Total { get; private set; }

    public RulePack Pack { get; private set; } = null!;

    /// <summary>Entries found not normal that nobody has looked at.</summary>
    public int ToLookAt { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? q) => LocalRedirect(search.AddressOf(Request, q));

    protected override async Task ShowAsync()
    {
        Q = search.TextOf(Request) is { Length: > 0 } text ? text : null;
        var office = await db.OfficeAtAsync(currentUser);
        Pack = office.RulesOn(clock.Today);
        var all = await db.OverviewAsync(db.Venues.Where(venue => venue.OfficeCode == office.Code));
        Total = all.Count;
        Known = await Listing.OfAsync(all.Where(each => Q is null || Matches(each.Venue, Q)).AsQueryable(), Order, Request);
        ToLookAt = Pack.Venues.Entries is null ? 0 : (await db.EntriesToLookAtAsync(office.Code)).Count;
    }

    private static bool Matches(Venue venue, string q) =>
        new[] { venue.NumberText, venue.Name, venue.Kind, venue.Address }.Any(text => text.Contains(q, StringComparison.OrdinalIgnoreCase));
}
