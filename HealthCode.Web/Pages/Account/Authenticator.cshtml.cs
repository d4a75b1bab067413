using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Printing;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>登录验证码 — switched on and off by oneself: what the telephone shows is asked for besides the password.</summary>
public sealed class AuthenticatorModel(UserManager<OfficeUser> users, OfficeSignIn signIn, OwnPassword own, OfficeDb db) : PageModel
{
    private const int Codes = 10;
    private const string What = "登录验证码";

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    /// <summary>Whoever passes an open screen has not got it.</summary>
    [BindProperty, Display(Name = "密码"), DataType(DataType.Password), Required]
    public string? Password { get; set; }

    [TempData]
    public string? StatusMessage { get; set; }

    public bool IsOn { get; private set; }

    /// <summary>Typed by hand where no camera is at hand, in groups of four.</summary>
    public string Key { get; private set; } = "";

    public QrCode? Picture { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>恢复代码, shown this once.</summary>
    public IReadOnlyList<string> Recovery { get; private set; } = [];

    public async Task OnGetAsync() => await ShowAsync(await MeAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await MeAsync();
        if (!ModelState.IsValid || !await IsRightAsync(user))
        {
            await ShowAsync(user);
            return Page();
        }

        Recovery = await db.InOneTransaction(async () =>
        {
            await users.SetTwoFactorEnabledAsync(user, true);
            return (IReadOnlyList<string>)[.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes) ?? []];
        });
        await signIn.RefreshSignInAsync(user);
        await ShowAsync(user);
        return Page();
    }

    /// <summary>新的恢复代码: the old ones are worth nothing any more.</summary>
    public async Task<IActionResult> OnPostRenewAsync()
    {
        var user = await MeAsync();
        if (user.TwoFactorEnabled && ModelState.IsValid && await IsRightAsync(user))
        {
            Recovery = await db.InOneTransaction(async () =>
                (IReadOnlyList<string>)[.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes) ?? []]);
        }

        await ShowAsync(user);
        return Page();
    }

    /// <summary>关闭: only who has the telephone can.</summary>
    public async Task<IActionResult> OnPostOffAsync()
    {
        var user = await MeAsync();
        if (!ModelState.IsValid || !await IsRightAsync(user))
        {
            await ShowAsync(user);
            return Page();
        }

        await db.InOneTransaction(async () =>
        {
            await users.SetTwoFactorEnabledAsync(user, false);
            await users.ResetAuthenticatorKeyAsync(user);
        });
        await signIn.RefreshSignInAsync(user);
        StatusMessage = "验证码已关闭，以后登录只用密码。";
        return RedirectToPage();
    }

    private async Task<OfficeUser> MeAsync() => (await users.GetUserAsync(User))!;

    private async Task<bool> IsRightAsync(OfficeUser user)
    {
        if (await own.PasswordFaultAsync(user, Password!, What) is { } wrongPassword)
        {
            ModelState.AddModelError(nameof(Password), wrongPassword);
            return false;
        }

        if (await own.CodeFaultAsync(user, Input.Plain, What) is { } wrongCode)
        {
            ModelState.AddModelError("Input.Code", wrongCode);
            return false;
        }

        return true;
    }

    private async Task ShowAsync(OfficeUser user)
    {
        IsOn = user.TwoFactorEnabled;
        if (IsOn)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(user);
            return;
        }

        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await db.InOneTransaction(() => users.ResetAuthenticatorKeyAsync(user));
            await signIn.RefreshSignInAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }

        var name = Uri.EscapeDataString(user.UserName!);
        Key = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        Picture = QrCode.Of($"otpauth://totp/HealthCode:{name}?secret={key}&issuer=HealthCode&digits=6");
    }

    /// <summary>The dark modules as the outline of one drawing.</summary>
    public string Outline() => Picture!.Bars.Aggregate(new StringBuilder(), (path, bar) =>
        path.Append(CultureInfo.InvariantCulture, $"M{bar.Column} {bar.Row}h{bar.Length}v1h-{bar.Length}z")).ToString();
}
