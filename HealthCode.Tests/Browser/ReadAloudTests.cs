using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>读给本人听 — in a browser that has no voice, and in one that is given one.</summary>
public sealed class ReadAloudTests : IAsyncLifetime
{
    /// <summary>A browser with these voices: what is spoken is written down, and ends at once or never.</summary>
    private const string Voices = """
        window.spoken = [];
        window.SpeechSynthesisUtterance = function (text) { this.text = text; };
        Object.defineProperty(window, 'speechSynthesis', { value: {
            getVoices: () => [{ lang: 'en-US', localService: true }, { lang: 'zh-CN', localService: false, name: 'far' }, { lang: 'zh_CN', localService: true, name: 'near' }],
            addEventListener: () => {},
            cancel: () => { window.cancelled = true; },
            speak: words => { window.spoken.push(words.text); window.voice = words.voice.name; words.onstart(); if (!window.slow) { setTimeout(words.onend, 1); } },
        } });
        """;

    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        await _server.AddUserAsync("yiren", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer);
        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.SignInAsync("yiren");
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_voice_the_form_stands_in_large_letters_is_paged_by_keys_and_ends_at_the_tick()
    {
        await TypeAsync();
        await _desk.PressAsync("Alt+R");
        await _desk.Page.WaitForSelectorAsync("dialog[open] li");

        Assert.StartsWith("这台电脑没有中文语音", await SaysAsync(), StringComparison.Ordinal);
        Assert.Contains("马德山", await _desk.Page.InnerTextAsync("dialog li"), StringComparison.Ordinal);
        Assert.True(await _desk.Page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.querySelector('dialog li')).fontSize)") >= 28);
        Assert.Equal([], await _desk.SeriousAsync());
        await _desk.PictureAsync("45-读给本人听");
        var seen = await PageThroughAsync();
        Assert.Contains("本人承担一切法律责任或相应后果", seen, StringComparison.Ordinal);

        await _desk.PressAsync("ArrowLeft");
        Assert.False(await _desk.Page.IsDisabledAsync("dialog button >> nth=1"));
        await _desk.PressAsync("ArrowRight", "Enter");
        Assert.Equal("Input.ReadAloud", await _desk.FocusAsync());
        Assert.Equal(0, await _desk.Page.Locator("dialog[open]").CountAsync());
        await _desk.PressAsync("Space");
        Assert.True(await _desk.Page.IsCheckedAsync("[name='Input.ReadAloud']"));
        Assert.Equal("马德山", await _desk.Page.InputValueAsync("[name='Input.Name']"));
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task At_200_percent_every_page_is_within_the_window_and_escape_ends_it()
    {
        await _desk.ShowAsync((683, 384), large: false);
        await TypeAsync();
        await _desk.PressAsync("Alt+R");
        await _desk.Page.WaitForSelectorAsync("dialog[open] li");

        Assert.Equal([], await _desk.SidewaysAsync());
        Assert.True(await _desk.Page.EvaluateAsync<bool>("() => { const box = document.querySelector('dialog').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight && document.querySelector('dialog .actions').getBoundingClientRect().bottom <= box.bottom; }"));
        await _desk.PictureAsync("46-读给本人听-200");
        await _desk.PressAsync("Escape");
        Assert.Equal("Input.ReadAloud", await _desk.FocusAsync());
    }

    [Fact]
    public async Task A_voice_of_this_PC_speaks_one_sentence_after_the_other_and_ends_at_the_tick()
    {
        await _desk.Page.AddInitScriptAsync(Voices);
        await TypeAsync();
        await _desk.PressAsync("Alt+R");
        await _desk.Page.WaitForFunctionAsync("() => document.activeElement.name === 'Input.ReadAloud'");

        var spoken = await _desk.Page.EvaluateAsync<string[]>("() => window.spoken");
        Assert.Equal("near", await _desk.Page.EvaluateAsync<string>("() => window.voice"));
        Assert.StartsWith("马德山，现在把您的申报表念给您听", spoken[0], StringComparison.Ordinal);
        Assert.Contains("一九四八年二月二十九日出生", spoken[2], StringComparison.Ordinal);
        Assert.Equal("念完了。都对的，请签字或者按手印。", spoken[^1]);
        Assert.All(spoken, sentence => Assert.DoesNotContain("19480229", sentence, StringComparison.Ordinal));
        Assert.Empty(_desk.ScriptErrors);
    }

    [Theory]
    [InlineData("Alt+R")]
    [InlineData("Escape")]
    public async Task The_same_key_or_escape_stops_the_voice_at_the_sentence_that_is_marked(string key)
    {
        await _desk.Page.AddInitScriptAsync("window.slow = true;" + Voices);
        await TypeAsync();
        await _desk.PressAsync("Alt+R");
        await _desk.Page.WaitForSelectorAsync("dialog li.now");

        Assert.StartsWith("正在念", await SaysAsync(), StringComparison.Ordinal);
        Assert.Equal("true", await _desk.Page.GetAttributeAsync("dialog li >> nth=0", "aria-current"));
        await _desk.PressAsync(key);
        Assert.Equal("Input.ReadAloud", await _desk.FocusAsync());
        Assert.True(await _desk.Page.EvaluateAsync<bool>("() => window.cancelled && window.spoken.length === 1"));
    }

    [Fact]
    public async Task A_voice_that_fails_gives_way_to_the_large_letters()
    {
        await _desk.Page.AddInitScriptAsync(Voices.Replace("words.onstart(); if (!window.slow) { setTimeout(words.onend, 1); }", "setTimeout(words.onerror, 1);", StringComparison.Ordinal));
        await TypeAsync();
        await _desk.PressAsync("Alt+R");
        await _desk.Page.WaitForFunctionAsync("() => document.querySelector('dialog .hint')?.textContent.startsWith('电脑没有念出声来')");

        Assert.Equal(1, await _desk.Page.Locator("dialog button:visible >> text=下一页").CountAsync());
    }

    [Fact]
    public async Task The_reviewer_reads_what_was_handed_in_and_his_tick_is_kept()
    {
        var clerk = await _server.ClerkAsync();
        var id = await clerk.KeyedAsync(_server);
        await _desk.OpenAsync($"/Review/Decide/{id}");
        await _desk.PressAsync("Alt+R");
        await _desk.Page.WaitForSelectorAsync("dialog[open] li");
        await _desk.PressAsync("Escape");

        Assert.Equal("Input.ReadAloud", await _desk.FocusAsync());
        await _desk.PressAsync("Space");
        await _desk.Page.FillAsync("[name='Input.Temperature']", "365");
        await _desk.Page.CheckAsync("[name='Input.FoundNormal'][value=True]", new() { Force = true });
        await _desk.TabToAsync("button", "先存体温");
        await _desk.GoAsync("Enter");
        Assert.True((await _server.InDbAsync(db => db.Declarations.SingleAsync())).Content.ReadAloud);

        await _desk.PressAsync("Alt+R");
        await _desk.Page.WaitForSelectorAsync("dialog[open] li");
        await _desk.PressAsync("Escape");
        Assert.Equal("read-aloud", await _desk.FocusAsync());
    }

    [Fact]
    public async Task In_a_household_the_form_in_which_the_cursor_is_is_read()
    {
        var people = await _server.AddFourGenerationsAsync();
        await _desk.OpenAsync($"/Declarations/Household/{people[0]}?begin=true&who={people[0]}&who={people[1]}");
        await _desk.Page.FocusAsync("[name='Input.People[1].SameDomicile']");
        await _desk.PressAsync("Alt+R");
        await _desk.Page.WaitForSelectorAsync("dialog[open] li");

        Assert.Contains("穆桂花", await _desk.Page.InnerTextAsync("dialog li"), StringComparison.Ordinal);
        await _desk.PressAsync("Escape");
        Assert.Equal("Input.People[1].Form.ReadAloud", await _desk.FocusAsync());
    }

    private async Task TypeAsync()
    {
        await _desk.OpenAsync("/Declarations/Create");
        await _desk.LineAsync("马德山");
        await _desk.Page.FillAsync("[name='Input.BirthDate']", "19480229");
        await _desk.Page.FillAsync("[name='Input.DocumentNumber']", PaperForm.Number);
    }

    private Task<string> SaysAsync() => _desk.Page.InnerTextAsync("dialog .hint");

    /// <summary>To the last page by →; everything that was seen on the way.</summary>
    private async Task<string> PageThroughAsync()
    {
        var seen = await _desk.Page.InnerTextAsync("dialog ol");
        var pages = 1;
        while (!await _desk.Page.IsDisabledAsync("dialog button >> nth=1"))
        {
            await _desk.PressAsync("ArrowRight");
            seen += await _desk.Page.InnerTextAsync("dialog ol");
            pages++;
        }

        Assert.InRange(pages, 2, 20);
        return seen;
    }
}
