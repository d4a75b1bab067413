using HealthCode.Domain.Auditing;
using HealthCode.Web.Disclosures;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Disclosures;

/// <summary>查询结果 — who opened, printed, exported or changed the resident's data, and when.</summary>
public sealed class HistoryModel(DisclosureQuery disclosures, DisclosureToken tokens, CurrentUser currentUser) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Ticket { get; set; }

    public IReadOnlyList<DisclosureEntry> Traces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (tokens.Read(Ticket) is not { } papers)
        {
            return RedirectToPage("Index");
        }

        Traces = await disclosures.FollowAsync(papers, currentUser.OfficeCode!);
        return Page();
    }
}
