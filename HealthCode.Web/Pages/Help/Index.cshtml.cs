using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Help;

/// <summary>帮助 — the contents of the manual, or where the words of a question stand in it. The question is part of the address: it is about the program,
/// not about residents, and works without a session.</summary>
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public bool Asked => !string.IsNullOrWhiteSpace(Query);

    public IReadOnlyList<ManualHit> Hits { get; private set; } = [];

    public void OnGet() => Hits = ManualSearch.Find(Query);
}
