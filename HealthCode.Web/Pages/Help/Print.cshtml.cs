using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Help;

/// <summary>整本手册 — on one page, to print or to search.</summary>
public sealed class PrintModel : PageModel
{
}
