using HealthCode.Web.Data;
using HealthCode.Web.Disclosures;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Disclosures;

/// <summary>谁看过我的信息 as PDF, for the resident.</summary>
public sealed class PrintModel(OfficeDb db, DisclosureQuery disclosures, DisclosureToken tokens, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? of)
    {
        if (tokens.Read(of) is not { } papers)
        {
            return RedirectToPage("Index");
        }

        var traces = await disclosures.FollowAsync(papers, currentUser.OfficeCode!);
        db.Audit("打印谁看过我的信息", await disclosures.SubjectOfAsync(papers), $"{traces.Count} 条");
        await db.SaveChangesAsync();
        return File(DisclosureSlip.Draw(traces, await db.OfficeAtAsync(currentUser), clock.Now), "application/pdf");
    }
}
