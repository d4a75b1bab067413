using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>人手 — which administrator roles are held by enabled users.</summary>
public sealed class AdministratorRoles(OfficeDb db)
{
    /// <summary>Whether an enabled user has this role.</summary>
    /// <param name="role">Name of the role.</param>
    /// <param name="except">User not to count.</param>
    public Task<bool> HasAsync(string role, OfficeUser? except = null)
    {
        var id = except?.Id ?? "";
        return Holding(role).AnyAsync(user => user.Id != id);
    }

    /// <summary>兼任 — real names of system administrators who also have other roles.</summary>
    public async Task<IReadOnlyList<string>> HoldersOfSeveralRolesAsync(OfficeUser? except = null)
    {
        var id = except?.Id ?? "";
        return await Holding(Roles.SystemAdministrator)
            .Where(user => user.Id != id && db.UserRoles.Count(held => held.UserId == user.Id) > 1)
            .OrderBy(user => user.UserName).Select(user => user.StaffName).ToListAsync();
    }

    private IQueryable<OfficeUser> Holding(string role) => db.Users.Where(user => !user.IsDisabled
        && db.UserRoles.Any(held => held.UserId == user.Id && db.Roles.Any(known => known.Id == held.RoleId && known.Name == role)));
}
