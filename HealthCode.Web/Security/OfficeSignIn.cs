using System.Globalization;
using System.Security.Claims;
using HealthCode.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Security;

/// <summary>登录 — every sign-in is numbered and knows when it began; an administrator's is checked against the list of PCs.</summary>
public sealed class OfficeSignIn(
    UserManager<OfficeUser> users, IHttpContextAccessor request, IUserClaimsPrincipalFactory<OfficeUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<OfficeUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<OfficeUser> confirmation,
    AdministratorPcs pcs, Sessions sessions, UsedCodes codes, OfficeClock clock)
    : SignInManager<OfficeUser>(users, request, claims, options, log, schemes, confirmation)
{
    /// <summary>Kept with the cookie; the claims are written anew every minute and would forget it.</summary>
    public const string Session = "session";

    public const string Began = "began";

    public override async Task<bool> CanSignInAsync(OfficeUser user) => await base.CanSignInAsync(user)
        && (!(await UserManager.GetRolesAsync(user)).Intersect(Roles.Administrators).Any() || await pcs.AllowAsync(Context.Connection.RemoteIpAddress));

    public override async Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return SignInResult.Failed;
        }

        if (!codes.Take(user.Id, code))
        {
            await UserManager.AccessFailedAsync(user);
            return SignInResult.Failed;
        }

        var result = await base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient);
        if (!result.Succeeded)
        {
            codes.GiveBack(user.Id, code);
        }

        return result;
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
            sessions.Forget(user.Id);
            properties.Items[Session] = user.SessionId;
            properties.Items[Began] = clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        await base.SignInWithClaimsAsync(user, properties, additionalClaims);
    }

    /// <summary>退出: a copy of the cookie is worth nothing from now on, even when the disk is full and nothing can be written down.</summary>
    public async Task LeaveAsync(ClaimsPrincipal principal)
    {
        await SignOutAsync();
        if (await UserManager.GetUserAsync(principal) is { } user)
        {
            sessions.End(user.SessionId);
            user.SessionId = null;
            // What was left open under this sign-in ends with it: tickets of drafts.
            await UserManager.UpdateSecurityStampAsync(user);
            sessions.Forget(user.Id);
        }
    }
}
