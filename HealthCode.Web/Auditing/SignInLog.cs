using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Auditing;

/// <summary>登录记录 — audits sign-ins and failures, and lists them for each user.</summary>
public static class SignInLog
{
    /// <summary>How many days of his own records a user sees.</summary>
    public const int Days = 90;

    /// <summary>Action for a wrong password or code of a signed-in user.</summary>
    private const string WrongAgain = "密码或验证码输错";

    private static readonly string[] Words = ["登录", "登录失败", "输对密码", WrongAgain, "退出"];

    /// <summary>Records the result of a sign-in, never what was typed.</summary>
    /// <param name="db">The database.</param>
    /// <param name="currentUser">Provides the PC.</param>
    /// <param name="user">The user, or null for an unknown name.</param>
    /// <param name="result">Result of the sign-in.</param>
    /// <param name="detail">Additional detail, e.g. that a recovery code was used.</param>
    public static async Task NoteSignInAsync(this OfficeDb db, CurrentUser currentUser, OfficeUser? user, SignInResult result, string detail = "")
    {
        // Unknown names are not stored, because they may be a password typed into the wrong field.
        var actor = new AuditActor(user is null ? null : new StaffMember(user.UserName!, user.StaffName), user?.OfficeScope, currentUser.Actor.Workstation);
        db.Audit(
            // A correct password without a correct code is recorded too.
            result.Succeeded ? "登录" : result.RequiresTwoFactor ? "输对密码" : "登录失败",
            user is null ? "未知用户" : Subject(user.UserName!),
            result.IsLockedOut ? "已锁定" : !result.IsNotAllowed ? detail : user?.IsDisabled == true ? "已停用" : "不在管理员电脑名单内",
            actor);
        await db.SaveChangesAsync();
    }

    /// <summary>Records that a signed-in user gave a wrong password or code.</summary>
    /// <param name="db">The database.</param>
    /// <param name="user">The signed-in user.</param>
    /// <param name="what">The action it was required for.</param>
    /// <param name="locked">Whether the account is now locked.</param>
    public static Task NoteWrongAgainAsync(this OfficeDb db, OfficeUser user, string what, bool locked)
    {
        db.Audit(WrongAgain, Subject(user.UserName!), locked ? $"{what}，已锁定" : what);
        return db.SaveChangesAsync();
    }

    /// <summary>Records once that a PC tries too often; its further attempts within the minute are rejected and not recorded.</summary>
    public static void NoteTooOften(this OfficeDb db, CurrentUser currentUser) =>
        db.Audit("登录太频繁", $"电脑 {currentUser.Actor.Workstation}", "一分钟内试得太多，这一分钟内不再受理", new(null, null, currentUser.Actor.Workstation));

    /// <summary>A user's own sign-ins, failures and sign-outs, newest first.</summary>
    public static Task<List<AuditRecord>> SignInsOfAsync(this OfficeDb db, string userName, DateTimeOffset now)
    {
        var (since, subject) = (now.AddDays(-Days), Subject(userName));
        return db.AuditRecords.AsNoTracking().Where(record => record.At >= since && record.Subject == subject && Words.Contains(record.Action))
            .OrderByDescending(record => record.Id).Take(1000).ToListAsync();
    }

    private static string Subject(string userName) => $"用户 {userName}";
}
