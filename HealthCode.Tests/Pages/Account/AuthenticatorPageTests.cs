using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using HealthCode.Tests.Support;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Account;

/// <summary>登录验证码 (RFC 6238).</summary>
public sealed class AuthenticatorPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeUser _user = null!;
    private OfficeBrowser _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _user = await _server.AddUserAsync("luru", (await _server.FirstVillageAsync()).Value, Roles.Clerk);
        _clerk = await _server.SignedInAsync("luru");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Switched_on_it_is_asked_for_at_the_next_sign_in_and_a_wrong_one_does_not_open()
    {
        var (key, _) = await SwitchOnAsync();

        var again = await _server.SignedInAsync("luru");
        Assert.StartsWith("/Account/Code", again.Address, StringComparison.Ordinal);
        Assert.StartsWith("/Account/Login", (await again.OpenAsync("/Declarations")).Address, StringComparison.Ordinal);

        await again.OpenAsync("/Account/Code?returnUrl=/Declarations");
        await again.SendAsync(("验证码", "000000" == Code(key) ? "000001" : "000000"));
        Assert.StartsWith("验证码不对", Assert.Single(again.Errors), StringComparison.Ordinal);
        // The code of switching on is used up.
        var code = Code(key, later: 1);
        await again.SendAsync(("验证码", code));
        Assert.Equal("/Declarations", again.Address);

        var overTheShoulder = await _server.SignedInAsync("luru");
        await overTheShoulder.SendAsync(("验证码", code));
        Assert.StartsWith("验证码不对", Assert.Single(overTheShoulder.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_was_used_before_a_restart_is_used_after_it()
    {
        var (key, _) = await SwitchOnAsync();
        var code = Code(key, later: 1);
        await (await _server.SignedInAsync("luru")).SendAsync(("验证码", code));
        _server = await _server.RestartAsync();

        var again = await _server.SignedInAsync("luru");
        await again.SendAsync(("验证码", code));

        Assert.StartsWith("验证码不对", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_alone_neither_signs_in_nor_ends_the_other_sign_in()
    {
        await SwitchOnAsync();

        await _server.SignedInAsync("luru");

        Assert.Equal("/Declarations", (await _clerk.OpenAsync("/Declarations")).Address);
        Assert.Contains("输对密码", (await _clerk.OpenAsync("/Account/Sessions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_switched_on_only_by_who_can_read_the_code()
    {
        await _clerk.OpenAsync("/Account/Authenticator");
        await _clerk.SendAsync(("密码", OfficeServer.Password), ("验证码", "12345"));

        Assert.StartsWith("验证码不对", Assert.Single(_clerk.Errors), StringComparison.Ordinal);
        Assert.False(await _server.InDbAsync(db => db.Users.Select(user => user.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_finds_the_screen_open_and_has_not_the_password_switches_nothing_on()
    {
        await _clerk.OpenAsync("/Account/Authenticator");
        await _clerk.SendAsync(("密码", "Buzhidao-2020"), ("验证码", Code(Key())));

        Assert.StartsWith("密码不对", Assert.Single(_clerk.Errors), StringComparison.Ordinal);
        Assert.False(await _server.InDbAsync(db => db.Users.Select(user => user.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task Ten_recovery_codes_are_shown_once_and_each_opens_once()
    {
        var (_, recovery) = await SwitchOnAsync();
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.DoesNotContain(recovery[0], (await _clerk.OpenAsync("/Account/Authenticator")).Html, StringComparison.Ordinal);

        var again = await _server.SignedInAsync("luru");
        await again.SendAsync(("验证码", recovery[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal("/", again.Address);

        var third = await _server.SignedInAsync("luru");
        await third.SendAsync(("验证码", recovery[0]));
        Assert.StartsWith("验证码不对", Assert.Single(third.Errors), StringComparison.Ordinal);
        await third.SendAsync(("验证码", recovery[1]));
        Assert.Contains("还有 8 个恢复代码", (await third.OpenAsync("/Account/Authenticator")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        var (key, recovery) = await SwitchOnAsync();
        await _clerk.OpenAsync("/Account/Authenticator");
        await _clerk.PressAsync("换一批恢复代码", ("密码", OfficeServer.Password), ("验证码", Code(key, later: 1)));
        var fresh = Recovery();

        Assert.Equal(10, fresh.Count);
        Assert.Empty(fresh.Intersect(recovery));
        var again = await _server.SignedInAsync("luru");
        await again.SendAsync(("验证码", recovery[0]));
        Assert.NotEmpty(again.Errors);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_like_five_wrong_passwords()
    {
        var (key, _) = await SwitchOnAsync();
        var again = await _server.SignedInAsync("luru");
        var wrong = Code(key) == "000000" ? "000001" : "000000";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await again.SendAsync(("验证码", wrong));
        }

        Assert.Matches("已锁定到 \\d+时\\d\\d分", Assert.Single(again.Errors));
        Assert.Matches("已锁定到 \\d+时\\d\\d分", Assert.Single((await _server.SignedInAsync("luru")).Errors));
    }

    [Fact]
    public async Task It_is_switched_off_with_a_code_and_the_password_is_enough_again()
    {
        var (key, _) = await SwitchOnAsync();
        await _clerk.OpenAsync("/Account/Authenticator");
        await _clerk.PressAsync("关闭验证码", ("密码", OfficeServer.Password), ("验证码", "1"));
        Assert.NotEmpty(_clerk.Errors);
        await _clerk.PressAsync("关闭验证码", ("密码", OfficeServer.Password), ("验证码", Code(key, later: 1)));

        Assert.Contains("已关闭", _clerk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal("/", (await _server.SignedInAsync("luru")).Address);
    }

    [Fact]
    public async Task Of_somebody_who_lost_telephone_and_codes_the_security_administrator_switches_it_off()
    {
        await SwitchOnAsync();
        var security = await _server.SignedInUserAsync("anquan", _user.OfficeScope, Roles.SecurityAdministrator);
        await security.OpenAsync($"/Administration/EditUser/{_user.Id}");
        await security.PressAsync("关闭他的验证码");

        Assert.Contains("验证码已关闭", security.StatusMessage, StringComparison.Ordinal);
        Assert.Equal("/", (await _server.SignedInAsync("luru")).Address);
    }

    [Fact]
    public async Task The_drawing_is_the_address_an_authenticator_reads()
    {
        await _clerk.OpenAsync("/Account/Authenticator");
        var key = Key();
        var drawn = _clerk.Page.QuerySelector("main svg path")!.GetAttribute("d")!;
        var code = HealthCode.Web.Printing.QrCode.Of($"otpauth://totp/HealthCode:luru?secret={key}&issuer=HealthCode&digits=6");
        Assert.Equal(code.Bars.Count, drawn.Count(letter => letter == 'M'));
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"M{code.Bars[0].Column} {code.Bars[0].Row}h{code.Bars[0].Length}v1"), drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_key_nor_recovery_codes_lie_open_in_the_file_or_in_the_audit()
    {
        var (key, recovery) = await SwitchOnAsync();

        var kept = string.Join('\n', await _server.InDbAsync(db => db.UserTokens.Select(token => token.Value).ToListAsync()));
        var audit = string.Join('\n', await _server.InDbAsync(db => db.AuditRecords.Select(record => record.Subject + record.Detail).ToListAsync()));
        Assert.All(recovery.Append(key), secret => Assert.DoesNotContain(secret, kept + audit, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("登录验证码", audit, StringComparison.Ordinal);
        Assert.True(kept.Length > 100);
    }

    private async Task<(string Key, IReadOnlyList<string> Recovery)> SwitchOnAsync()
    {
        await _clerk.OpenAsync("/Account/Authenticator");
        var key = Key();
        await _clerk.SendAsync(("密码", OfficeServer.Password), ("验证码", Code(key)));
        return (key, Recovery());
    }

    /// <summary>As the page shows it, for who types it.</summary>
    private string Key() => _clerk.Page.QuerySelector("main ol .figure")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    private List<string> Recovery() => [.. _clerk.Page.QuerySelectorAll("main ol.figure li").Select(item => item.TextContent.Trim())];

    /// <summary>What a telephone would show now, or half a minute later: RFC 6238 with the defaults, written down from its text.</summary>
    private static string Code(string key, int later = 0)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(letter => Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + later);
#pragma warning disable CA5350 // Authenticator programs know no other.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
