using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>权限表 — which pages each role may open, generated from the authorization policies; can be printed for an inspector.</summary>
public sealed class PermissionsModel : PageModel
{
    public void OnGet()
    {
    }
}
