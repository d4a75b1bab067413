using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints.Incidents;

/// <summary>查验处置单 as PDF.</summary>
public sealed class SlipModel(OfficeDb db, CurrentUser currentUser) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await db.GateIncidents.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && (currentUser.CheckpointId == null || each.CheckpointId == currentUser.CheckpointId)) is not { } incident)
        {
            return NotFound();
        }

        db.Audit("打印查验处置单", $"查验情况 {id}");
        await db.SaveChangesAsync();
        return File(IncidentSlip.Draw(incident, await db.OfficeAtAsync(currentUser)), "application/pdf");
    }
}
