using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Printing.Slips;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.WhoSaw;

/// <summary>谁看过我的信息 as PDF, for the resident.</summary>
[Authorize(Policies.Disclosure)]
public sealed class PrintModel(OfficeDb db, PaperTrail trail, TrailTicket tickets, Desk desk, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? of)
    {
        if (tickets.Read(of) is not { } papers)
        {
            return RedirectToPage("Index");
        }

        var traces = await trail.FollowAsync(papers, desk.OfficeCode!);
        db.Note("打印谁看过我的信息", await trail.SubjectOfAsync(papers), $"{traces.Count} 条");
        await db.SaveChangesAsync();
        return File(TrailSlip.Draw(traces, await db.OfficeAt(desk), clock.Now), "application/pdf");
    }
}
