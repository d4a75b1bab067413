using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>验证码 — the second step of the sign-in for users with two-factor sign-in.</summary>
public sealed class CodeModel(OfficeSignIn signIn, OfficeDb db, CurrentUser currentUser) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Account/Login") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return RedirectToPage("/Account/Login", new { ReturnUrl });
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var isShown = Input.Plain.Length == UsedTotpCode.Figures && Input.Plain.All(char.IsAsciiDigit);
        var result = isShown
            ? await signIn.TwoFactorAuthenticatorSignInAsync(Input.Plain, false, false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(Input.Recovery);
        await db.NoteSignInAsync(currentUser, user, result, isShown ? "验证码" : "恢复代码");
        if (result.Succeeded)
        {
            return LocalRedirect(PostSignInRedirect.After(user, ReturnUrl, Url));
        }

        ModelState.AddModelError("Input.Code", result.IsLockedOut && user.LockoutEnd is { } until
            ? SignInAttempts.LockedSentence(until)
            : "验证码不对，或者已经过时。请看手机上现在的 6 位数字；没带手机，输打印的恢复代码，一个只能用一次。");
        return Page();
    }
}
