using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>用户 — all user accounts of this server.</summary>
public sealed class IndexModel(OfficeDb db, ScopeOptions scopeOptions, AdministratorRoles administratorRoles, OfficeClock clock, ListSearch search) : PageModel
{
    private static readonly ListOrder<OfficeUser> Order = new ListOrder<OfficeUser>(rows => rows.OrderBy(user => user.IsDisabled).ThenBy(user => user.UserName), rows => rows.ThenBy(user => user.UserName))
        .By("name", user => user.StaffName).By("login", user => user.UserName).By("place", user => user.OfficeScope).By("state", user => user.IsDisabled);

    public Listing<(OfficeUser User, IReadOnlyList<string> Roles, string Place, bool IsLocked)> List { get; private set; } = Listing.None<(OfficeUser User, IReadOnlyList<string> Roles, string Place, bool IsLocked)>();

    /// <summary>What is looked for: a part of the name or of the sign-in name.</summary>
    public string Text { get; private set; } = "";

    /// <summary>While there is no security administrator, the system administrator assigns roles as well.</summary>
    public bool HasSecurityAdministrator { get; private set; }

    public bool HasAuditAdministrator { get; private set; }

    public IActionResult OnPostSearch(string? q) => LocalRedirect(search.AddressOf(Request, q));

    public async Task OnGetAsync()
    {
        (HasSecurityAdministrator, HasAuditAdministrator) = (await administratorRoles.HasAsync(Roles.SecurityAdministrator), await administratorRoles.HasAsync(Roles.AuditAdministrator));
        Text = search.TextOf(Request);
        var users = await Listing.OfAsync(db.Users.AsNoTracking().Where(user => Text == "" || user.StaffName.Contains(Text) || user.UserName!.Contains(Text)), Order, Request);
        var held = (await db.UserRoles.Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name }).ToListAsync())
            .ToLookup(link => link.UserId, link => link.Name!);
        var places = (await scopeOptions.ListAsync()).ToDictionary(scope => scope.Digits, scope => scope.Title);
        var now = clock.Now;
        List = users.Select(user => (
            user, (IReadOnlyList<string>)[.. Roles.All.Select(role => role.Name).Where(held[user.Id].Contains)],
            places.GetValueOrDefault(user.OfficeScope, user.OfficeScope), user.LockoutEnd > now));
    }
}
