using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Backups;

/// <summary>搬来的用户 — accounts keep their passwords; a name that somebody in the county has gets the office's code; nobody becomes an administrator of the county by being one of a village.</summary>
internal sealed class ImportedUsers
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, string> _roles;
    private readonly HashSet<string> _disabled = [];

    private ImportedUsers(Dictionary<string, string> roles) => _roles = roles;

    /// <summary>What was changed, one sentence for each account.</summary>
    public List<string> Sentences { get; } = [];

    /// <summary>Decides about all accounts.</summary>
    public static async Task<ImportedUsers> OfAsync(OfficeDb village, OfficeDb county, ILookupNormalizer normalizer)
    {
        var (theirs, ours) = (await village.Roles.AsNoTracking().ToListAsync(), await county.Roles.AsNoTracking().ToDictionaryAsync(role => role.Name!, role => role.Id));
        var imported = new ImportedUsers(theirs.Where(role => !Roles.Administrators.Contains(role.Name)).ToDictionary(role => role.Id, role => ours[role.Name!]));
        var taken = (await county.Users.AsNoTracking().Select(user => user.NormalizedUserName!).ToListAsync()).ToHashSet();
        var held = (await village.UserRoles.AsNoTracking().ToListAsync()).ToLookup(each => each.UserId, each => theirs.Single(role => role.Id == each.RoleId).Name!);
        var office = await village.Offices.AsNoTracking().OrderBy(each => each.Code).Select(each => each.Code).FirstAsync();
        foreach (var user in await village.Users.AsNoTracking().OrderBy(user => user.UserName).ToListAsync())
        {
            imported.Rename(user, user.OfficeScope.Length == 12 ? user.OfficeScope : office, taken, normalizer);
            imported.Restrict(user, [.. held[user.Id]]);
        }

        return imported;
    }

    /// <summary>Changes a row of the table of users.</summary>
    public bool ChangeUser(ImportedRow row, ILookupNormalizer normalizer)
    {
        row[nameof(OfficeUser.UserName)] = Name((string)row[nameof(OfficeUser.UserName)]!);
        row[nameof(OfficeUser.NormalizedUserName)] = normalizer.NormalizeName((string)row[nameof(OfficeUser.UserName)]!);
        row[nameof(OfficeUser.SessionId)] = null;
        if (_disabled.Contains((string)row[nameof(OfficeUser.Id)]!))
        {
            row[nameof(OfficeUser.IsDisabled)] = true;
        }

        return true;
    }

    /// <summary>Changes a row of the table of their roles.</summary>
    /// <returns>False for a role that is not brought along.</returns>
    public bool ChangeRole(ImportedRow row)
    {
        if (!_roles.TryGetValue((string)row[nameof(IdentityUserRole<string>.RoleId)]!, out var role))
        {
            return false;
        }

        row[nameof(IdentityUserRole<string>.RoleId)] = role;
        return true;
    }

    /// <summary>The name of an account in the county.</summary>
    public string Name(string name) => _names.GetValueOrDefault(name, name);

    private void Rename(OfficeUser user, string office, HashSet<string> taken, ILookupNormalizer normalizer)
    {
        var name = user.UserName!;
        // Of an office's code the county is the same everywhere.
        for (var tries = 1; !taken.Add(normalizer.NormalizeName(name)!); tries++)
        {
            name = $"{user.UserName}.{(tries == 1 ? office[6..] : tries == 2 ? office : string.Create(CultureInfo.InvariantCulture, $"{office}.{tries}"))}";
        }

        if (name != user.UserName)
        {
            _names[user.UserName!] = name;
            Sentences.Add($"登录名 {user.UserName}（{user.StaffName}）县里已有人用，改成 {name}，密码不变。");
        }
    }

    private void Restrict(OfficeUser user, List<string> roles)
    {
        var left = roles.Intersect(Roles.Administrators).ToList();
        if (left.Count == 0)
        {
            return;
        }

        var isOnly = left.Count == roles.Count;
        if (isOnly)
        {
            _disabled.Add(user.Id);
        }

        Sentences.Add($"用户 {Name(user.UserName!)}（{user.StaffName}）是村里的{string.Join('、', left.Select(Roles.Title))}，这个角色没有带到县里{(isOnly ? "，账户已停用" : "")}。");
    }
}
