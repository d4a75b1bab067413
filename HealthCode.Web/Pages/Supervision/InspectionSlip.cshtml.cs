using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>督查告知单 as PDF.</summary>
public sealed class InspectionSlipModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    public async Task<IActionResult> OnGetAsync() => await Db.Inspections.AsNoTracking().SingleOrDefaultAsync(inspection => inspection.Id == Id) is { } inspection
        ? await PrintAsync("打印督查告知单", inspection, InspectionSlip.Draw(inspection, Office, Today)) : NotFound();

    protected override bool IsKnown => Terms.Inspections.Count > 0;
}
