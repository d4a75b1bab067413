using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>密码规则 — at least 10 characters, three of four character classes, no user name, not a common password (GB/T 22239-2019 身份鉴别); guards have a
/// PIN, see <see cref="PinRules"/>.</summary>
public sealed class PasswordRules : IPasswordValidator<OfficeUser>
{
    public const int ShortestLength = 10;

    /// <summary>Number of recent passwords that may not be reused, including the current one.</summary>
    public const int Remembered = 5;

    public const int LongestDays = 90;
    public const string Hint = "至少 10 位；大写字母、小写字母、数字、符号至少有三种；不能含登录名";

    public Task<IdentityResult> ValidateAsync(UserManager<OfficeUser> manager, OfficeUser user, string? password)
    {
        var fault = user.IsGuard ? PinRules.Fault(password ?? "", user.UserName ?? "") : Fault(password ?? "", user.UserName ?? "");
        fault ??= IsUsedUp(manager, user, password!) ? $"这个密码最近用过，最近 {Remembered} 个都不能再用，请换一个。" : null;
        return Task.FromResult(fault is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordTooWeak", Description = fault }));
    }

    /// <summary>Description of the requirements.</summary>
    public static string HintFor(bool guard) => guard ? PinRules.Hint : Hint;

    /// <summary>Whether the password has expired.</summary>
    public static bool IsOld(OfficeUser user, DateTimeOffset now) => user.PasswordChangedAt is { } since && now >= since.AddDays(LongestDays);

    /// <summary>Adds the replaced password's hash to the history.</summary>
    public static void Remember(OfficeUser user, string? replaced, DateTimeOffset now)
    {
        user.PasswordChangedAt = now;
        // One less, because the current password counts too.
        user.PasswordHistory = string.Join('\n', Former(user).Prepend(replaced ?? "").Where(hash => hash.Length > 0).Take(Remembered - 1));
    }

    private static bool IsUsedUp(UserManager<OfficeUser> manager, OfficeUser user, string password) =>
        Former(user).Prepend(user.PasswordHash ?? "").Where(hash => hash.Length > 0)
            .Any(hash => manager.PasswordHasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed);

    private static string[] Former(OfficeUser user) => user.PasswordHistory.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? Fault(string password, string userName)
    {
        var kinds = new[] { password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiDigit), password.Any(IsOther) }.Count(has => has);
        return password.Length < ShortestLength ? $"密码太短：至少 {ShortestLength} 位。"
            : kinds < 3 ? "密码太简单：大写字母、小写字母、数字、符号至少要有三种。"
            : userName.Length > 1 && password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? "密码里不能含登录名。"
            : CommonPasswords.Has(password) ? "这个密码太常用，别人一猜就中，请换一个自己才想得到的。"
            : null;
    }

    private static bool IsOther(char character) => !char.IsAsciiLetterOrDigit(character);
}
