using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>权限表 — what each role opens, as the program itself asks it; printed for an inspector.</summary>
public sealed class PermissionsModel : PageModel
{
    public void OnGet()
    {
    }
}
