using System.Globalization;
using System.Text;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Account;

/// <summary>登录验证码 — lets a user turn two-factor sign-in with an authenticator app on or off for his own account.</summary>
public sealed class AuthenticatorModel(UserManager<OfficeUser> users, OfficeSignIn signIn, OwnPassword own, OfficeDb db) : OfficePageModel
{
    private const int Codes = 10;
    private const string What = "登录验证码";

    [BindProperty]
    public AuthenticatorInput Input { get; set; } = new();

    public bool IsOn => Account.TwoFactorEnabled;

    /// <summary>The shared secret in groups of four characters, for typing it in when the QR code cannot be scanned.</summary>
    public string Key { get; private set; } = "";

    public QrCode? Picture { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>恢复代码 (recovery codes); shown only in the response that created them.</summary>
    public IReadOnlyList<string> Recovery { get; private set; } = [];

    private OfficeUser Account { get; set; } = null!;

    public void OnGet()
    {
    }

    public async Task OnPostAsync()
    {
        if (!await IsRightAsync())
        {
            return;
        }

        Recovery = await db.InOneTransactionAsync(async () =>
        {
            await users.SetTwoFactorEnabledAsync(Account, true);
            return (IReadOnlyList<string>)[.. await users.GenerateNewTwoFactorRecoveryCodesAsync(Account, Codes) ?? []];
        });
        await signIn.RefreshSignInAsync(Account);
    }

    /// <summary>新的恢复代码: generates new recovery codes, which invalidates the old ones.</summary>
    public async Task OnPostRenewAsync()
    {
        if (IsOn && await IsRightAsync())
        {
            Recovery = await db.InOneTransactionAsync(async () =>
                (IReadOnlyList<string>)[.. await users.GenerateNewTwoFactorRecoveryCodesAsync(Account, Codes) ?? []]);
        }
    }

    /// <summary>关闭: turns two-factor sign-in off; needs the password and a valid code.</summary>
    public async Task<IActionResult> OnPostOffAsync()
    {
        if (!await IsRightAsync())
        {
            return Page();
        }

        await db.InOneTransactionAsync(async () =>
        {
            await users.SetTwoFactorEnabledAsync(Account, false);
            await users.ResetAuthenticatorKeyAsync(Account);
        });
        await signIn.RefreshSignInAsync(Account);
        StatusMessage = "验证码已关闭，以后登录只用密码。";
        return RedirectToPage();
    }

    /// <summary>The dark modules of the QR code as the data of one SVG path.</summary>
    public string Outline() => Picture!.Bars.Aggregate(new StringBuilder(), (path, bar) =>
        path.Append(CultureInfo.InvariantCulture, $"M{bar.Column} {bar.Row}h{bar.Length}v1h-{bar.Length}z")).ToString();

    protected override async Task<IActionResult?> LoadAsync()
    {
        Account = (await users.GetUserAsync(User))!;
        return null;
    }

    protected override async Task ShowAsync()
    {
        if (IsOn)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(Account);
            return;
        }

        if (await users.GetAuthenticatorKeyAsync(Account) is not { Length: > 0 } key)
        {
            await db.InOneTransactionAsync(() => users.ResetAuthenticatorKeyAsync(Account));
            await signIn.RefreshSignInAsync(Account);
            key = (await users.GetAuthenticatorKeyAsync(Account))!;
        }

        var name = Uri.EscapeDataString(Account.UserName!);
        Key = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        Picture = QrCode.Of($"otpauth://totp/HealthCode:{name}?secret={key}&issuer=HealthCode&digits=6");
    }

    private async Task<bool> IsRightAsync()
    {
        if (!ModelState.IsValid)
        {
            return false;
        }

        if (await own.PasswordFaultAsync(Account, Input.Password!, What) is { } wrongPassword)
        {
            ModelState.AddModelError("Input.Password", wrongPassword);
            return false;
        }

        if (await own.CodeFaultAsync(Account, Input.Plain, What) is { } wrongCode)
        {
            ModelState.AddModelError("Input.Code", wrongCode);
            return false;
        }

        return true;
    }
}
