using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>登录.</summary>
public sealed class LoginModel(SignInManager<OfficeUser> signIn, OfficeDb db, Desk desk) : PageModel
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

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
        var result = user is null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(user, Input.Password!, false, lockoutOnFailure: true);
        await NoteAsync(user, result);
        if (result.Succeeded)
        {
            return user!.MustChangePassword ? RedirectToPage("/Account/ChangePassword")
                : user.IsGuard ? RedirectToPage("/Verification/Check")
                : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        ModelState.AddModelError("", await SentenceAsync(user, result));
        return Page();
    }

    private async Task<string> SentenceAsync(OfficeUser? user, Microsoft.AspNetCore.Identity.SignInResult result)
    {
        if (result.IsLockedOut && await signIn.UserManager.GetLockoutEndDateAsync(user!) is { } until)
        {
            var clock = OfficeClock.AtOffice(until);
            return $"连续输错 5 次，已锁定到 {clock.Hour}时{clock.Minute:00}分，之后再试。急用请找系统管理员。";
        }

        return result.IsNotAllowed ? "这个用户已停用，请找系统管理员。" : "登录名或密码不对，请核对大小写后再试。";
    }

    private async Task NoteAsync(OfficeUser? user, Microsoft.AspNetCore.Identity.SignInResult result)
    {
        // A name nobody has may be a password typed into the wrong box: it is not kept.
        var actor = new AuditActor(
            user is null ? null : new StaffMember(user.UserName!, user.StaffName), user?.OfficeScope, desk.Actor.Workstation);
        db.Note(
            result.Succeeded ? "登录" : "登录失败",
            user is null ? "未知用户" : $"用户 {user.UserName}",
            result.IsLockedOut ? "已锁定" : result.IsNotAllowed ? "已停用" : "",
            actor);
        await db.SaveChangesAsync();
    }
}
