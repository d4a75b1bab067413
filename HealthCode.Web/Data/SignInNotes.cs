using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>登录记录 — sign-ins and failures in the audit, and each user's own list of them.</summary>
public static class SignInNotes
{
    /// <summary>How long a user finds his own.</summary>
    public const int Days = 90;

    private static readonly string[] Words = ["登录", "登录失败", "输对密码", "退出"];

    /// <summary>Writes down how a sign-in went, never what was typed.</summary>
    /// <param name="db">The database.</param>
    /// <param name="desk">Which PC.</param>
    /// <param name="user">Who, or null when nobody has this name.</param>
    /// <param name="result">How it went.</param>
    /// <param name="detail">What else is said, e.g. that a recovery code was used.</param>
    public static async Task NoteSignInAsync(this OfficeDb db, Desk desk, OfficeUser? user, SignInResult result, string detail = "")
    {
        // A name nobody has may be a password typed into the wrong box: it is not kept.
        var actor = new AuditActor(user is null ? null : new StaffMember(user.UserName!, user.StaffName), user?.OfficeScope, desk.Actor.Workstation);
        db.Note(
            // Who has the password and not the telephone is seen, too.
            result.Succeeded ? "登录" : result.RequiresTwoFactor ? "输对密码" : "登录失败",
            user is null ? "未知用户" : Subject(user.UserName!),
            result.IsLockedOut ? "已锁定" : !result.IsNotAllowed ? detail : user?.IsDisabled == true ? "已停用" : "不在管理员电脑名单内",
            actor);
        await db.SaveChangesAsync();
    }

    /// <summary>A user's own sign-ins, failures and sign-outs, newest first.</summary>
    public static Task<List<AuditRecord>> SignInsOfAsync(this OfficeDb db, string userName, DateTimeOffset now)
    {
        var (since, subject) = (now.AddDays(-Days), Subject(userName));
        return db.AuditRecords.AsNoTracking().Where(record => record.At >= since && record.Subject == subject && Words.Contains(record.Action))
            .OrderByDescending(record => record.Id).Take(1000).ToListAsync();
    }

    private static string Subject(string userName) => $"用户 {userName}";
}
