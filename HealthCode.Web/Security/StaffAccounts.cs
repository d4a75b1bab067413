using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>用户账户 — creates and changes user accounts. Call within a transaction.</summary>
public sealed class StaffAccounts(UserManager<OfficeUser> users, OfficeDb db, AdministratorRoles administratorRoles, CurrentUser currentUser, OfficeClock clock)
{
    /// <summary>新建用户.</summary>
    /// <exception cref="AccountRefusedException">The name is taken or the password too weak.</exception>
    public async Task<OfficeUser> OpenAsync(OfficeUser user, string password, IReadOnlyList<string> roles)
    {
        StaffRules.HasName.Require(user.UserName is { Length: > 0 } && user.StaffName.Length > 0);
        StaffRules.HasRole.Require(roles.Count > 0);
        StaffRules.ScopeFitsRoles.Require(StaffRules.Fits(user.OfficeScope, roles));
        await RequireSeparationAsync(user, roles);
        user.CheckpointId = await PostAsync(user.OfficeScope, roles, user.CheckpointId);

        user.PasswordChangedAt = clock.Now;
        Demand(await users.CreateAsync(user, password));
        Demand(await users.AddToRolesAsync(user, roles));
        NoteRoles(user, roles);
        return user;
    }

    /// <summary>改角色与管辖范围: ends the user's session.</summary>
    /// <param name="user">The account.</param>
    /// <param name="scope">管辖范围.</param>
    /// <param name="roles">All roles he is to have.</param>
    /// <param name="checkpoint">关口 of a guard; ignored for other roles.</param>
    /// <param name="password">New initial password, required if the user becomes a guard or stops being one.</param>
    /// <exception cref="AccountRefusedException">The new password is not acceptable for the role.</exception>
    public async Task AssignAsync(OfficeUser user, string scope, IReadOnlyList<string> roles, long? checkpoint = null, string? password = null)
    {
        StaffRules.HasRole.Require(roles.Count > 0);
        StaffRules.ScopeFitsRoles.Require(StaffRules.Fits(scope, roles));
        StaffRules.OwnRolesStay.Require(user.UserName != currentUser.Staff?.UserName || !await users.IsInRoleAsync(user, Roles.SecurityAdministrator));
        await RequireAnotherAdministratorAsync(user, roles);
        await RequireSeparationAsync(user, roles);
        checkpoint = await PostAsync(scope, roles, checkpoint);
        var changesKind = user.IsGuard != checkpoint is not null;
        Require(!changesKind || !string.IsNullOrEmpty(password), StaffRules.GuardPasswordRenewed, StaffField.Password);

        (user.OfficeScope, user.CheckpointId) = (scope, checkpoint);
        if (changesKind)
        {
            await ResetPasswordAsync(user, password!);
        }

        Demand(await users.UpdateSecurityStampAsync(user));
        var present = await users.GetRolesAsync(user);
        if (present.ToHashSet().SetEquals(roles))
        {
            return;
        }

        Demand(await users.RemoveFromRolesAsync(user, present.Except(roles)));
        Demand(await users.AddToRolesAsync(user, roles.Except(present)));
        NoteRoles(user, roles);
    }

    /// <summary>重设密码: the user must change it at the next sign-in; ends a lockout.</summary>
    public async Task ResetPasswordAsync(OfficeUser user, string password)
    {
        var replaced = user.PasswordHash;
        Demand(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password));
        PasswordRules.Remember(user, replaced, clock.Now);
        user.MustChangePassword = true;
        Demand(await users.SetLockoutEndDateAsync(user, null));
        Demand(await users.ResetAccessFailedCountAsync(user));
    }

    /// <summary>改密码, by the user himself.</summary>
    /// <exception cref="AccountRefusedException">The old password is wrong, or the new one is rejected.</exception>
    public async Task ChangePasswordAsync(OfficeUser user, string old, string password)
    {
        var replaced = user.PasswordHash;
        Demand(await users.ChangePasswordAsync(user, old, password));
        PasswordRules.Remember(user, replaced, clock.Now);
        user.MustChangePassword = false;
    }

    /// <summary>解除锁定: ends a lockout early.</summary>
    public async Task UnlockAsync(OfficeUser user)
    {
        Demand(await users.SetLockoutEndDateAsync(user, null));
        Demand(await users.ResetAccessFailedCountAsync(user));
        db.Audit("解除锁定", $"用户 {user.UserName}");
    }

    /// <summary>关闭验证码, for a user who lost his phone and recovery codes.</summary>
    public async Task DropAuthenticatorAsync(OfficeUser user)
    {
        Demand(await users.SetTwoFactorEnabledAsync(user, false));
        Demand(await users.ResetAuthenticatorKeyAsync(user));
    }

    /// <summary>停用 or 启用.</summary>
    public async Task DisableAsync(OfficeUser user, bool disabled)
    {
        if (disabled)
        {
            await RequireAnotherAdministratorAsync(user, []);
            await RequireKeeperRemainsAsync(user);
        }
        else
        {
            await RequireSeparationAsync(user, [.. await users.GetRolesAsync(user)]);
        }

        user.IsDisabled = disabled;
        Demand(await users.UpdateSecurityStampAsync(user));
    }

    /// <summary>值守: validates a guard's checkpoint, which must be an open one of his office; null for other roles.</summary>
    private async Task<long?> PostAsync(string office, IReadOnlyList<string> roles, long? checkpoint)
    {
        if (!roles.Contains(Roles.Guard))
        {
            return null;
        }

        StaffRules.GuardDoesNothingElse.Require(roles.Count == 1);
        // Ignores the query filter: administrators assign guards of every office on the server.
        Require(
            await db.Checkpoints.IgnoreQueryFilters().AnyAsync(each => each.Id == checkpoint && each.OfficeCode == office && !each.IsClosed),
            StaffRules.GuardHasCheckpoint, StaffField.CheckpointId);
        return checkpoint;
    }

    private static void Require(bool holds, Rule rule, StaffField field)
    {
        if (!holds)
        {
            throw new RuleBrokenException([rule.Broken(field: field)]);
        }
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new AccountRefusedException(result.Errors);
        }
    }

    private async Task RequireAnotherAdministratorAsync(OfficeUser user, IReadOnlyList<string> roles)
    {
        var administrators = await users.GetUsersInRoleAsync(Roles.SystemAdministrator);
        StaffRules.AdministratorRemains.Require(
            roles.Contains(Roles.SystemAdministrator) || administrators.All(one => one.Id != user.Id)
            || administrators.Any(one => one.Id != user.Id && !one.IsDisabled));
    }

    /// <summary>A system administrator must not disable the last security or audit administrator, because he would then act in their place.</summary>
    private async Task RequireKeeperRemainsAsync(OfficeUser user)
    {
        foreach (var role in new[] { Roles.SecurityAdministrator, Roles.AuditAdministrator })
        {
            StaffRules.KeeperRemains.Require(!await users.IsInRoleAsync(user, role) || await administratorRoles.HasAsync(role, except: user));
        }
    }

    private async Task RequireSeparationAsync(OfficeUser user, IReadOnlyList<string> roles)
    {
        var held = Roles.Administrators.Count(roles.Contains);
        StaffRules.AdministratorsApart.Require(held <= 1);
        StaffRules.AdministratorSeesNobody.Require(held == 0 || roles.Count == 1
            || (roles.Contains(Roles.SystemAdministrator) && !await administratorRoles.HasAsync(Roles.SecurityAdministrator, except: user)));
        if (roles.Contains(Roles.SecurityAdministrator))
        {
            var twoHatted = await administratorRoles.HoldersOfSeveralRolesAsync(except: user);
            StaffRules.NobodyTwoHatted.Require(twoHatted.Count == 0, string.Join('、', twoHatted) + "。");
        }
    }

    private void NoteRoles(OfficeUser user, IReadOnlyList<string> roles) =>
        db.Audit("角色", $"用户 {user.UserName}", string.Join('、', roles.Select(Roles.Title)));
}
