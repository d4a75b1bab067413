using System.Globalization;
using System.Security.Claims;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Security;

/// <summary>登录 — gives every session an id and a start time; every attempt costs one hash and is counted, even for unknown names; administrators must
/// use an allowed PC.</summary>
public sealed class OfficeSignIn(
    UserManager<OfficeUser> users, IHttpContextAccessor request, IUserClaimsPrincipalFactory<OfficeUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<OfficeUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<OfficeUser> confirmation,
    AdministratorPcs pcs, SignInAttempts attempts, UsedTotpCodes codes, DummyPassword dummy, HashingTurns turns, OfficeClock clock)
    : SignInManager<OfficeUser>(users, request, claims, options, log, schemes, confirmation)
{
    /// <summary>Stored in the authentication properties, not as a claim: claims are regenerated when a session is refreshed.</summary>
    public const string Session = "session";

    public const string Began = "began";

    public override async Task<bool> CanSignInAsync(OfficeUser user) => await base.CanSignInAsync(user)
        && (!(await UserManager.GetRolesAsync(user)).Intersect(Roles.Administrators).Any() || await pcs.AllowAsync(Context.Connection.RemoteIpAddress));

    /// <summary>Handles an unknown user name: takes as long as an existing one, and is locked after as many attempts.</summary>
    /// <returns>When the lock ends, or null if not locked.</returns>
    public async Task<DateTimeOffset?> RefuseUnknownAsync(string name, string password)
    {
        using (await turns.TakeAsync())
        {
            dummy.Verify(UserManager.PasswordHasher, password);
        }

        return await attempts.FailUnknownAsync(name);
    }

    /// <summary>Always hashes first, then checks the lock; other reasons for refusal are disclosed only after a correct password.</summary>
    public override async Task<SignInResult> CheckPasswordSignInAsync(OfficeUser user, string password, bool lockoutOnFailure)
    {
        dummy.Prepare(UserManager.PasswordHasher);
        bool right;
        using (await turns.TakeAsync())
        {
            right = await UserManager.CheckPasswordAsync(user, password);
        }

        var settled = await attempts.EvaluateAsync(user, () => Task.FromResult(right), clears: !user.TwoFactorEnabled);
        return !settled.Succeeded ? settled : await CanSignInAsync(user) ? settled : SignInResult.NotAllowed;
    }

    public override async Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return SignInResult.Failed;
        }

        var settled = await attempts.EvaluateAsync(user, () => codes.TakeAsync(user, code), clears: true);
        return settled.Succeeded ? await base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient) : settled;
    }

    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return SignInResult.Failed;
        }

        // The base method neither checks whether the user may sign in nor counts wrong codes.
        if (await PreSignInCheck(user) is { } refused)
        {
            return refused;
        }

        var result = await base.TwoFactorRecoveryCodeSignInAsync(recoveryCode);
        return result.Succeeded ? result : await attempts.EvaluateAsync(user, () => Task.FromResult(false), clears: false);
    }

    public override async Task SignInWithClaimsAsync(OfficeUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var properties = authenticationProperties ?? new();
        // A refreshed session (after a password change) keeps its id and start time.
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

    /// <summary>退出: invalidates all copies of the cookie and what depends on the session, such as draft tickets.</summary>
    public async Task EndAsync(ClaimsPrincipal principal)
    {
        if (await UserManager.GetUserAsync(principal) is { } user)
        {
            user.SessionId = null;
            await UserManager.UpdateSecurityStampAsync(user);
        }
    }

    // Uses the OfficeClock, like the code that sets the lock.
    protected override Task<bool> IsLockedOut(OfficeUser user) => Task.FromResult(attempts.IsLocked(user));
}
