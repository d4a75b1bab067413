using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>督查 — the visits so far, those that are to be looked at again first.</summary>
public sealed class InspectionsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private const int Most = 100;

    public IReadOnlyList<Inspection> Inspections { get; private set; } = [];

    public void OnGet()
    {
    }

    protected override bool IsKnown => Terms.Inspections.Count > 0;

    protected override async Task ShowAsync() => Inspections = await Db.Inspections.AsNoTracking()
        .OrderBy(inspection => inspection.RecheckOn == null || inspection.RecheckedOn != null).ThenByDescending(inspection => inspection.InspectedOn).ThenByDescending(inspection => inspection.Id).Take(Most).ToListAsync();
}
