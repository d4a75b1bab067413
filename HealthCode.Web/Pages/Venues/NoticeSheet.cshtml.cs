using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Posters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Venues;

/// <summary>张贴材料 as PDF: one notice, or all of them.</summary>
public sealed class NoticeSheetModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(NoticeKind? kind, bool large)
    {
        var office = await db.OfficeAtAsync(currentUser);
        var notices = office.RulesOn(clock.Today).Venues.Notices.Where(notice => kind is null || notice.Kind == kind).ToList();
        if (notices.Count == 0)
        {
            return NotFound();
        }

        var paper = large ? Paper.A3 : Paper.A4;
        db.Audit("打印", "张贴材料", $"{string.Join('、', notices.Select(notice => notice.Kind.ChineseName()))}，{paper.Name}");
        await db.SaveChangesAsync();
        return File(NoticePoster.Draw(notices, office, paper), "application/pdf");
    }
}
