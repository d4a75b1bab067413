using System.Globalization;
using System.Security.Claims;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Security;

/// <summary>登录 — every sign-in is numbered and knows when it began; every attempt costs one hash and is counted, whatever the name; an administrator's is checked against the list of PCs.</summary>
public sealed class OfficeSignIn(
    UserManager<OfficeUser> users, IHttpContextAccessor request, IUserClaimsPrincipalFactory<OfficeUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<OfficeUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<OfficeUser> confirmation,
    AdministratorPcs pcs, SignInAttempts attempts, UsedTotpCodes codes, DummyPassword dummy, OfficeClock clock)
    : SignInManager<OfficeUser>(users, request, claims, options, log, schemes, confirmation)
{
    /// <summary>Kept with the cookie, not among the claims: a refreshed sign-in writes those anew.</summary>
    public const string Session = "session";

    public const string Began = "began";

    public override async Task<bool> CanSignInAsync(OfficeUser user) => await base.CanSignInAsync(user)
        && (!(await UserManager.GetRolesAsync(user)).Intersect(Roles.Administrators).Any() || await pcs.AllowAsync(Context.Connection.RemoteIpAddress));

    /// <summary>A name that nobody has: takes as long, and is locked after as many attempts.</summary>
    /// <returns>Until when it is locked, or null.</returns>
    public Task<DateTimeOffset?> RefuseUnknownAsync(string name, string password)
    {
        dummy.Verify(UserManager.PasswordHasher, password);
        return attempts.FailUnknownAsync(name);
    }

    /// <summary>First the hash, whoever it is; then the lock; and only who has the password learns what else is against it.</summary>
    public override async Task<SignInResult> CheckPasswordSignInAsync(OfficeUser user, string password, bool lockoutOnFailure)
    {
        dummy.Prepare(UserManager.PasswordHasher);
        var right = await UserManager.CheckPasswordAsync(user, password);
        var settled = await attempts.SettleAsync(user, () => Task.FromResult(right), clears: !user.TwoFactorEnabled);
        return !settled.Succeeded ? settled : await CanSignInAsync(user) ? settled : SignInResult.NotAllowed;
    }

    public override async Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return SignInResult.Failed;
        }

        var settled = await attempts.SettleAsync(user, () => codes.TakeAsync(user, code), clears: true);
        return settled.Succeeded ? await base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient) : settled;
    }

    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return SignInResult.Failed;
        }

        // The framework neither asks here whether the user may sign in nor counts what is wrong.
        if (await PreSignInCheck(user) is { } refused)
        {
            return refused;
        }

        var result = await base.TwoFactorRecoveryCodeSignInAsync(recoveryCode);
        return result.Succeeded ? result : await attempts.SettleAsync(user, () => Task.FromResult(false), clears: false);
    }

    public override async Task SignInWithClaimsAsync(OfficeUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var properties = authenticationProperties ?? new();
        // A sign-in that is only written anew, after a change of the password, goes on.
        if (!properties.Items.ContainsKey(Session))
        {
            user.SessionId = Guid.NewGuid().ToString("N");
            user.PasswordChangedAt ??= clock.Now;
            await UserManager.UpdateAsync(user);
            properties.Items[Session] = user.SessionId;
            properties.Items[Began] = clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        await base.SignInWithClaimsAsync(user, properties, additionalClaims);
    }

    /// <summary>退出: a copy of the cookie is worth nothing from now on, and what was left open under this sign-in ends with it: tickets of drafts.</summary>
    public async Task EndAsync(ClaimsPrincipal principal)
    {
        if (await UserManager.GetUserAsync(principal) is { } user)
        {
            user.SessionId = null;
            await UserManager.UpdateSecurityStampAsync(user);
        }
    }

    // By the office's clock, as the lock was set.
    protected override Task<bool> IsLockedOut(OfficeUser user) => Task.FromResult(attempts.IsLocked(user));
}
