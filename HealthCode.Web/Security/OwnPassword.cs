using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>再输一次自己的密码 — asks a signed-in user again for his password or code; counted, locked and audited as at sign-in.</summary>
public sealed class OwnPassword(UserManager<OfficeUser> users, SignInAttempts attempts, UsedTotpCodes codes, OfficeDb db)
{
    /// <summary>Returns an error message, or null if the password is right.</summary>
    /// <param name="user">The signed-in user.</param>
    /// <param name="password">The typed password.</param>
    /// <param name="what">The action it is required for, for the audit, e.g. 改密码.</param>
    /// <param name="wrong">Error message for a wrong password.</param>
    public async Task<string?> PasswordFaultAsync(OfficeUser user, string password, string what, string wrong = "密码不对，请核对大小写后再试。")
    {
        var right = await users.CheckPasswordAsync(user, password);
        // With two-factor enabled, only a correct code resets the failure count.
        return await FaultAsync(user, await attempts.EvaluateAsync(user, () => Task.FromResult(right), clears: !user.TwoFactorEnabled), what, wrong);
    }

    /// <summary>Returns an error message, or null if the authenticator code is right; marks it as used.</summary>
    public async Task<string?> CodeFaultAsync(OfficeUser user, string code, string what) => await FaultAsync(
        user, await attempts.EvaluateAsync(user, () => codes.TakeAsync(user, code), clears: true), what,
        "验证码不对，或者已经用过。请看手机上现在的 6 位数字，刚用过的要等下一个；手机的时间要准。");

    private async Task<string?> FaultAsync(OfficeUser user, SignInResult result, string what, string wrong)
    {
        if (result.Succeeded)
        {
            return null;
        }

        await db.NoteWrongAgainAsync(user, what, result.IsLockedOut);
        return result.IsLockedOut ? SignInAttempts.LockedSentence(user.LockoutEnd!.Value) : wrong;
    }
}
