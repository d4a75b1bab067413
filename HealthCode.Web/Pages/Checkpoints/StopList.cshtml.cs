using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Passes;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>停用、作废名单 as PDF: cards of this office and those from imported stop lists.</summary>
public sealed class StopListModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        var lines = await db.EveryStoppedAsync(clock.Today);
        db.Audit("打印停用名单", "停用名单", $"{lines.Count} 张");
        await db.SaveChangesAsync();
        return File(StopListSheet.Draw(lines, await db.OfficeAtAsync(currentUser), clock.Now), "application/pdf");
    }
}
