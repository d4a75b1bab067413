using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Venues;

/// <summary>张贴检查 — the doors where something is missing, those never looked at, and the rest.</summary>
public sealed class ChecksModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    private static readonly ListOrder<VenueOverview> Order = new ListOrder<VenueOverview>(rows => rows.OrderBy(each => each.LastCheck == null ? DateOnly.MinValue : each.LastCheck.On), rows => rows.ThenBy(each => each.Venue.Number))
        .By("number", each => each.Venue.Number).By("name", each => each.Venue.Name).By("address", each => each.Venue.Address);

    public VenueTerms Terms { get; private set; } = null!;

    public Listing<VenueOverview> Missing { get; private set; } = Listing.None<VenueOverview>();

    public Listing<VenueOverview> NeverChecked { get; private set; } = Listing.None<VenueOverview>();

    /// <summary>Everything hangs; the longest ago first.</summary>
    public Listing<VenueOverview> Complete { get; private set; } = Listing.None<VenueOverview>();

    public async Task OnGetAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        Terms = office.RulesOn(clock.Today).Venues;
        var all = await db.OverviewAsync(db.Venues.Where(venue => venue.OfficeCode == office.Code && (venue.State == VenueState.Approved || venue.State == VenueState.AwaitingApproval)));
        Missing = await Listing.OfAsync(all.Where(each => each.LastCheck is { IsOpen: true }).AsQueryable(), Order, Request, "missing");
        NeverChecked = await Listing.OfAsync(all.Where(each => each.LastCheck is null).AsQueryable(), Order, Request, "never");
        Complete = await Listing.OfAsync(all.Where(each => each.LastCheck is { IsOpen: false }).AsQueryable(), Order, Request, "complete");
    }
}
