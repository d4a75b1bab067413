using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace HealthCode.Tests.Browser;

/// <summary>录入 in few keys — the form of somebody new and of somebody the roster knows, keyed by keyboard and counted.</summary>
public sealed class KeyingTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>Keys of a Chinese character with an input method: three letters of pinyin, or two and a choice.</summary>
    private const int KeysOfCharacter = 3;

    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        await _server.AddUserAsync("luru", (await _server.FirstVillageAsync()).Value, Roles.Clerk);
        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.SignInAsync("luru");
        await _desk.CountKeysAsync();
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_new_takes_at_most_180_keys()
    {
        await _desk.OpenAsync("/Declarations/Create");
        await _desk.LineAsync("马德山");
        await _desk.PressAsync("Enter", "Enter", "Enter");
        await _desk.LineAsync(PaperForm.Number);
        await _desk.LineAsync("13800000012");
        await _desk.PressAsync("Enter");
        await _desk.LineAsync("样例社区3组8号");
        await _desk.LineAsync("20190101");
        await _desk.PressAsync("Enter", "Enter", "Alt+U", "Enter", "Enter");
        Assert.Equal("样例社区3组8号", await _desk.Page.InputValueAsync("[name='Input.DomicileAddress']"));
        await KeyJourneyAndAnswersAsync();
        await _desk.PictureAsync("10-录入-新人");
        await _desk.GoAsync("Alt+N");

        await SavedWithinAsync(180);
    }

    [Fact]
    public async Task Somebody_of_the_roster_takes_at_most_90_keys()
    {
        await _server.AddFourGenerationsAsync();
        await _desk.OpenAsync("/Declarations/Create");
        await _desk.TypeAsync("mj");
        await _desk.Page.WaitForSelectorAsync(".matches.drop:not([hidden]) button");
        await _desk.PictureAsync("11-录入-从名册找");
        await _desk.PressAsync("ArrowDown");
        await _desk.GoAsync("Enter");
        Assert.Equal("马建国", await _desk.Page.InputValueAsync("[name='Input.Name']"));
        Assert.Equal("Input.Stays[0].FirstDay", await _desk.FocusAsync());
        await _desk.LineAsync("20190101");
        // A page that is still being loaded leaves the cursor to who has begun to type.
        await _desk.Page.EvaluateAsync("() => window.dispatchEvent(new Event('load'))");
        Assert.Equal("Input.Stays[0].LastDay", await _desk.FocusAsync());
        await _desk.PressAsync("Enter", "Enter", "Alt+U", "Enter", "Enter");
        await KeyJourneyAndAnswersAsync();
        await _desk.GoAsync("Alt+N");

        await SavedWithinAsync(90);
    }

    [Fact]
    public async Task A_wrong_day_and_a_wrong_telephone_are_said_while_the_form_is_typed()
    {
        await _desk.OpenAsync("/Declarations/Create");
        await _desk.LineAsync("马德山");
        await _desk.TabToAsync("input[name='Input.Phone']");
        await _desk.LineAsync("1380000");
        await _desk.Page.WaitForSelectorAsync(".field-wrong:has([name='Input.Phone']) .error");
        await _desk.TabToAsync("input[name='Input.TravelOn']");
        await _desk.LineAsync("20200230");
        await _desk.Page.WaitForSelectorAsync(".field-wrong:has([name='Input.TravelOn']) .error");
        await _desk.PictureAsync("12-录入-边录边查");

        Assert.Equal(0, await _desk.Page.Locator(".field-wrong:has([name='Input.DomicileAddress'])").CountAsync());
        await _desk.Page.FillAsync("[name='Input.TravelOn']", "1");
        await _desk.PressAsync("Enter");
        await _desk.Page.WaitForFunctionAsync("() => document.querySelector('[name=\"Input.TravelOn\"]').value === '20200306'");
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task The_bar_keeps_its_height_and_four_rows_are_seen_at_once()
    {
        await _desk.OpenAsync("/Declarations/Create");
        var empty = await HeightOfBarAsync();
        await _desk.TypeAsync("马德");
        await _desk.Page.WaitForFunctionAsync("() => document.getElementById('draft-state').textContent.includes('已保存')");

        Assert.Equal(empty, await HeightOfBarAsync());
        Assert.True(await _desk.Page.EvaluateAsync<bool>("""
            () => document.querySelector('[name="Input.DomicileAddress"]').getBoundingClientRect().bottom <= document.querySelector('.bar').getBoundingClientRect().top
            """));
    }

    private Task<double> HeightOfBarAsync() => _desk.Page.EvaluateAsync<double>("() => document.querySelector('.bar').getBoundingClientRect().height");

    private async Task KeyJourneyAndAnswersAsync()
    {
        Assert.Equal("Input.TravelScope", await _desk.FocusAsync());
        await _desk.PressAsync("1");
        await _desk.LineAsync("吴忠市");
        await _desk.LineAsync("利通区");
        await _desk.PressAsync("Enter", "Enter", "Enter");
        await _desk.LineAsync("1");
        await _desk.PressAsync("3", "2", "2", "2", "2", "2", "2", "1", "1", "1");
        await _desk.LineAsync("0");
    }

    private async Task SavedWithinAsync(int most)
    {
        Assert.Empty(await _desk.Page.Locator(".errors a").AllInnerTextsAsync());
        Assert.True(await _desk.Page.Locator(".status").CountAsync() == 1, await _desk.Page.InnerTextAsync("main"));
        Assert.Contains("已保存", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
        var saved = await _server.InDbAsync(db => db.Declarations.SingleAsync());
        Assert.Equal((new DateOnly(2020, 3, 6), new DateOnly(2020, 3, 5), Transport.OwnCar), (saved.Content.Travel.On, saved.Content.SignedOn, saved.Content.Travel.By));
        var (keys, characters) = await _desk.KeysAsync();
        output.WriteLine($"{keys} keys and {characters} Chinese characters: {keys + (KeysOfCharacter * characters)} of {most}");
        Assert.InRange(keys + (KeysOfCharacter * characters), 1, most);
        Assert.Empty(_desk.ScriptErrors);
    }
}
