using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;

namespace HealthCode.Tests.Pages.Account;

/// <summary>登录多久、在哪里算数.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        await _server.AddUserAsync("luru", _office, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Fifteen_minutes_begin_at_the_last_click_and_the_sign_in_page_says_why()
    {
        var clerk = await _server.SignedInAsync("luru");

        // Five minutes after the sign-in, and fourteen after that.
        _server.Clock.Advance(TimeSpan.FromMinutes(5));
        await clerk.OpenAsync("/Declarations");
        _server.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("/Declarations", (await clerk.OpenAsync("/Declarations")).Address);

        _server.Clock.Advance(TimeSpan.FromSeconds((15 * 60) + 1));
        await clerk.OpenAsync("/Declarations");
        Assert.Equal("登录", clerk.Title);
        Assert.Contains("15 分钟没有操作", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_told_of_no_earlier_sign_in()
    {
        var stranger = await _server.Browser().OpenAsync("/Declarations");

        Assert.Null(stranger.Page.QuerySelector(".note"));
    }

    [Fact]
    public async Task Eight_hours_end_the_sign_in_of_somebody_who_never_paused()
    {
        var clerk = await _server.SignedInAsync("luru");

        for (var minute = 0; minute < (8 * 60) - 10; minute += 10)
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(HttpStatusCode.NoContent, (await clerk.OpenAsync("/Account/Sessions?handler=Awake")).Status);
        }

        _server.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("/Declarations", (await clerk.OpenAsync("/Declarations")).Address);
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        await clerk.OpenAsync("/Declarations");
        Assert.Contains("满 8 小时", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_password_does_not_begin_the_eight_hours_anew()
    {
        var clerk = await _server.SignedInAsync("luru");
        _server.Clock.Advance(TimeSpan.FromMinutes(10));
        await clerk.OpenAsync("/Account/ChangePassword");
        await clerk.SendAsync(("原密码", OfficeServer.Password), ("新密码", "Xin-Mima-2020"), ("再输一次", "Xin-Mima-2020"));
        Assert.Equal("/", clerk.Address);

        for (var minute = 10; minute < 8 * 60; minute += 10)
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(10));
            await clerk.OpenAsync("/Account/Sessions?handler=Awake");
        }

        Assert.Contains("满 8 小时", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_sign_in_ends_the_older_one_which_is_told_so()
    {
        var office = await _server.SignedInAsync("luru");
        var gate = await _server.SignedInAsync("luru");

        await office.OpenAsync("/Declarations");
        Assert.Equal("登录", office.Title);
        Assert.Contains("在别的电脑或窗口上登录了", office.Text, StringComparison.Ordinal);
        Assert.Equal("/Declarations", (await gate.OpenAsync("/Declarations")).Address);

        await office.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));
        Assert.Equal("/Declarations", office.Address);
        await gate.OpenAsync("/Declarations");
        Assert.Equal("登录", gate.Title);
    }

    [Fact]
    public async Task A_minute_later_the_older_one_is_still_ended()
    {
        var office = await _server.SignedInAsync("luru");
        _server.Clock.Advance(TimeSpan.FromSeconds(61));
        await _server.SignedInAsync("luru");
        _server.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("登录", (await office.OpenAsync("/Declarations")).Title);
        Assert.Equal("登录", (await office.OpenAsync("/Declarations")).Title);
    }

    [Fact]
    public async Task A_failed_sign_in_ends_nobodys()
    {
        var clerk = await _server.SignedInAsync("luru");
        await _server.SignedInAsync("luru", "wrong");

        Assert.Equal("/Declarations", (await clerk.OpenAsync("/Declarations")).Address);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_signing_out()
    {
        var (clerk, copy) = await CopiedCookie.TakeAsync(_server, "luru");
        Assert.Equal(HttpStatusCode.OK, await copy.OpenAsync("/Declarations"));

        await clerk.OpenAsync("/");
        await clerk.PressAsync("退出");

        Assert.Equal(HttpStatusCode.Redirect, await copy.OpenAsync("/Declarations"));
    }

    [Fact]
    public async Task Signing_out_clears_what_the_browser_keeps()
    {
        var clerk = await _server.SignedInAsync("luru");
        await clerk.OpenAsync("/");
        var token = clerk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var answer = await clerk.Http.PostAsync("/Account/Logout", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        Assert.Equal(["\"storage\""], answer.Headers.GetValues("Clear-Site-Data"));
    }

    [Theory]
    [InlineData("https://localhost/", true)]
    [InlineData("http://localhost/", false)]
    public async Task Cookies_are_closed_to_scripts_and_other_sites_and_go_back_encrypted_where_they_came_encrypted(string address, bool secure)
    {
        using var http = _server.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri(address) });
        var browser = new OfficeBrowser(http);
        List<string> cookies = [];
        using (var page = await http.GetAsync("/Account/Login"))
        {
            cookies.AddRange(page.Headers.GetValues("Set-Cookie"));
        }

        await browser.OpenAsync("/Account/Login");
        var fields = browser.MainFields().Where(field => !field.Key.StartsWith("Input", StringComparison.Ordinal)).ToList();
        using (var answer = await http.PostAsync("/Account/Login", new FormUrlEncodedContent([.. fields, new("Input.UserName", "luru"), new("Input.Password", OfficeServer.Password)])))
        {
            cookies.AddRange(answer.Headers.GetValues("Set-Cookie"));
        }

        await browser.OpenAsync("/");
        var token = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using (var answer = await http.PostAsync("/Display", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("large", "true")])))
        {
            cookies.AddRange(answer.Headers.GetValues("Set-Cookie"));
        }

        string[] names = ["HealthCode.Form", "HealthCode.Desk", "HealthCode.LargeType"];
        Assert.All(names, name => Assert.Contains(cookies, cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal)));
        Assert.All(cookies, cookie => Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Matches("(?i); samesite=(lax|strict)", cookie));
        Assert.All(cookies, cookie => Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_page_knows_when_to_warn_and_whom_to_ask_for_more_time()
    {
        var clerk = await _server.SignedInAsync("luru");

        var warning = clerk.Page.QuerySelector("[data-idle]")!;
        Assert.Equal(("900", "120"), (warning.GetAttribute("data-idle"), warning.GetAttribute("data-warning")));
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.OpenAsync(warning.GetAttribute("data-awake-url")!)).Status);
        Assert.Null((await _server.Browser().OpenAsync("/Account/Login")).Page.QuerySelector("[data-idle]"));
    }

    [Fact]
    public async Task What_asks_by_itself_keeps_nobody_signed_in()
    {
        var clerk = await _server.SignedInAsync("luru");
        _server.Clock.Advance(TimeSpan.FromMinutes(14));
        await clerk.OpenAsync("/Imports/Details/00000000-0000-0000-0000-000000000000?handler=Progress");
        _server.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("登录", (await clerk.OpenAsync("/")).Title);
    }
}
