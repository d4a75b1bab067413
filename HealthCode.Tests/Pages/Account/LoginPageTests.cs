using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Account;

public sealed class LoginPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        await _server.AddUserAsync("马小兰", _office, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/Administration")]
    [InlineData("/Audit")]
    [InlineData("/no-such-page")]
    public async Task Nothing_is_shown_before_sign_in(string address)
    {
        var browser = await _server.Browser().OpenAsync(address);

        Assert.StartsWith("/Account/Login", browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_sign_in_one_is_where_one_wanted_to_go()
    {
        var browser = await _server.Browser().OpenAsync("/?from=bookmark");

        await browser.SendAsync(("登录名", "马小兰"), ("密码", OfficeServer.Password));

        Assert.Equal("/?from=bookmark", browser.Address);
    }

    [Fact]
    public async Task An_address_elsewhere_is_not_followed_after_sign_in()
    {
        var browser = await _server.Browser().OpenAsync("/Account/Login?returnUrl=https://example.org/");

        await browser.SendAsync(("登录名", "马小兰"), ("密码", OfficeServer.Password));

        Assert.Equal("/", browser.Address);
    }

    [Fact]
    public async Task Five_failures_lock_the_user_and_the_sentence_says_until_when()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _server.SignedInAsync("马小兰", "wrong");
        }

        var browser = await _server.SignedInAsync("马小兰");

        Assert.Matches("已锁定到 \\d+时\\d\\d分", Assert.Single(browser.Errors));
    }

    [Fact]
    public async Task Four_failures_do_not_lock()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await _server.SignedInAsync("马小兰", "wrong");
        }

        Assert.Equal("/", (await _server.SignedInAsync("马小兰")).Address);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_are_told_alike()
    {
        var unknown = await _server.SignedInAsync("nobody");
        var wrong = await _server.SignedInAsync("马小兰", "wrong");

        Assert.Equal(Assert.Single(unknown.Errors), Assert.Single(wrong.Errors));
    }

    [Fact]
    public async Task Sign_ins_and_failures_are_audited_without_what_was_typed()
    {
        await _server.SignedInAsync("Mistyped-Password-1", "x");
        await _server.SignedInAsync("马小兰", "Mistyped-Password-2");
        await _server.SignedInAsync("马小兰");

        var records = await _server.InDbAsync(db => db.AuditRecords.OrderBy(record => record.Id).ToListAsync());
        Assert.Equal(["登录失败 未知用户", "登录失败 用户 马小兰", "登录 用户 马小兰"],
            records.TakeLast(3).Select(record => $"{record.Action} {record.Subject}"));
        Assert.DoesNotContain(records, record => (record.Subject + record.Detail + record.UserName).Contains("Mistyped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fifteen_idle_minutes_end_the_sign_in()
    {
        var browser = await _server.SignedInAsync("马小兰");

        _server.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("/", (await browser.OpenAsync("/")).Address);
        _server.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("/", (await browser.OpenAsync("/")).Address);
        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.StartsWith("/Account/Login", (await browser.OpenAsync("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in()
    {
        var browser = await _server.SignedInAsync("马小兰");

        await browser.PressAsync("退出");

        Assert.StartsWith("/Account/Login", (await browser.OpenAsync("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_form_post_is_refused_with_a_Chinese_page()
    {
        var browser = await _server.SignedInAsync("马小兰");

        await browser.PostAsync("/Account/Logout", [new("__RequestVerificationToken", "forged")]);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal("这张表没有收下", browser.Title);
        Assert.Equal("/", (await browser.OpenAsync("/")).Address);
    }

    [Fact]
    public async Task An_unknown_page_is_answered_with_404_in_Chinese()
    {
        var browser = await (await _server.SignedInAsync("马小兰")).OpenAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal("没有这一页", browser.Title);
    }

    [Fact]
    public async Task Pages_are_never_kept_by_a_browser()
    {
        var browser = await _server.SignedInAsync("马小兰");

        using var answer = await browser.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'self'", string.Join("", answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guard_lands_at_his_gate_wherever_he_wanted_to_go_and_the_front_page_leads_there()
    {
        var guard = await _server.SignedInGuardAsync("守卫");
        Assert.Equal("/Verification/Check", guard.Address);
        Assert.Equal("查验", guard.Title);
        Assert.Contains("村口卡点", guard.Text, StringComparison.Ordinal);

        Assert.Equal("/Verification/Check", (await guard.OpenAsync("/")).Address);

        var other = await _server.Browser().OpenAsync("/Declarations");
        await other.SendAsync(("登录名", "守卫"), ("密码", OfficeServer.Pin));
        Assert.Equal("/Verification/Check", other.Address);
    }

    [Fact]
    public async Task Five_wrong_PINs_lock_a_guard_for_fifteen_minutes_like_anybody()
    {
        await _server.SignedInGuardAsync("守卫");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _server.SignedInAsync("守卫", $"11223{attempt}");
        }

        Assert.Matches("已锁定到 \\d+时\\d\\d分", Assert.Single((await _server.SignedInAsync("守卫", OfficeServer.Pin)).Errors));
    }

    [Theory]
    [InlineData("12345", "值守员的密码是 6 位数字。")]
    [InlineData("Xin-Mima-2020", "值守员的密码是 6 位数字。")]
    [InlineData("888888", "6 位数字不能都一样。")]
    [InlineData("654321", "6 位数字不能是连着的，例如 123456、654321。")]
    [InlineData(OfficeServer.Pin, "新密码和原密码一样，请换一个。")]
    public async Task A_guard_changes_his_PIN_to_a_PIN(string fresh, string sentence)
    {
        var guard = await _server.SignedInGuardAsync("守卫");
        await guard.OpenAsync("/Account/ChangePassword");
        Assert.Contains("6 位数字", guard.Text, StringComparison.Ordinal);

        await guard.SendAsync(("原密码", OfficeServer.Pin), ("新密码", fresh), ("再输一次", fresh));
        Assert.Contains(sentence, guard.Errors);

        await guard.SendAsync(("原密码", OfficeServer.Pin), ("新密码", "602914"), ("再输一次", "602914"));
        Assert.Contains("密码已改", guard.StatusMessage, StringComparison.Ordinal);
        Assert.Equal("/Verification/Check", (await _server.SignedInAsync("守卫", "602914")).Address);
    }

    [Fact]
    public async Task Nobody_else_may_have_six_digits()
    {
        var clerk = await _server.SignedInAsync("马小兰");
        await clerk.OpenAsync("/Account/ChangePassword");

        await clerk.SendAsync(("原密码", OfficeServer.Password), ("新密码", "602914"), ("再输一次", "602914"));

        Assert.Equal(["密码太短：至少 10 位。"], clerk.Errors);
    }

    [Fact]
    public async Task Large_type_is_switched_without_a_script()
    {
        var browser = await _server.SignedInAsync("马小兰");

        await browser.PressAsync("大字");

        Assert.Contains("large", browser.Page.DocumentElement.ClassList);
        await browser.PressAsync("标准字");
        Assert.DoesNotContain("large", browser.Page.DocumentElement.ClassList);
    }

    [Fact]
    public async Task A_new_password_replaces_the_old_one()
    {
        var browser = await _server.SignedInAsync("马小兰");
        await browser.OpenAsync("/Account/ChangePassword");

        await browser.SendAsync(("原密码", OfficeServer.Password), ("新密码", "Xin-Mima-2020"), ("再输一次", "Xin-Mima-2020"));

        Assert.Contains("密码已改", browser.StatusMessage, StringComparison.Ordinal);
        Assert.Equal("/", (await _server.SignedInAsync("马小兰", "Xin-Mima-2020")).Address);
        Assert.NotEmpty((await _server.SignedInAsync("马小兰")).Errors);
    }

    [Theory]
    [InlineData("wrong", "Xin-Mima-2020", "Xin-Mima-2020", "原密码不对。")]
    [InlineData(OfficeServer.Password, "Short-1", "Short-1", "密码太短：至少 10 位。")]
    [InlineData(OfficeServer.Password, "onlylowercase", "onlylowercase", "密码太简单：大写字母、小写字母、数字、符号至少要有三种。")]
    [InlineData(OfficeServer.Password, "Xin-Mima-2020", "Xin-Mima-2021", "两次填的不一样，请重新填写。")]
    [InlineData(OfficeServer.Password, "Aa-1马小兰xxxx", "Aa-1马小兰xxxx", "密码里不能含登录名。")]
    [InlineData(OfficeServer.Password, OfficeServer.Password, OfficeServer.Password, "新密码和原密码一样，请换一个。")]
    public async Task A_password_that_cannot_be_taken_gets_its_sentence(string old, string fresh, string again, string sentence)
    {
        var browser = await _server.SignedInAsync("马小兰");
        await browser.OpenAsync("/Account/ChangePassword");

        await browser.SendAsync(("原密码", old), ("新密码", fresh), ("再输一次", again));

        Assert.Contains(sentence, browser.Errors);
    }
}
