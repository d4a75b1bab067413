using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>登录.</summary>
public sealed class LoginModel(OfficeSignIn signIn, OfficeDb db, CurrentUser currentUser) : PageModel
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why the previous session ended, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public SignOutReason? Why { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var user = await signIn.UserManager.FindByNameAsync(Input.UserName!);
        DateTimeOffset? unknownUntil = user is null ? await signIn.RefuseUnknownAsync(Input.UserName!, Input.Password!) : null;
        var result = user is not null ? await signIn.PasswordSignInAsync(user, Input.Password!, false, lockoutOnFailure: true)
            : unknownUntil is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : Microsoft.AspNetCore.Identity.SignInResult.LockedOut;
        await db.NoteSignInAsync(currentUser, user, result);
        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Account/Code", new { ReturnUrl });
        }

        if (result.Succeeded)
        {
            return LocalRedirect(PostSignInRedirect.After(user!, ReturnUrl, Url));
        }

        ModelState.AddModelError("", Sentence(user, result, unknownUntil ?? user?.LockoutEnd));
        return Page();
    }

    /// <summary>为什么又要登录: the sentence for <see cref="Why"/>, or null.</summary>
    public string? Ended => Why switch
    {
        SignOutReason.Idle => "15 分钟没有操作，为了安全要再登录一次。",
        SignOutReason.Elsewhere => "您在别的电脑或窗口上登录了，这里就退出了：一个人同时只能在一处登录。如果不是您本人，请马上改密码，并告诉安全管理员。",
        SignOutReason.TooLong => "登录满 8 小时了，请再登录一次。",
        SignOutReason.Address => "管理员只能在名单里的电脑上登录，这台电脑不在名单里。",
        SignOutReason.Changed => "您的密码、角色或登录有变动，请再登录一次。",
        _ => null,
    };

    private static string Sentence(OfficeUser? user, Microsoft.AspNetCore.Identity.SignInResult result, DateTimeOffset? until) =>
        result.IsLockedOut ? SignInAttempts.LockedSentence(until!.Value)
        : !result.IsNotAllowed ? "登录名或密码不对，请核对大小写后再试。"
        : user!.IsDisabled ? "这个用户已停用，请找系统管理员。"
        : "管理员只能在名单里的电脑上登录。这台电脑不在名单里，请换一台，或者找安全管理员加进去。";
}
