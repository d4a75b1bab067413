using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Venues;

/// <summary>张贴检查 — the doors where something is missing, those never looked at, and the rest.</summary>
public sealed class ChecksModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public VenueTerms Terms { get; private set; } = null!;

    public IReadOnlyList<VenueOverview> Missing { get; private set; } = [];

    public IReadOnlyList<VenueOverview> NeverChecked { get; private set; } = [];

    /// <summary>Everything hangs; the longest ago first.</summary>
    public IReadOnlyList<VenueOverview> Complete { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        Terms = office.RulesOn(clock.Today).Venues;
        var all = await db.OverviewAsync(db.Venues.Where(venue => venue.OfficeCode == office.Code && (venue.State == VenueState.Approved || venue.State == VenueState.AwaitingApproval)));
        Missing = [.. all.Where(each => each.LastCheck is { IsOpen: true }).OrderBy(each => each.LastCheck!.On)];
        NeverChecked = [.. all.Where(each => each.LastCheck is null)];
        Complete = [.. all.Where(each => each.LastCheck is { IsOpen: false }).OrderBy(each => each.LastCheck!.On)];
    }
}
