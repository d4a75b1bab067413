using System.Globalization;
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
        await HintAsync("四项条件");
        await _desk.PressAsync("1", "Enter", "1", "1");
        await _desk.GoAsync("Alt+F");

        await HintAsync("打开打印页");
        await NextAsync();
        await HintAsync("点“已打印”");
        await _desk.GoAsync("Alt+Y");
        await HintAsync("盖好公章");
        await _desk.GoAsync("Alt+G");
        await HintAsync("谁领的");
        await _desk.TabToAsync("input[name='Input.CollectedBy']");
        await _desk.TypeAsync("本人");
        await _desk.GoAsync("Alt+F");

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
        await _desk.LineAsync("马玉兰");

        // 下一步 leads to the box that the next hint is about.
        await NextAsync();
        Assert.Equal("Input.DocumentNumber", await _desk.FocusAsync());
        var number = Digits().Match(await HintAsync("证件号码")).Value;

        // Esc closes the bubble; the note brings it back.
        await _desk.PressAsync("Escape");
        Assert.Equal(0, await _desk.Page.Locator(".bubble").CountAsync());
        Assert.Equal("Input.DocumentNumber", await _desk.FocusAsync());
        await _desk.Page.FocusAsync("[data-again]");
        await _desk.PressAsync("Enter");
        await HintAsync("姓名：马玉兰");
        await NextAsync();
        await _desk.LineAsync(number);
        await _desk.Page.WaitForFunctionAsync("() => document.querySelector('[name=\"Input.BirthDate\"]').value === '19530612'");

        // Whoever just works on is followed.
        await _desk.PressAsync("Enter", "Enter");
        await HintAsync("样例村3组8号");
        await _desk.LineAsync("样例村3组8号");
        await _desk.LineAsync("20190101");
        await _desk.PressAsync("Enter", "Enter");
        await HintAsync("户籍地址");
        await _desk.LineAsync(Quoted().Match(await HintAsync("户籍地址")).Value);
        await _desk.PressAsync("Enter");
        await HintAsync("到哪里去");
        await _desk.PressAsync("1");
        await _desk.LineAsync("宁夏回族自治区");
        await _desk.LineAsync("吴忠市");
        await _desk.LineAsync("利通区");
        await _desk.PressAsync("Enter", "Enter", "Enter");
        await _desk.LineAsync(Digits().Match(await HintAsync("出行日期")).Value);
        await _desk.PressAsync("3", "Enter", "Enter");
        await HintAsync("前六项");
        await _desk.PressAsync("2", "2", "2", "2", "2", "2", "1", "1");
        var signed = Digits().Match(await HintAsync("签字")).Value;
        await _desk.PressAsync("1");
        await _desk.LineAsync(signed);
        await _desk.TabToAsync(".bar button", "保存并看这份");
        await HintAsync("Alt+S");
        await _desk.GoAsync("Alt+S");
        Assert.Matches("/Declarations/Details/[0-9]+$", _desk.Page.Url);
    }

    /// <summary>The hint stands there, says so, and covers nothing of what it is about.</summary>
    private async Task<string> HintAsync(string says)
    {
        await _desk.Page.WaitForFunctionAsync("says => { const p = document.querySelector('.bubble p'); return p && p.textContent.includes(says); }", says);
        Assert.True(await _desk.Page.EvaluateAsync<bool>(
            """
            () => {
              const a = document.querySelector('.bubble').getBoundingClientRect();
              const b = document.querySelector('.practised').getBoundingClientRect();
              return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            }
            """), $"the hint “{says}” covers its element");
        return await _desk.Page.InnerTextAsync(".bubble p");
    }

    private async Task NextAsync()
    {
        await _desk.TabToAsync(".bubble button", "下一步");
        await _desk.PressAsync("Enter");
    }

    [GeneratedRegex("(?<=：)[^：。]+(?=。)")]
    private static partial Regex Quoted();

    [GeneratedRegex("[0-9X]{8,18}")]
    private static partial Regex Digits();
}
