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

    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Asked { get; set; }

    /// <summary>The traces of this page.</summary>
    public IReadOnlyList<DisclosureEntry> Traces { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int PageNumber => Math.Clamp(Asked ?? 1, 1, Pages);

    public async Task<IActionResult> OnGetAsync()
    {
        if (tokens.Read(Ticket) is not { } papers)
        {
            return RedirectToPage("Index");
        }

        var all = await disclosures.FollowAsync(papers, currentUser.OfficeCode!);
        Total = all.Count;
        Traces = [.. all.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return Page();
    }
}
