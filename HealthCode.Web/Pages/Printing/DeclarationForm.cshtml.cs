using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Printing;

/// <summary>空白申报表 (annex 1) as PDF.</summary>
public sealed class DeclarationFormModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        var pack = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today);
        if (!pack.IssuesPasses)
        {
            return NotFound();
        }

        db.Audit("打印空白表", "申报表");
        await db.SaveChangesAsync();
        return File(DeclarationForm.Draw(pack.Pass, clock.Today.Year), "application/pdf");
    }
}
