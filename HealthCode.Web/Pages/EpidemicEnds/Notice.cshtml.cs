using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>停止使用公告 as PDF.</summary>
[Authorize(Policies.Closing)]
public sealed class NoticeModel(OfficeDb db, CurrentUser currentUser) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code)
    {
        if (await db.EndingOfficeAsync(currentUser, User.IsInRole(Roles.SystemAdministrator), code) is not { EpidemicEndedOn: not null } office)
        {
            return NotFound();
        }

        var notice = (await db.EndInForceAsync(office.Code))?.Notice;
        db.Audit("打印停止使用公告", $"村居 {office.OfficialName}");
        await db.SaveChangesAsync();
        return File(ClosingNotice.Draw(office, notice), "application/pdf");
    }
}
