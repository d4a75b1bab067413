using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HealthCode.Tests.Browser;

/// <summary>关口 — a guard at his PC with a scanner and the keyboard, leaving pictures.</summary>
public sealed class GateDeskTests : IAsyncLifetime
{
    private const string Desk = "/Verification/Check";

    private OfficeServer _server = null!;
    private RealBrowser _gate = null!;
    private string _office = "";
    private List<long> _cards = [];

    private IPage Page => _gate.Page;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _cards = await _server.IssueAsync(4);
        await _server.HandOverAsync(_cards[0], _cards[1], _cards[2]);
        await _server.RevokeAsync(_cards[1]);
        _gate = await RealBrowser.BeforeAsync(_server);
    }

    public async Task DisposeAsync()
    {
        await _gate.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_guard_signs_in_with_six_digits_scans_ticks_and_lets_pass_without_the_mouse()
    {
        await StandAsync();
        Assert.EndsWith(Desk, new Uri(Page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("Input.Code", await _gate.FocusAsync());

        await ScanAsync(await _server.CodeAsync(_cards[0]));
        Assert.Equal("有效", await VerdictAsync());
        Assert.Equal("Input.FoundNormal", await _gate.FocusAsync());
        await _gate.PictureAsync("15-查验-有效");
        await _gate.PressAsync("1");
        await _gate.GoAsync("Alt+F");

        Assert.Equal("已放行。", (await Page.InnerTextAsync(".status")).Trim());
        Assert.Equal("Input.Code", await _gate.FocusAsync());
        Assert.Equal("", await Page.InputValueAsync("[name='Input.Code']"));
        Assert.Contains("今天已放行 1 人", await Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await ScanAsync(await _server.CodeAsync(_cards[2]));
        await _gate.PressAsync("1");
        await _gate.GoAsync("Alt+F");
        Assert.Contains("今天已放行 2 人", await Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.GateIncidents.CountAsync()));
        Assert.Empty(_gate.ScriptErrors);
    }

    [Fact]
    public async Task A_stopped_card_becomes_an_incident_with_what_was_done()
    {
        await StandAsync();
        await ScanAsync(await _server.CodeAsync(_cards[1]));
        Assert.Equal("已停用", await VerdictAsync());
        await _gate.PictureAsync("16-查验-已停用");

        await _gate.PressAsync("1");
        await _gate.TabToAsync("input[name='Input.Handling']");
        await _gate.TypeAsync("劝回");
        await _gate.GoAsync("Alt+F");

        Assert.Contains("/Verification/Incidents/Details/", Page.Url, StringComparison.Ordinal);
        Assert.Equal(("劝回", 0), await _server.InDbAsync(async db => (await db.GateIncidents.Select(each => each.Handling).SingleAsync(), await db.GateTallies.CountAsync())));
        await _gate.GoAsync("Alt+N");
        Assert.Equal("Input.Code", await _gate.FocusAsync());
        Assert.Empty(_gate.ScriptErrors);
    }

    [Fact]
    public async Task A_temperature_that_is_not_normal_asks_what_was_done_before_anything_is_written_down()
    {
        await StandAsync();
        await ScanAsync(await _server.CodeAsync(_cards[0]));
        await _gate.PressAsync("2");
        await _gate.GoAsync("Alt+F");

        Assert.Contains("体温不正常", await Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.GateIncidents.CountAsync()));
        await _gate.PictureAsync("17-查验-体温不正常");
        Assert.Equal("Input.Handling", await _gate.FocusAsync());
        await _gate.TypeAsync("请到发热门诊");
        await _gate.GoAsync("Alt+F");

        Assert.Contains("请到发热门诊", await Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.GateTallies.CountAsync()));
        Assert.Empty(_gate.ScriptErrors);
    }

    [Fact]
    public async Task A_scan_while_somebody_is_still_being_dealt_with_sends_nothing_changes_nothing_and_says_so()
    {
        await StandAsync();
        await ScanAsync(await _server.CodeAsync(_cards[0]));
        Assert.False(await Page.IsVisibleAsync("#scan-state"));
        List<string> asked = [];
        Page.Request += (_, request) => asked.Add(request.Url);

        await KeysAsync(await _server.CodeAsync(_cards[1]));
        await Page.WaitForSelectorAsync("#scan-state", new() { State = WaitForSelectorState.Visible });

        Assert.Contains("上一位还没有记完", await Page.InnerTextAsync("#scan-state"), StringComparison.Ordinal);
        Assert.Empty(asked);
        Assert.Equal("有效", await VerdictAsync());
        Assert.StartsWith((await _server.CodeAsync(_cards[0]))[..25], await Page.InputValueAsync("#steps [name='Input.Code']"), StringComparison.Ordinal);
        Assert.Equal(0, await Page.Locator("input[type=radio]:checked").CountAsync());
        Assert.Equal("", await Page.InputValueAsync("[name='Input.Temperature']"));

        await _gate.GoAsync("Alt+N");
        Assert.Equal("Input.Code", await _gate.FocusAsync());
        await ScanAsync(await _server.CodeAsync(_cards[2]));
        Assert.Equal("有效", await VerdictAsync());
        Assert.Empty(_gate.ScriptErrors);
    }

    [Fact]
    public async Task Not_normal_turns_the_band_in_word_shape_and_colour_and_the_button_at_once_and_back_again()
    {
        await StandAsync();
        await ScanAsync(await _server.CodeAsync(_cards[0]));
        List<string> asked = [];
        Page.Request += (_, request) => asked.Add(request.Url);
        var before = await BandAsync();

        await _gate.PressAsync("2");
        Assert.Equal("体温不正常 | \"■\" | verdict verdict-stop | 登记这个情况 | hold", await BandAsync());
        Assert.True(await Page.IsVisibleAsync("[name='Input.Handling']"));
        Assert.Empty(await FindingsAsync());
        await _gate.PictureAsync("17a-查验-按下不正常");
        await _gate.PressAsync("1");
        Assert.Equal("有效 | \"●\" | verdict verdict-good | 放行 | ", before);
        Assert.Equal(before, await BandAsync());
        Assert.False(await Page.IsVisibleAsync("[name='Input.Handling']"));
        await Page.CheckAsync("[name='Input.Official'][value='Red']", new() { Force = true });
        Assert.StartsWith("官方码：红 | \"■\" | verdict verdict-stop", await BandAsync(), StringComparison.Ordinal);
        Assert.Empty(asked);

        await _gate.PressAsync("Alt+F");
        await Page.WaitForSelectorAsync(".field-wrong [name='Input.Handling']");
        Assert.Equal(0, await _server.InDbAsync(db => db.GateTallies.CountAsync()));
        Assert.Empty(_gate.ScriptErrors);

        async Task<string> BandAsync() => await Page.EvaluateAsync<string>("""
            () => [document.querySelector('.verdict-word').textContent.trim(), getComputedStyle(document.querySelector('.verdict-word'), '::before').content,
              document.querySelector('.verdict').className, document.querySelector('#record span').textContent, document.querySelector('#record.hold') ? 'hold' : ''].join(' | ')
            """);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_of_identity_cards_is_heard_in_its_box_and_beside_it(bool inItsBox)
    {
        var number = await _server.InDbAsync(async db => (await db.Passes.SingleAsync(pass => pass.Id == _cards[0])).Holder.Document.Number);
        await StandAsync();
        await ScanAsync(await _server.CodeAsync(_cards[0]));
        if (inItsBox)
        {
            await Page.FocusAsync("[name='Input.DocumentNumber']");
        }

        await ScanAsync(number);

        Assert.Contains("证件号码与卡一致", await Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(number, await Page.InputValueAsync("[name='Input.DocumentNumber']"));
        Assert.False(await Page.IsVisibleAsync("#scan-state"));
        Assert.Equal(0, await _server.InDbAsync(db => db.GateTallies.CountAsync()));

        await Page.FocusAsync("[name='Input.DocumentNumber']");
        await KeysAsync(await _server.CodeAsync(_cards[1]));
        await Page.WaitForSelectorAsync("#scan-state", new() { State = WaitForSelectorState.Visible });
        Assert.Equal(number, await Page.InputValueAsync("[name='Input.DocumentNumber']"));
        Assert.Empty(_gate.ScriptErrors);
    }

    [Fact]
    public async Task Fast_keys_in_a_box_stay_in_the_box()
    {
        await StandAsync();
        await ScanAsync(await _server.CodeAsync(_cards[0]));
        await Page.FocusAsync("[name='Input.DocumentNumber']");
        await Page.Keyboard.TypeAsync("640104200002291232");

        Assert.Equal("640104200002291232", await Page.InputValueAsync("[name='Input.DocumentNumber']"));
        Assert.False(await Page.IsVisibleAsync("#scan-state"));
    }

    [Fact]
    public async Task What_surrounds_a_code_is_not_read_and_what_is_not_whole_asks_for_another_scan()
    {
        await StandAsync();
        var code = await _server.CodeAsync(_cards[0]);
        await ScanAsync("]Q1" + code[..^1]);
        Assert.Equal("没读全，请再扫一次", await VerdictAsync());
        Assert.Equal(0, await Page.Locator("#steps").CountAsync());
        await _gate.PictureAsync("16a-查验-没读全");
        Assert.Empty(await FindingsAsync());

        await ScanAsync("]Q1" + code);
        Assert.Equal("有效", await VerdictAsync());
        Assert.Empty(_gate.ScriptErrors);
    }

    [Fact]
    public async Task Keys_that_come_before_the_page_is_ready_are_not_lost()
    {
        await StandAsync();
        var code = await _server.CodeAsync(_cards[0]);
        var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await Page.RouteAsync("**/js/check.js*", async route =>
        {
            asked.TrySetResult();
            await release.Task;
            await route.ContinueAsync();
        });
        await Page.GotoAsync(_gate.Address + Desk, new() { WaitUntil = WaitUntilState.Commit });
        await asked.Task;
        await Page.WaitForSelectorAsync("[name='Input.Code']");
        await Page.EvaluateAsync(ScannerTests.Garbled, new object[] { code, "Enter", 0 });
        release.SetResult();

        await Page.WaitForSelectorAsync(".verdict-word");
        Assert.Equal("有效", await VerdictAsync());
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("KeyJ")]
    public async Task With_an_input_method_on_the_code_of_a_card_opens_it_from_the_search(string end)
    {
        await _server.AddUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        await _gate.SignInAsync("yiren");
        await _gate.OpenAsync("/Declarations");
        Assert.Equal("q", await _gate.FocusAsync());
        var code = await _server.CodeAsync(_cards[0]);
        if (end == "Enter")
        {
            await _gate.LeadAsync(() => KeysAsync(code));
        }
        else
        {
            await Page.EvaluateAsync(ScannerTests.Garbled, new object[] { code, "", 0 });
            Assert.False(await Page.EvaluateAsync<bool>("() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyJ', ctrlKey: true, bubbles: true, cancelable: true }))"));
            Assert.Equal(code, await Page.InputValueAsync("#q"));
            await _gate.GoAsync("Enter");
        }

        Assert.EndsWith($"/Passes/Details/{_cards[0]}", Page.Url, StringComparison.Ordinal);
        Assert.Empty(_gate.ScriptErrors);
    }

    [Fact]
    public async Task At_a_port_the_card_waits_until_the_temperature_is_ticked()
    {
        await StandAsync(CheckMode.Port);
        var code = await _server.CodeAsync(_cards[0]);

        await KeysAsync(code);
        await Page.WaitForFunctionAsync("() => document.getElementById('scan-state').textContent.includes('先测温')");
        Assert.Equal(code, await Page.InputValueAsync("[name='Input.Code']"));
        Assert.Equal("Input.FoundNormal", await _gate.FocusAsync());
        Assert.Equal(0, await Page.Locator(".verdict").CountAsync());
        Assert.Empty(await _gate.SeriousAsync());
        await _gate.PressAsync("1");
        await _gate.GoAsync("Enter");

        Assert.Equal("有效", await VerdictAsync());
        Assert.Equal("Input.ScannedForHolder", await _gate.FocusAsync());
        await _gate.PressAsync("Space");
        await _gate.GoAsync("Alt+F");
        Assert.Equal("已放行。", (await Page.InnerTextAsync(".status")).Trim());
        Assert.Empty(_gate.ScriptErrors);
    }

    [Fact]
    public async Task At_a_port_a_card_scanned_after_the_tick_goes_at_once()
    {
        await StandAsync(CheckMode.Port);
        await _gate.TabToAsync("input[name='Input.FoundNormal']");
        await _gate.PressAsync("1");
        // A hand needs longer than this from the key to the scanner.
        await Page.WaitForTimeoutAsync(300);

        await ScanAsync(await _server.CodeAsync(_cards[0]));

        Assert.Equal("有效", await VerdictAsync());
    }

    [Fact]
    public async Task Without_scripts_a_typed_number_and_Enter_are_enough()
    {
        await _server.SignedInGuardAsync("shouwei");
        await using var plain = await RealBrowser.BeforeAsync(_server, scripts: false);
        await plain.Page.GotoAsync(plain.Address + "/Account/Login");
        await plain.Page.FillAsync("[name='Input.UserName']", "shouwei");
        await plain.Page.FillAsync("[type=password]", OfficeServer.Pin);
        await plain.Page.ClickAsync("button.main");
        await plain.Page.FillAsync("#check [name='Input.Code']", await NumberAsync(_cards[0]));
        await plain.Page.PressAsync("[name='Input.Code']", "Enter");

        Assert.Equal("编号有效", await plain.Page.InnerTextAsync(".verdict-word"));
        Assert.Contains("只凭编号不能验真伪", await plain.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.False(await plain.Page.IsVisibleAsync("#camera"));
        await plain.Page.CheckAsync("[name='Input.FoundNormal'][value='true']", new() { Force = true });
        await plain.Page.ClickAsync("#steps button.main");
        Assert.Contains("已放行", await plain.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1366, 768, false)]
    [InlineData(683, 384, true)]
    public async Task Every_verdict_can_be_read_and_reached(int width, int height, bool large)
    {
        await StandAsync();
        await ShowAsync(width, height, large);
        List<string> findings = [];
        List<string> verdicts = [];
        using var other = IssuingKey.Make((await _server.FirstVillageAsync(1)).Value, "很远很远的乡镇的样例村民委员会", 1, LawfulCase.Pack.FirstDay);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => await db.TrustedKeys.AddAsync(other.Trusted)));
        var foreign = PassNumber.Of(DivisionCode.Parse(other.Trusted.OfficeCode), 7);
        var void1 = await NumberAsync(_cards[2]);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Passes.SingleAsync(pass => pass.Id == _cards[2])).TakeBackForRenewal(_server.Clock.GetUtcNow(), LawfulCase.Today)));
        string[] codes =
        [
            await _server.CodeAsync(_cards[0]), await NumberAsync(_cards[1]), void1, "不是卡号", await NumberAsync(_cards[3]),
            other.Sign(new PassToken(1, foreign, new(LawfulCase.Today, LawfulCase.Today.AddDays(14)), DocumentTag.Of(other.Trusted.DocumentTagKey, foreign, LawfulCase.Applicant))),
        ];
        foreach (var code in codes)
        {
            await LookAsync(code);
        }

        await _gate.PressAsync("2");
        await _gate.GoAsync("Alt+F");
        await FindAsync("体温不正常");
        _server.Clock.Advance(TimeSpan.FromDays(15));
        await ReturnAsync(width, height, large);
        await LookAsync(codes[0]);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(LawfulCase.Today.AddDays(10), LawfulCase.Today.AddDays(15))));
        await LookAsync(codes[0]);

        Assert.Equal(["有效", "已停用", "已遗失作废", "不是本系统签发", "还没有发放", "名单过旧", "已过期", "疫情解除，停止使用"], verdicts);
        Assert.Empty(findings);
        Assert.Empty(_gate.ScriptErrors);

        async Task LookAsync(string code)
        {
            await _gate.OpenAsync(Desk);
            await Page.FillAsync("[name='Input.Code']", code);
            await _gate.GoAsync("Enter");
            verdicts.Add(await VerdictAsync());
            await FindAsync(verdicts[^1]);
        }

        async Task FindAsync(string what) => findings.AddRange((await FindingsAsync()).Select(finding => what + ": " + finding));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_pages_around_the_gate_can_be_read_and_reached_in_large_print_too(bool narrow)
    {
        await _server.AddUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer, Roles.SystemAdministrator);
        var guard = await _server.SignedInGuardAsync("shouwei");
        await guard.OpenAsync(Desk);
        await guard.SendAsync(("扫卡背面的二维码，或输入卡号", await NumberAsync(_cards[1])));
        await guard.PressAsync("登记", ("体温是否正常", "不正常"), ("当场怎样处理", "劝回，并请村医上门再量一次体温，十分钟以后打电话给村委会核实"));
        Assert.Contains("/Incidents/Details/", guard.Address, StringComparison.Ordinal);
        await _gate.SignInAsync("yiren");
        await ShowAsync(narrow ? 683 : 1366, narrow ? 384 : 768, large: true);
        List<string> findings = [];
        foreach (var page in (string[])[Desk, "/Verification/Incidents", guard.Address, $"/Verification/History/{await NumberAsync(_cards[0])}", "/Administration/Trust", "/Verification/Checkpoints"])
        {
            await _gate.OpenAsync(page);
            findings.AddRange(await FindingsAsync());
        }

        Assert.Empty(findings);
        Assert.Empty(_gate.ScriptErrors);
    }

    private async Task<IReadOnlyList<string>> FindingsAsync() => [.. await _gate.SeriousAsync(), .. await _gate.SidewaysAsync()];

    private async Task ShowAsync(int width, int height, bool large)
    {
        await Page.SetViewportSizeAsync(width, height);
        if (large)
        {
            await Page.Context.AddCookiesAsync([new() { Name = "HealthCode.LargeType", Value = "1", Url = _gate.Address }]);
        }
    }

    /// <summary>The guard signs in, as after a night; a sign-in does not outlive the days of a test.</summary>
    private async Task ReturnAsync(int width, int height, bool large)
    {
        await Page.Context.ClearCookiesAsync();
        await SignInAsync();
        await ShowAsync(width, height, large);
    }

    private async Task StandAsync(CheckMode mode = CheckMode.Venue)
    {
        await _server.SignedInGuardAsync("shouwei", mode);
        await SignInAsync();
    }

    private async Task SignInAsync()
    {
        await _gate.OpenAsync("/Account/Login");
        await _gate.TypeAsync("shouwei");
        await _gate.PressAsync("Tab");
        await _gate.TypeAsync(OfficeServer.Pin);
        await _gate.GoAsync("Enter");
    }

    private Task<string> NumberAsync(long id) => _server.InDbAsync(db => db.Passes.Where(pass => pass.Id == id).Select(pass => pass.Number).SingleAsync());

    private async Task<string> VerdictAsync() => (await Page.InnerTextAsync(".verdict-word")).Trim();

    /// <summary>Keys of a scanner with an input method on, and the page they lead to.</summary>
    private Task ScanAsync(string code) => _gate.LeadAsync(() => KeysAsync(code));

    // Not at once: the page that asks may be gone before the question is answered.
    private async Task KeysAsync(string code) => await Page.EvaluateAsync($"keys => {{ setTimeout(() => ({ScannerTests.Garbled})(keys), 0); }}", new object[] { code, "Enter", 0 });
}
