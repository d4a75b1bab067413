using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>Error messages of ASP.NET Core Identity, in Chinese.</summary>
public sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Says(nameof(DefaultError), "没有保存，请再试一次。");

    public override IdentityError ConcurrencyFailure() => Says(nameof(ConcurrencyFailure), "别人刚刚改过这个用户，请重新打开再改。");

    public override IdentityError PasswordMismatch() => Says(nameof(PasswordMismatch), "原密码不对。");

    public override IdentityError InvalidUserName(string? userName) => Says(nameof(InvalidUserName), "登录名不能用。");

    public override IdentityError DuplicateUserName(string userName) => Says(nameof(DuplicateUserName), "这个登录名已经有人用了，请换一个。");

    public override IdentityError PasswordTooShort(int length) => Says(nameof(PasswordTooShort), $"密码太短：至少 {length} 位。");

    public override IdentityError UserAlreadyInRole(string role) => Says(nameof(UserAlreadyInRole), "已经是这个角色了。");

    public override IdentityError UserNotInRole(string role) => Says(nameof(UserNotInRole), "本来就不是这个角色。");

    private static IdentityError Says(string code, string sentence) => new() { Code = code, Description = sentence };
}
