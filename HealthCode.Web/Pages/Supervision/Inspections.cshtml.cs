using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>督查 — the visits so far, those that are to be looked at again first.</summary>
public sealed class InspectionsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private static readonly ListOrder<Inspection> Order = new ListOrder<Inspection>(
        rows => rows.OrderBy(inspection => inspection.RecheckOn == null || inspection.RecheckedOn != null).ThenByDescending(inspection => inspection.InspectedOn).ThenByDescending(inspection => inspection.Id),
        rows => rows.ThenByDescending(inspection => inspection.Id))
        .By("on", inspection => inspection.InspectedOn).By("place", inspection => inspection.Place).By("inspector", inspection => inspection.Inspector).By("recheck", inspection => inspection.RecheckOn);

    public Listing<Inspection> Inspections { get; private set; } = Listing.None<Inspection>();

    public void OnGet()
    {
    }

    protected override bool IsKnown => Terms.Inspections.Count > 0;

    protected override async Task ShowAsync() => Inspections = await Listing.OfAsync(Db.Inspections.AsNoTracking(), Order, Request);
}
