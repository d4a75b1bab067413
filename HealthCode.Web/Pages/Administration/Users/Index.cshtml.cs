using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>用户 — all user accounts of this server.</summary>
public sealed class IndexModel(OfficeDb db, ScopeOptions scopeOptions, AdministratorRoles administratorRoles, OfficeClock clock) : PageModel
{
    public IReadOnlyList<(OfficeUser User, IReadOnlyList<string> Roles, string Place, bool IsLocked)> Rows { get; private set; } = [];

    /// <summary>While there is no security administrator, the system administrator assigns roles as well.</summary>
    public bool HasSecurityAdministrator { get; private set; }

    public bool HasAuditAdministrator { get; private set; }

    public async Task OnGetAsync()
    {
        (HasSecurityAdministrator, HasAuditAdministrator) = (await administratorRoles.HasAsync(Roles.SecurityAdministrator), await administratorRoles.HasAsync(Roles.AuditAdministrator));
        var users = await db.Users.AsNoTracking().OrderBy(user => user.IsDisabled).ThenBy(user => user.UserName).ToListAsync();
        var held = (await db.UserRoles.Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name }).ToListAsync())
            .ToLookup(link => link.UserId, link => link.Name!);
        var places = (await scopeOptions.ListAsync()).ToDictionary(scope => scope.Digits, scope => scope.Title);
        var now = clock.Now;
        Rows = [.. users.Select(user => (
            user, (IReadOnlyList<string>)[.. Roles.All.Select(role => role.Name).Where(held[user.Id].Contains)],
            places.GetValueOrDefault(user.OfficeScope, user.OfficeScope), user.LockoutEnd > now))];
    }
}
