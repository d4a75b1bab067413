using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>密码规则 — at least 10 characters, three of four kinds, and not built from the user's own name (等级保护 7.3); a guard's is a PIN, see <see cref="PinRules"/>.</summary>
public sealed class PasswordRules : IPasswordValidator<OfficeUser>
{
    public const int ShortestLength = 10;
    public const string Hint = "至少 10 位；大写字母、小写字母、数字、符号至少有三种；不能含登录名";

    public Task<IdentityResult> ValidateAsync(UserManager<OfficeUser> manager, OfficeUser user, string? password)
    {
        var fault = user.IsGuard ? PinRules.Fault(password ?? "", user.UserName ?? "") : Fault(password ?? "", user.UserName ?? "");
        return Task.FromResult(fault is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordTooWeak", Description = fault }));
    }

    /// <summary>What somebody is asked for.</summary>
    public static string HintFor(bool guard) => guard ? PinRules.Hint : Hint;

    private static string? Fault(string password, string userName)
    {
        var kinds = new[] { password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiDigit), password.Any(IsOther) }.Count(has => has);
        return password.Length < ShortestLength ? $"密码太短：至少 {ShortestLength} 位。"
            : kinds < 3 ? "密码太简单：大写字母、小写字母、数字、符号至少要有三种。"
            : userName.Length > 1 && password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? "密码里不能含登录名。"
            : null;
    }

    private static bool IsOther(char character) => !char.IsAsciiLetterOrDigit(character);
}
