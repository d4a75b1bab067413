using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Seals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Printing;

/// <summary>用印登记簿 of one month as PDF.</summary>
public sealed class SealRegisterModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? month)
    {
        var firstDay = Month.FirstDay(month, clock.Today);
        db.Audit("打印用印登记簿", Month.Typed(firstDay));
        await db.SaveChangesAsync();
        return File(Web.Printing.Forms.SealRegister.Draw(await db.SealUsesOfAsync(firstDay), await db.OfficeAtAsync(currentUser), firstDay), "application/pdf");
    }
}
