using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration;

/// <summary>管理 — the way to what the administrators keep.</summary>
public sealed class IndexModel(OfficeDb db, IAuthorizationService guard) : PageModel
{
    public int Users { get; private set; }

    public int Offices { get; private set; }

    public int Divisions { get; private set; }

    public bool KeepsRoles { get; private set; }

    public async Task OnGetAsync()
    {
        (Users, Offices, Divisions) = (await db.Users.CountAsync(), await db.Offices.CountAsync(), await db.Divisions.CountAsync());
        KeepsRoles = (await guard.AuthorizeAsync(User, Policies.RoleKeeping)).Succeeded;
    }
}
