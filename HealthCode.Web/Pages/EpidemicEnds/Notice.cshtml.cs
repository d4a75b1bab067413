using HealthCode.Web.Data;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>停止使用公告 as PDF.</summary>
public sealed class NoticeModel(OfficeDb db, EpidemicEndAccess ending) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code)
    {
        if (await ending.FindAsync(code) is not { EpidemicEndedOn: not null } office)
        {
            return NotFound();
        }

        var notice = (await ending.InForceAsync(office.Code))?.Notice;
        db.Audit("打印停止使用公告", $"村居 {office.OfficialName}");
        await db.SaveChangesAsync();
        return File(ClosingNotice.Draw(office, notice), "application/pdf");
    }
}
