using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>再输一次自己的密码 — the one way to ask somebody who is signed in for his password or code again: counted, locked and audited as at the sign-in.</summary>
public sealed class OwnPassword(UserManager<OfficeUser> users, SignInAttempts attempts, UsedTotpCodes codes, OfficeDb db)
{
    /// <summary>What is wrong with the password, as a sentence; null when it is right.</summary>
    /// <param name="user">Who is signed in.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="what">What he is asked for it, for the audit: 改密码.</param>
    /// <param name="wrong">The sentence for a wrong one.</param>
    public async Task<string?> PasswordFaultAsync(OfficeUser user, string password, string what, string wrong = "密码不对，请核对大小写后再试。")
    {
        var right = await users.CheckPasswordAsync(user, password);
        // Who has switched a code on has not shown who he is before the code was right, too.
        return await FaultAsync(user, await attempts.SettleAsync(user, () => Task.FromResult(right), clears: !user.TwoFactorEnabled), what, wrong);
    }

    /// <summary>What is wrong with the code of the telephone, as a sentence; null when it is right. It is used then.</summary>
    public async Task<string?> CodeFaultAsync(OfficeUser user, string code, string what) => await FaultAsync(
        user, await attempts.SettleAsync(user, () => codes.TakeAsync(user, code), clears: true), what,
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
