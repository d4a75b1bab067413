using System.Net;
using AngleSharp.Dom;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;

namespace HealthCode.Tests.Pages.Shared;

/// <summary>说清楚什么没有办成: every error says what was attempted, and the errors of a form stand in the order of its fields.</summary>
public sealed class AttemptTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/Residents/Create", null, "登记")]
    [InlineData("/Declarations/Create", null, "保存并录下一份")]
    [InlineData("/HealthStatuses/Keep", null, "开始代为打卡")]
    [InlineData("/Imports", null, "上传")]
    [InlineData("/Verification/Check", "查验", "查验")]
    public async Task The_summary_names_the_button_that_was_pressed_and_follows_the_form(string page, string? button, string attempted)
    {
        var clerk = await _server.ClerkAsync();
        await clerk.OpenAsync(page);
        if (clerk.Page.QuerySelector("form.sheet") is null)
        {
            return;
        }

        await (button is null ? clerk.SendAsync() : clerk.PressAsync(button));

        Assert.StartsWith($"“{attempted}”没有办成：有 ", Heading(clerk), StringComparison.Ordinal);
        IsInOrder(clerk);
    }

    [Fact]
    public async Task Whoever_signs_in_without_a_name_reads_that_signing_in_was_not_done()
    {
        var nobody = _server.Browser();
        await nobody.OpenAsync("/Account/Login");
        await nobody.SendAsync();

        Assert.Equal("“登录”没有办成：有 2 处要改", Heading(nobody));
        IsInOrder(nobody);
    }

    [Fact]
    public async Task An_unanswered_question_stands_in_its_place_though_the_browser_sends_nothing_of_it()
    {
        var guard = await _server.SignedInGuardAsync("kakou");
        var card = Assert.Single(await _server.CardsInHandAsync());
        await guard.ScanAsync(await _server.CodeAsync(card.Id));
        // The temperature's box comes after the question and is read before it.
        await guard.RecordAsync(("Temperature", "热"), ("DocumentNumber", new string('1', 70)));

        Assert.Equal("“登记这个情况”没有办成", Heading(guard).Replace("放行", "登记这个情况", StringComparison.Ordinal).Split('：')[0]);
        IsInOrder(guard);
    }

    [Fact]
    public async Task A_page_that_refuses_says_what_it_refused()
    {
        var clerk = await _server.ClerkAsync();
        Assert.Contains("“打开这一页”没有办成", (await clerk.OpenAsync("/nowhere")).Text, StringComparison.Ordinal);

        // Without the antiforgery token.
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsync("/Residents/Create", [])).Status);
        Assert.Contains("“保存”没有办成", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("“查验”没有办成", (await clerk.PostAsync("/Verification/Check", [])).Text, StringComparison.Ordinal);
        Assert.Contains("“登录”没有办成", (await _server.Browser().PostAsync("/Account/Login", [])).Text, StringComparison.Ordinal);
        Assert.Contains("“导入”没有办成", (await clerk.PostAsync("/Imports", [])).Text, StringComparison.Ordinal);

        // Too large, and unreadable.
        using var large = new ByteArrayContent(new byte[70 * 1024]);
        large.Headers.ContentType = new("application/x-www-form-urlencoded");
        var tooLarge = await _server.Browser().PostAsync("/Account/Login", large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.Status);
        Assert.Contains("“登录”没有办成", tooLarge.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_too_quick_reads_what_has_to_wait()
    {
        await using var server = new OfficeServer { Settings = new() { [RateLimits.SignInsPerMinute] = "1" } };
        await server.AddOfficeAsync(await server.FirstVillageAsync());
        var nobody = server.Browser();
        foreach (var _ in (int[])[1, 2])
        {
            await nobody.OpenAsync("/Account/Login");
            await nobody.SendAsync(("登录名", "nobody"), ("密码", "wrong"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, nobody.Status);
        Assert.Contains("“登录”没有办成。按得太快", nobody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_program_says_what_it_broke()
    {
        var clerk = await _server.ClerkAsync();
        await clerk.OpenAsync("/Residents/Create");
        await _server.RenameAwayAsync("Residents");

        await clerk.SendAsync(("姓名", "马小红"), ("证件号码", PaperForm.Number), ("住址", "样例村3组8号"));

        Assert.Contains("“保存”没有办成", clerk.Text, StringComparison.Ordinal);
        await _server.RenameAwayAsync("Residents", back: true);
    }

    [Fact]
    public async Task A_form_that_came_too_late_says_what_it_was_for()
    {
        var guard = await _server.SignedInGuardAsync("kakou");
        var card = Assert.Single(await _server.CardsInHandAsync());
        await guard.OpenAsync("/Verification/Check");
        var fields = guard.MainFields().Where(field => field.Key != "Input.Code").Append(new("Input.Code", card.Number)).ToList();
        _server.Clock.Advance(TimeSpan.FromMinutes(16));

        await guard.PostAsync("/Verification/Check", fields);
        Assert.Equal("登录", guard.Title);
        await guard.SendAsync(("登录名", "kakou"), ("密码", OfficeServer.Pin));

        Assert.Contains("您要“查验”的时候登录已经过期", guard.Text, StringComparison.Ordinal);
    }

    private static string Heading(OfficeBrowser browser) => browser.Page.QuerySelector(".summary h2")?.TextContent ?? browser.Text;

    /// <summary>The links of the summary lead down the page.</summary>
    private static void IsInOrder(OfficeBrowser browser)
    {
        var all = browser.Page.QuerySelectorAll("main *").ToList();
        var places = browser.Page.QuerySelectorAll(".summary a").Select(link => link.GetAttribute("href")![1..])
            .Select(id => all.FindIndex(element => element.Id == id || element.GetAttribute("name")?.Replace('.', '_') == id)).Where(place => place >= 0).ToList();
        Assert.Equal(places.Order(), places);
    }
}
