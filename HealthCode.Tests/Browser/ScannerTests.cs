using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Verification;
using Microsoft.Playwright;

namespace HealthCode.Tests.Browser;

/// <summary>扫码枪 — types like a keyboard, into whatever has the focus, whatever the input method makes of it.</summary>
public sealed class ScannerTests(ScannerTests.Window window) : IClassFixture<ScannerTests.Window>, IAsyncLifetime
{
    private const string Number = "6401040012010000001X";

    private const string Form = """
        <form id="f"><input id="name" value="半张表"><input id="rest"><select id="s"><option>0</option><option>6</option></select>
        <input type="radio" name="r" value="1" checked id="r1"><input type="radio" name="r" value="2"><textarea id="t">几行</textarea><button>保存</button></form>
        """;

    // Keys as an input method leaves them. What is not held back, the method writes into the box.
    // gap: milliseconds between any two characters, or [after so many of them, milliseconds, for so many of them or one]. The pauses stand in the keys' own times, the last
    // key being pressed now: a busy machine makes none of them longer.
    internal const string Garbled = """
        ([text, end, gap]) => {
          const pause = key => Array.isArray(gap) ? (key >= gap[0] && key < gap[0] + (gap[2] || 1) ? gap[1] : 0) : gap;
          let at = gap ? performance.now() - Array.from(text, (_, i) => pause(i + 1)).reduce((sum, ms) => sum + ms, 0) : null;
          const press = code => {
            const box = document.activeElement;
            const event = new KeyboardEvent('keydown', { key: 'Process', keyCode: 229, code, bubbles: true, cancelable: true, composed: true });
            if (at !== null) { Object.defineProperty(event, 'timeStamp', { value: at }); }
            const goes = box.dispatchEvent(event);
            if (goes && code.startsWith('Control')) { return goes; }
            if (goes && code !== 'Enter' && code !== 'Tab' && code !== 'ShiftLeft' && 'value' in box) { box.value += '候'; }
            if (goes && code === 'Enter' && box.form) { box.form.requestSubmit(); }
            return goes;
          };
          let keys = 0;
          for (const c of text) {
            if (/[A-Z]/.test(c)) { press('ShiftLeft'); }
            press(/[0-9]/.test(c) ? 'Digit' + c : c === '-' ? 'Minus' : c === '~' ? 'Slash' : c === '.' ? 'Numpad5' : c === '_' ? 'NumpadSubtract' : c === ']' ? 'BracketRight' : c === '"' ? 'Quote' : 'Key' + c.toUpperCase());
            if (at !== null) { at += pause(++keys); }
          }
          return end ? press(end) : true;
        }
        """;

    private readonly RealBrowser _browser = window.Browser;

    private IPage Page => _browser.Page;

    public async Task InitializeAsync()
    {
        // A page of its own, in the same window: nothing of the test before is left in it.
        await Page.GotoAsync("about:blank");
        _browser.ScriptErrors.Clear();
        await Page.SetContentAsync(Form);
        await Page.AddScriptTagAsync(new() { Content = await EmbeddedAsync("scanner.js") });
        await Page.EvaluateAsync("""
            () => {
              window.scans = []; window.sent = 0; window.changes = [];
              document.getElementById('f').addEventListener('submit', e => { e.preventDefault(); window.sent++; });
              window.composed = 0;
              document.addEventListener('compositionupdate', () => window.composed++);
              document.addEventListener('change', e => window.changes.push(e.target.value));
              window.stop = HealthCodeScanner.listen(document, text => { window.scans.push(text); if (window.after) { window.after(); } });
            }
            """);
        await Page.FocusAsync("#name");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("Enter")]
    [InlineData("NumpadEnter")]
    [InlineData("Tab")]
    public async Task Real_keys_are_one_scan_the_box_is_as_before_and_nothing_is_sent(string end)
    {
        await KeysAsync(Number, end);

        await ScannedAsync(Number);
        Assert.Equal("name", await _browser.FocusAsync());
    }

    [Fact]
    public async Task The_cursor_is_back_where_it_was()
    {
        await Page.EvaluateAsync("() => document.getElementById('name').setSelectionRange(1, 2)");
        await KeysAsync(Number, "Enter");

        await ScannedAsync(Number);
        Assert.Equal("1-2", await Page.EvaluateAsync<string>("() => { const b = document.getElementById('name'); return b.selectionStart + '-' + b.selectionEnd; }"));
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    public async Task With_an_input_method_on_the_places_of_the_keys_count(string end)
    {
        Assert.False(await GarbledAsync("AB-0123456789-XYZ", end));

        await ScannedAsync("AB-0123456789-XYZ");
    }

    [Fact]
    public async Task The_figures_at_the_side_count_too_and_small_letters_are_capitals()
    {
        await GarbledAsync("ab.._..123", "Enter");

        await ScannedAsync("AB55-55123");
    }

    [Fact]
    public async Task A_real_composition_is_let_go_and_the_box_is_as_before()
    {
        await KeysAsync("HEALTH12", "Enter", composing: true);

        await ScannedAsync("HEALTH12");
        Assert.Equal("name", await _browser.FocusAsync());
        Assert.Equal(["半张表"], await Page.EvaluateAsync<string[]>("() => window.changes"));
        Assert.True(await Page.EvaluateAsync<int>("() => window.composed") > 0);
    }

    [Fact]
    public async Task A_scanner_that_sends_no_end_has_finished_after_a_pause_and_a_late_Enter_is_still_its_own()
    {
        await Page.EvaluateAsync("""
            () => {
              window.after = () => setTimeout(() => {
                window.late = document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', bubbles: true, cancelable: true }));
              }, 50);
            }
            """);
        await GarbledAsync(Number, "");
        await Page.WaitForFunctionAsync("() => window.late !== undefined");

        Assert.False(await Page.EvaluateAsync<bool>("() => window.late"));
        await ScannedAsync(Number);
    }

    [Fact]
    public async Task A_hand_is_left_alone_and_its_Enter_sends()
    {
        await Page.FocusAsync("#rest");
        await Page.Keyboard.TypeAsync("640104200002291", new() { Delay = 60 });
        await Page.Keyboard.PressAsync("Enter");

        Assert.Equal("640104200002291", await Page.InputValueAsync("#rest"));
        Assert.Equal(1, await Page.EvaluateAsync<int>("() => window.sent"));
        Assert.Empty(await Page.EvaluateAsync<string[]>("() => window.scans"));
    }

    [Fact]
    public async Task Seven_fast_characters_are_a_hand()
    {
        await Page.FocusAsync("#rest");
        await KeysAsync("1234567", "Enter");

        Assert.Equal("1234567", await Page.InputValueAsync("#rest"));
        Assert.Equal(1, await Page.EvaluateAsync<int>("() => window.sent"));
    }

    [Fact]
    public async Task A_key_held_down_is_no_scanner()
    {
        await Page.FocusAsync("#rest");
        await Page.Keyboard.DownAsync("0");
        for (var repeat = 0; repeat < 20; repeat++)
        {
            await Page.Keyboard.DownAsync("0");
        }

        await Page.Keyboard.UpAsync("0");
        Assert.Equal(21, (await Page.InputValueAsync("#rest")).Length);
    }

    [Fact]
    public async Task The_same_text_within_two_seconds_is_the_same_card()
    {
        await GarbledAsync(Number, "Enter");
        await GarbledAsync(Number, "Enter");
        await ScannedAsync(Number);
        await GarbledAsync("OTHERCARD", "Enter");
        await GarbledAsync(Number, "Enter");
        await Page.WaitForTimeoutAsync(2_100);
        await GarbledAsync(Number, "Enter");

        Assert.Equal([Number, "OTHERCARD", Number, Number], await Page.EvaluateAsync<string[]>("() => window.scans"));
    }

    [Fact]
    public async Task An_answer_or_a_choice_that_the_first_figures_changed_is_put_back()
    {
        await Page.FocusAsync("#s");
        await Page.EvaluateAsync("() => document.addEventListener('keydown', () => { document.getElementById('s').selectedIndex = 1; document.querySelector('[name=r][value=\"2\"]').checked = true; document.getElementById('t').focus(); })");
        await GarbledAsync(Number, "Enter");

        Assert.Equal([Number], await Page.EvaluateAsync<string[]>("() => window.scans"));
        Assert.Equal("0", await Page.InputValueAsync("#s"));
        Assert.True(await Page.IsCheckedAsync("#r1"));
        Assert.Equal("几行", await Page.InputValueAsync("#t"));
        Assert.Equal("s", await _browser.FocusAsync());
    }

    [Fact]
    public async Task Signs_that_no_card_has_are_kept_as_question_marks_so_that_the_code_is_refused()
    {
        await GarbledAsync("HTTP~~12345", "Enter");

        await ScannedAsync("HTTP??12345");
    }

    [Fact]
    public async Task Shortcuts_are_not_keys_of_a_scanner()
    {
        await Page.EvaluateAsync("() => { for (let i = 0; i < 12; i++) { document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1', ctrlKey: true, bubbles: true, cancelable: true })); } }");
        await GarbledAsync("", "Tab");

        Assert.Empty(await Page.EvaluateAsync<string[]>("() => window.scans"));
    }

    [Theory]
    [InlineData(1, 90)]
    [InlineData(3, 90)]
    [InlineData(7, 90)]
    [InlineData(8, 90)]
    [InlineData(15, 90)]
    [InlineData(2, 300)]
    [InlineData(5, 300)]
    [InlineData(7, 300)]
    [InlineData(15, 300)]
    public async Task One_pause_does_not_cut_a_code_wherever_it_is(int after, int pause)
    {
        await Page.EvaluateAsync(Garbled, new object[] { Number, "Enter", new[] { after, pause } });

        await ScannedAsync(Number);
    }

    [Theory]
    [InlineData(1, 700)]
    [InlineData(2, 300)]
    [InlineData(2, 700)]
    [InlineData(5, 300)]
    [InlineData(15, 300)]
    [InlineData(15, 700)]
    public async Task A_box_for_scans_has_the_whole_number_although_the_keys_paused(int after, int milliseconds)
    {
        await OwnedAsync("rest", "");
        await Page.EvaluateAsync("() => document.getElementById('rest').setAttribute('data-scan', '')");
        await Page.FocusAsync("#rest");
        await Page.EvaluateAsync(Garbled, new object[] { Number, "Enter", new[] { after, milliseconds } });

        Assert.Equal(Number, await Page.InputValueAsync("#rest"));
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(3, 140)]
    [InlineData(6, 90)]
    public async Task A_box_for_scans_has_the_whole_number_although_the_first_keys_were_slow(int keys, int milliseconds)
    {
        await OwnedAsync("rest", "");
        await Page.EvaluateAsync("() => document.getElementById('rest').setAttribute('data-scan', '')");
        await Page.FocusAsync("#rest");
        await Page.EvaluateAsync(Garbled, new object[] { Number, "Enter", new[] { 1, milliseconds, keys } });

        Assert.Equal(Number, await Page.InputValueAsync("#rest"));
    }

    [Fact]
    public async Task Keys_that_come_every_40_ms_with_an_input_method_on_are_one_scan()
    {
        await GarbledAsync("]Q1" + Number[..12], "Enter", 40);

        await ScannedAsync("]Q1" + Number[..12]);
    }

    [Theory]
    [InlineData("KeyJ")]
    [InlineData("KeyM")]
    public async Task A_line_feed_sent_as_Ctrl_J_ends_the_scan_and_never_reaches_the_browser(string line)
    {
        await GarbledAsync(Number, "");
        Assert.Equal("held,held", await ChordsAsync(line, 2));
        await ScannedAsync(Number);

        await Page.WaitForTimeoutAsync(250);
        Assert.Equal("goes", await ChordsAsync(line, 1));
    }

    [Fact]
    public async Task A_box_that_owns_its_keys_has_the_scan_at_once_and_another_box_has_none()
    {
        await OwnedAsync("rest", "");
        await Page.FocusAsync("#rest");
        await GarbledAsync(Number, "");
        Assert.Equal(Number, await Page.InputValueAsync("#rest"));
        Assert.False(await GarbledAsync("", "Enter"));
        Assert.Equal(Number, await Page.InputValueAsync("#rest"));
        Assert.Equal("rest", await _browser.FocusAsync());
        Assert.Equal([Number], await Page.EvaluateAsync<string[]>("() => window.changes"));

        await Page.FocusAsync("#name");
        await GarbledAsync("OTHERCARD", "Enter");
        Assert.Equal(["半张表", Number], await Page.EvaluateAsync<string[]>("() => ['name', 'rest'].map(id => document.getElementById(id).value)"));
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => window.sent"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_box_that_keeps_its_Enter_is_sent_with_the_scan_in_it_whatever_the_input_method_does(bool composing)
    {
        await OwnedAsync("rest", "keepsEnd: box => true, only: true");
        await Page.FocusAsync("#rest");
        await KeysAsync(Number, "Enter", composing);

        await Page.WaitForFunctionAsync("() => window.sent === 1");
        Assert.Equal(Number, await Page.InputValueAsync("#rest"));
    }

    [Fact]
    public async Task Where_only_boxes_for_scans_are_heard_other_boxes_keep_every_key_and_Ctrl_J_is_swallowed_there_too()
    {
        await OwnedAsync("rest", "only: true");
        await Page.EvaluateAsync("() => { document.getElementById('name').value = ''; }");
        await Page.FocusAsync("#name");
        await Page.Keyboard.TypeAsync("13800001234");

        Assert.Equal("13800001234", await Page.InputValueAsync("#name"));
        await GarbledAsync("123", "");
        Assert.Equal("held", await ChordsAsync("KeyJ", 1));
        await Page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await Page.EvaluateAsync<int>("() => window.sent"));
        Assert.Empty(await Page.EvaluateAsync<string[]>("() => window.scans"));
    }

    [Fact]
    public async Task The_script_reads_codes_as_the_server_does()
    {
        await Page.AddScriptTagAsync(new() { Content = await EmbeddedAsync("scanned-code.js") });

        var read = await Page.EvaluateAsync<string[]>("texts => texts.map(text => { const read = HealthCodeScan.read(text); return read.kind + ' ' + read.text; })", ScanVectors.All.Select(vector => vector.Text));

        Assert.Equal(ScanVectors.All.Select(vector => ScannedCode.Read(vector.Text)).Select(code => $"{code.Kind.ToString().ToLowerInvariant()} {code.Text}"), read);
    }

    [Fact]
    public async Task It_listens_to_a_window_as_well_and_stops_when_told()
    {
        await Page.EvaluateAsync("() => { window.stop(); window.stop = HealthCodeScanner.listen(window, text => window.scans.push(text)); }");
        await GarbledAsync(Number, "Enter");
        await ScannedAsync(Number);
        await Page.EvaluateAsync("() => window.stop()");
        await GarbledAsync("ANOTHERONE", "Tab");

        Assert.Equal([Number], await Page.EvaluateAsync<string[]>("() => window.scans"));
    }

    /// <summary>Real keys, 5 ms apart by their own time however busy this machine is; composing, as an input method has them, which writes its letters itself.</summary>
    private async Task KeysAsync(string text, string end, bool composing = false)
    {
        var hand = await Page.Context.NewCDPSessionAsync(Page);
        var at = await Page.EvaluateAsync<double>("() => (performance.timeOrigin + performance.now()) / 1000");
        List<Task> sent = [];
        for (var count = 0; count <= text.Length; count++)
        {
            var letter = count < text.Length ? text[count] : '\r';
            var code = letter == '\r' ? end : char.IsAsciiDigit(letter) ? $"Digit{letter}" : $"Key{letter}";
            var key = new Dictionary<string, object> { ["type"] = composing ? "rawKeyDown" : "keyDown", ["code"] = code, ["timestamp"] = at += 0.005 };
            key["key"] = composing ? "Process" : letter == '\r' ? end.Replace("Numpad", "", StringComparison.Ordinal) : letter.ToString();
            key["windowsVirtualKeyCode"] = composing ? 229 : end == "Tab" && letter == '\r' ? 9 : letter;
            if (!composing && code != "Tab")
            {
                key["text"] = letter.ToString();
            }

            sent.Add(hand.SendAsync("Input.dispatchKeyEvent", key));
            if (composing && count < 7)
            {
                sent.Add(hand.SendAsync("Input.imeSetComposition", new() { ["text"] = text[..(count + 1)], ["selectionStart"] = count + 1, ["selectionEnd"] = count + 1 }));
            }
        }

        await Task.WhenAll(sent);
    }

    private static async Task<string> EmbeddedAsync(string name)
    {
        await using var embedded = typeof(OfflineChecker).Assembly.GetManifestResourceStream("HealthCode.Web.Verification." + name)!;
        using var reader = new StreamReader(embedded);
        return await reader.ReadToEndAsync();
    }

    /// <summary>What the browser gets of Ctrl and a letter.</summary>
    private Task<string> ChordsAsync(string code, int times) => Page.EvaluateAsync<string>(
        """
        ([code, times]) => Array.from({ length: times }, () => {
          const press = code => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code, ctrlKey: true, bubbles: true, cancelable: true }));
          press('ControlLeft');
          return press(code) ? 'goes' : 'held';
        }).join()
        """, new object[] { code, times });

    /// <summary>Listens anew, so that this box owns its keys.</summary>
    private async Task OwnedAsync(string id, string options) => await Page.EvaluateAsync(
        $$"""() => { window.stop(); window.stop = HealthCodeScanner.listen(document, text => window.scans.push(text), { owns: box => box.id === '{{id}}', {{options}} }); }""");

    private Task<bool> GarbledAsync(string text, string end, int gap = 0) => Page.EvaluateAsync<bool>(Garbled, new object[] { text, end, gap });

    /// <summary>One scan, and the form as it was.</summary>
    private async Task ScannedAsync(string text)
    {
        Assert.Equal([text], await Page.EvaluateAsync<string[]>("() => window.scans"));
        Assert.Equal(["半张表", "", "几行"], await Page.EvaluateAsync<string[]>("() => ['name', 'rest', 't'].map(id => document.getElementById(id).value)"));
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => window.sent"));
        Assert.Empty(_browser.ScriptErrors);
    }

    /// <summary>One for all tests: opening one takes longer than most of them.</summary>
    public sealed class Window : IAsyncLifetime
    {
        public RealBrowser Browser { get; private set; } = null!;

        public async Task InitializeAsync() => Browser = await RealBrowser.WithoutNetworkAsync();

        public async Task DisposeAsync() => await Browser.DisposeAsync();
    }
}
