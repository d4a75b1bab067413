using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting.Demo;

namespace HealthCode.Tests.Browser;

/// <summary>练习: through one form, one review and one card of the demo with the keyboard alone, as the hints say.</summary>
public sealed partial class PracticeTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;
    private RealProgram _program = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _program = await RealProgram.StartAsync(_folder, "--demo", "--jobs=false", "--contentRoot", SourceTree.Folder("HealthCode.Web"));
        _desk = await RealBrowser.BeforeAsync(_program);
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _program.KillAsync();
        _program.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task Somebody_who_does_what_the_hints_say_hands_over_a_card()
    {
        await _desk.SignInAsync("yiren", DemoSetUp.Password);
        await _desk.TabToAsync("button", "跟着做一遍");
        await _desk.GoAsync("Enter");
        Assert.EndsWith("/Declarations/Create", _desk.Page.Url, StringComparison.Ordinal);

        await FormAsync();
        var form = new Uri(_desk.Page.Url).AbsolutePath;
        await HintAsync("去审核");
        await _desk.TabToAsync("main a.main", "去审核");
        await _desk.GoAsync("Enter");

        await HintAsync("量体温");
        await _desk.LineAsync("365");
        await _desk.PressAsync("1", "1", "Enter");
        await HintAsync("第 (11) 项");
        await _desk.PressAsync("1", "2");
        await HintAsync("五条");
        await _desk.PressAsync("2", "2", "2", "2", "2");
        await HintAsync("申办条件");
        await _desk.PressAsync("1", "Enter", "1", "1");
        await _desk.GoAsync("Alt+F");

        await HintAsync("打开打印页");
        await NextAsync();
        await HintAsync("“已打印”");
        await _desk.GoAsync("Alt+Y");
        await HintAsync("盖好公章");
        await _desk.GoAsync("Alt+G");
        await HintAsync("领取人是本人");
        await _desk.TabToAsync("input[name='Input.Who']");
        await _desk.PressAsync("1");
        await _desk.GoAsync("Alt+F");

        await HintAsync("办完了");
        var card = new Uri(_desk.Page.Url).AbsolutePath;

        // Where no hint fits, the note says where it goes on.
        await _desk.OpenAsync(form);
        Assert.Equal(0, await _desk.Page.Locator(".bubble").CountAsync());
        Assert.True(await _desk.Page.Locator(".practice [data-parts] a:has-text('发一张卡')").IsVisibleAsync());
        await _desk.OpenAsync(card);
        await HintAsync("办完了");
        await _desk.PictureAsync("33-练习-办完了");
        await _desk.TabToAsync(".bubble button", "办完了");
        await _desk.GoAsync("Enter");
        Assert.EndsWith("/", _desk.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await _desk.Page.Locator(".practice").CountAsync());
        Assert.Equal(1, await _desk.Page.Locator("button:has-text('跟着做一遍')").CountAsync());
        Assert.Empty(_desk.ScriptErrors);
    }

    private async Task FormAsync()
    {
        await HintAsync("姓名：马玉兰");
        Assert.Empty(await _desk.SeriousAsync());
        await _desk.PictureAsync("32-练习-录入");
        // The people of the roster are listed below the box, and do not lie over the hint.
        await _desk.TypeAsync("马");
        await _desk.Page.WaitForSelectorAsync(".matches.drop:not([hidden]) button");
        Assert.True(await _desk.Page.EvaluateAsync<bool>("() => document.querySelector('.bubble').getBoundingClientRect().bottom <= document.querySelector('.matches.drop').getBoundingClientRect().top"));
        await _desk.PictureAsync("32-练习-名册");
        await _desk.TypeAsync("玉兰");

        // 下一步 leads to the box that the next hint is about.
        await _desk.PressAsync("Shift+Tab", "Shift+Tab", "Enter");
        Assert.Equal("Input.DocumentNumber", await _desk.FocusAsync());
        var number = Digits().Match(await HintAsync("证件号码")).Value;

        // Esc closes the bubble; the note brings it back.
        await _desk.PressAsync("Escape");
        Assert.Equal(0, await _desk.Page.Locator(".bubble").CountAsync());
        Assert.Equal("Input.DocumentNumber", await _desk.FocusAsync());
        await _desk.Page.FocusAsync("[data-again]");
        await _desk.PressAsync("Enter");
        await HintAsync("姓名：马玉兰");

        // Who works on without 下一步 is followed, too: within a row by the box, else by the row.
        await _desk.PressAsync("Enter", "Enter", "Enter", "Enter");
        await HintAsync("证件号码");
        await _desk.LineAsync(number);
        await _desk.Page.WaitForFunctionAsync("() => document.querySelector('[name=\"Input.BirthDate\"]').value === '19530612'");

        await _desk.PressAsync("Enter");
        await HintAsync("样例村3组8号");
        await _desk.LineAsync("样例村3组8号");
        await _desk.LineAsync("20190101");
        await _desk.PressAsync("Enter", "Enter");
        await HintAsync("Alt+U");
        await _desk.PressAsync("Alt+U", "Enter", "Enter");
        await HintAsync("不出省");
        await _desk.PressAsync("1");
        await _desk.LineAsync("银川市");
        await _desk.LineAsync("金凤区");
        await _desk.PressAsync("Enter", "Enter", "Enter");
        await HintAsync("出行日期");
        await _desk.LineAsync("1");
        await _desk.PressAsync("3");
        await HintAsync("前六项");
        await _desk.PressAsync("2", "2", "2", "2", "2", "2", "1", "1");
        await HintAsync("签字");
        await _desk.PressAsync("1");
        await _desk.LineAsync("0");
        await _desk.TabToAsync(".bar button", "保存并看这份");
        await HintAsync("Alt+S");
        await _desk.GoAsync("Alt+S");
        Assert.Matches("/Declarations/Details/[0-9]+$", _desk.Page.Url);
    }

    /// <summary>The hint stands there, says so, and covers nothing that is filled in or pressed.</summary>
    private async Task<string> HintAsync(string says)
    {
        await _desk.Page.WaitForFunctionAsync("says => { const p = document.querySelector('.bubble p'); return p && p.textContent.includes(says); }", says);
        Assert.True(await _desk.Page.EvaluateAsync<bool>(
            """
            () => {
              const bubble = document.querySelector('.bubble');
              const a = bubble.getBoundingClientRect();
              const near = [...document.querySelectorAll('main input, main select, main textarea, main button, main a')]
                .filter(one => one.offsetParent && !bubble.contains(one) && !one.closest('.bar, .matches, details:not([open])'));
              return [document.querySelector('.practised'), ...near].every(one => {
                const b = one.getBoundingClientRect();
                return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
              });
            }
            """), $"the hint “{says}” covers something");
        return await _desk.Page.InnerTextAsync(".bubble p");
    }

    private async Task NextAsync()
    {
        await _desk.TabToAsync(".bubble button", "下一步");
        await _desk.PressAsync("Enter");
    }

    [GeneratedRegex("[0-9X]{8,18}")]
    private static partial Regex Digits();
}
