using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Help;

/// <summary>帮助 — what stands where in the manual. For everybody, signed in or not: it holds nothing of the office.</summary>
public sealed class IndexModel : PageModel
{
}
