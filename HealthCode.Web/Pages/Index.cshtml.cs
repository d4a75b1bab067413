using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages;

/// <summary>首页 — what waits.</summary>
public sealed class IndexModel : PageModel
{
}
