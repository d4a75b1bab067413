using HealthCode.Domain.Auditing;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.WhoSaw;

/// <summary>查询结果 — who opened, printed, exported and changed what, and when.</summary>
[Authorize(Policies.Disclosure)]
public sealed class HistoryModel(PaperTrail trail, TrailTicket tickets, Desk desk) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Ticket { get; set; }

    public IReadOnlyList<PaperTrace> Traces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (tickets.Read(Ticket) is not { } papers)
        {
            return RedirectToPage("Index");
        }

        Traces = await trail.FollowAsync(papers, desk.OfficeCode!);
        return Page();
    }
}
