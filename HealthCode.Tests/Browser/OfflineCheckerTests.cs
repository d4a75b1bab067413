using System.Globalization;
using System.Security.Cryptography;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Verification;
using Microsoft.Playwright;

namespace HealthCode.Tests.Browser;

/// <summary>离线查验 — the file on the stick, opened as a file by a browser without a network.</summary>
public sealed class OfflineCheckerTests : IAsyncLifetime
{
    private const string Office = "640104001201";
    private const string NotRead = "▲ 没读全，请再扫一次";
    private const string Other = "640104001202";
    private const string Paper = "640104200002291232";
    private const int Sample = 2_000;

    private static readonly DateTimeOffset At = new(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Today = new(2020, 3, 5);

    private readonly IssuingKey _key = IssuingKey.Make(Office, "样例村民委员会", 1, new(2020, 2, 28));
    private readonly IssuingKey _otherKey = IssuingKey.Make(Other, "邻村村民委员会", 1, new(2020, 2, 28));
    private readonly IssuingKey _stranger = IssuingKey.Make("640104001203", "外村村民委员会", 1, new(2020, 2, 28));
    private readonly string _folder = Directory.CreateTempSubdirectory("healthcode-stick-").FullName;

    private RealBrowser _browser = null!;

    private IPage Page => _browser.Page;

    private TrustList Trusted => new([_key.Trusted, _otherKey.Trusted]);

    public async Task InitializeAsync() => _browser = await RealBrowser.WithoutNetworkAsync();

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        Directory.Delete(_folder, true);
        _key.Dispose();
        _otherKey.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task A_scanned_card_is_valid_and_its_holders_paper_fits_and_another_does_not()
    {
        List<string> asked = [];
        Page.Request += (_, request) => asked.Add(request.Url);
        await OpenAsync();
        await _browser.PictureAsync("40-离线-请扫卡");
        Assert.Contains("2020年3月5日 09:00", await Page.InnerTextAsync("#of"), StringComparison.Ordinal);
        Assert.Contains("样例村民委员会", await Page.InnerTextAsync("#of"), StringComparison.Ordinal);
        Assert.True(await Page.IsHiddenAsync("#camera"));
        Assert.Contains("这一页没有摄像头", await Page.InnerTextAsync("#no-camera"), StringComparison.Ordinal);

        await ScanAsync(Signed(1));
        Assert.Equal("● 有效", await WordAsync());
        Assert.Equal("有效期至 2020年3月14日", await Page.InnerTextAsync("#until"));
        Assert.Equal("", await Page.InputValueAsync("#code"));
        Assert.Equal("code", await _browser.FocusAsync());
        await _browser.PictureAsync("41-离线-有效");

        // A reader of identity cards types like a scanner, wherever the cursor is.
        await ScanAsync(Paper);
        Assert.StartsWith("● 一致", await FitsAsync(), StringComparison.Ordinal);
        Assert.Equal("● 有效", await WordAsync());
        await _browser.PictureAsync("42-离线-一致");

        await Page.FocusAsync("#number");
        await _browser.TypeAsync("64010420000229124X");
        await _browser.PressAsync("Enter");
        await Page.WaitForSelectorAsync("#fits.stop");
        Assert.StartsWith("✖ 不一致", await FitsAsync(), StringComparison.Ordinal);
        Assert.Equal("", await Page.InputValueAsync("#number"));
        Assert.Equal("✖ 与身份证不一致", await WordAsync());
        await _browser.PictureAsync("43-离线-不一致");
        await Page.FillAsync("#number", "6401 0420 0002 2912 32");
        await Page.ClickAsync("#paper button");
        Assert.StartsWith("● 一致", await Page.InnerTextAsync("#fits.good"), StringComparison.Ordinal);
        Assert.Equal("● 有效", await WordAsync());

        await _browser.PressAsync("Escape");
        Assert.Equal("请扫卡", await WordAsync());
        Assert.True(await Page.IsHiddenAsync("#paper"));
        Assert.Equal("code", await _browser.FocusAsync());
        Assert.All(asked, address => Assert.StartsWith("file:", address, StringComparison.Ordinal));
        Assert.Equal("0/0/", await Page.EvaluateAsync<string>("() => localStorage.length + '/' + sessionStorage.length + '/' + document.cookie"));
        Assert.Empty(_browser.ScriptErrors);
        Assert.Empty(await _browser.SeriousAsync());
    }

    [Theory]
    [InlineData("640104200002291232")]
    [InlineData("６４０１０４２０００　０２２９１２３２")]
    [InlineData(" '640104 20000229 1232")]
    public async Task A_paper_may_be_typed_as_it_comes(string typed)
    {
        await OpenAsync();
        await AskPaperAsync(Signed(1), typed);
        Assert.StartsWith("● 一致", await FitsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11010519491231002X", "11010519491231002×")]
    [InlineData("11010519491231002X", "11010519491231002х")]
    [InlineData("11010519491231002X", "110105491231002")]
    [InlineData("E12345678", "e1234 5678")]
    [InlineData("110105491231995", "110105491231995")]
    public async Task Old_and_foreign_numbers_are_made_plain_as_the_server_does(string holder, string typed)
    {
        await OpenAsync();
        await AskPaperAsync(_key.Sign(Token(1, paper: holder)), typed);
        Assert.StartsWith("● 一致", await FitsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_verdict_has_its_word()
    {
        StoppedPass[] stopped = [new(Number(2).Value, StopKind.Revoked), new(Number(3).Value, StopKind.Void), new(Number(4).Value, StopKind.Revoked)];
        await OpenAsync(stopped: stopped);

        await AssertVerdictAsync(_key.Sign(Token(5, first: new(2020, 2, 28), last: new(2020, 3, 4))), "▲ 已过期", "44-离线-已过期");
        await AssertVerdictAsync(_key.Sign(Token(5, first: new(2020, 2, 28), last: Today)), "● 有效");
        await AssertVerdictAsync(_key.Sign(Token(5, first: Today)), "● 有效");
        await AssertVerdictAsync(_key.Sign(Token(5, first: Today.AddDays(1))), "▲ 还没到日期");
        await AssertVerdictAsync(Signed(2), "■ 已停用", "45-离线-已停用");
        await AssertVerdictAsync(Signed(3), "■ 已遗失作废", "46-离线-已作废");
        await AssertVerdictAsync(_stranger.Sign(Token(1, office: "640104001203")), "✖ 不是本系统签发", "47-离线-不是本系统签发");
        // Every signature is another one: the changed card is one card.
        var genuine = Signed(1);
        await AssertVerdictAsync(genuine[..^1] + (genuine[^1] == '0' ? '1' : '0'), "✖ 不是本系统签发");
        await AssertVerdictAsync("HTTPS-SOMETHING-ELSE", "✖ 不是本系统签发");
        await AssertVerdictAsync(Signed(1).ToLowerInvariant(), "● 有效");
        await AssertVerdictAsync(_otherKey.Sign(Token(1, office: Other, key: _otherKey)), "● 有效");
        Assert.Contains("邻村村民委员会", await Page.InnerTextAsync("#lines"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_valid_whatever_surrounds_its_code_and_what_is_not_whole_is_amber()
    {
        await OpenAsync();
        // Every signature is another one: the same card twice is the same text twice.
        var code = Signed(1);
        foreach (var sent in (string[])["]Q1" + code, "\"" + code + "\"", code + code, "Q1" + code.ToLowerInvariant()])
        {
            await TypedAsync(sent);
            Assert.Equal("● 有效", await WordAsync());
        }

        foreach (var sent in (string[])[Signed(1)[..^1], Signed(1)[1..], "]Q1" + Signed(1)[..70]])
        {
            await TypedAsync(sent);
            Assert.Equal(NotRead, await WordAsync());
            Assert.Equal("care", await Page.GetAttributeAsync("#verdict", "class"));
        }

        await _browser.PictureAsync("49a-离线-没读全");
    }

    [Fact]
    public async Task A_typed_number_proves_nothing_but_finds_a_stopped_card()
    {
        await OpenAsync(stopped: [new(Number(2).Grouped, StopKind.Void)]);

        await TypedAsync(Number(1).Grouped);
        Assert.Contains("只凭编号不能验真伪：请扫二维码；编号没有在停用名单上", await Page.InnerTextAsync("#lines"), StringComparison.Ordinal);
        Assert.DoesNotContain("有效", await Page.InnerTextAsync("#verdict"), StringComparison.Ordinal);
        Assert.True(await Page.IsHiddenAsync("#paper"));
        await _browser.PictureAsync("48-离线-只有编号");
        await TypedAsync(Number(2).Value);
        Assert.Equal("■ 已遗失作废", await WordAsync());
        await TypedAsync(Number(1).Value[..19] + (Number(1).Value[19] == '0' ? '1' : '0'));
        Assert.Equal(NotRead, await WordAsync());
        await TypedAsync("6401 0400 1201");
        Assert.Equal(NotRead, await WordAsync());
        Assert.Contains("这里有 12 位", await Page.InnerTextAsync("#lines"), StringComparison.Ordinal);
        await _browser.PictureAsync("49-离线-编号有误");
        await TypedAsync(PassNumber.Of(DivisionCode.Parse("640104001203"), 1).Value);
        Assert.Equal("✖ 不是本系统签发", await WordAsync());
    }

    [Theory]
    [InlineData("1980-01-01T08:00", "1980年1月1日")]
    [InlineData("2020-03-04T23:59", "2020年3月4日")]
    [InlineData("2020-05-05T09:00", "2020年5月5日")]
    [InlineData("2099-12-31T09:00", "2099年12月31日")]
    public async Task A_wrong_clock_is_told_and_no_card_is_valid(string clock, string day)
    {
        await OpenAsync(clock);
        var sentence = $"这台电脑的日期是 {day}，不对。请先把日期调好再查验。";
        Assert.Equal(sentence, await Page.InnerTextAsync("#clock"));

        foreach (var text in new[] { Signed(1), Number(1).Value, _key.Sign(Token(1, last: new(2020, 9, 1))) })
        {
            await ScanAsync(text);
            Assert.Equal("▲ 电脑日期不对", await WordAsync());
            Assert.Equal(sentence, await Page.InnerTextAsync("#lines"));
            Assert.True(await Page.IsHiddenAsync("#paper"));
        }

        await _browser.PictureAsync("50-离线-日期不对-" + clock[..4]);
    }

    [Theory]
    [InlineData("2020-03-05T08:00", "", "● 有效")]
    [InlineData("2020-03-06T09:00", "", "● 有效")]
    [InlineData("2020-03-06T09:01", "名单是 1 天前的，只能作参考", "● 有效")]
    [InlineData("2020-03-12T09:00", "名单是 7 天前的，只能作参考", "● 有效")]
    [InlineData("2020-03-12T09:01", "名单是 7 天前的，只能作参考", "▲ 名单过旧")]
    [InlineData("2020-05-04T09:00", "名单是 60 天前的，只能作参考", "▲ 名单过旧")]
    public async Task An_old_list_says_so(string clock, string band, string word)
    {
        await OpenAsync(clock, stopped: [new(Number(2).Value, StopKind.Revoked)]);
        await ScanAsync(_key.Sign(Token(1, last: new(2020, 6, 1))));
        Assert.Equal(band, await Page.InnerTextAsync("#age"));
        Assert.Equal(word, await WordAsync());
        Assert.True(await Page.IsVisibleAsync("#paper"));
        await _browser.PictureAsync("51-离线-" + clock[..10] + (band.Length > 0 ? "-旧" : ""));
        await ScanAsync(Signed(2));
        Assert.Equal("■ 已停用", await WordAsync());
    }

    [Fact]
    public async Task Two_thousand_altered_codes_are_refused_for_the_reason_the_server_gives()
    {
        await OpenAsync();
        var altered = Altered();
        Assert.True(altered.Count >= Sample, $"{altered.Count}");

        var kinds = await Page.EvaluateAsync<string[]>("texts => Promise.all(texts.map(text => HealthCodeCheck.verdict(text).then(verdict => verdict.kind)))", altered);

        var trusted = Trusted;
        Assert.Equal(altered.Select(text => ScannedCode.Read(text) is { Kind: ScannedKind.Token or ScannedKind.Other } whole ? Refusal(trusted.Read(whole.Text).Validity) : "part"), kinds);
        Assert.InRange(kinds.Count(kind => kind != "part"), Sample, altered.Count);
        Assert.Equal("valid", await Page.EvaluateAsync<string>("text => HealthCodeCheck.verdict(text).then(verdict => verdict.kind)", Signed(1)));
    }

    [Fact]
    public async Task With_a_hundred_thousand_stopped_numbers_it_answers_within_50_ms()
    {
        var random = new Random(7);
        StoppedPass[] stopped = [.. Enumerable.Range(0, 100_000).Select(at => new StoppedPass(Number(random.Next(100, 9_999_999)).Value, (StopKind)(1 + (at % 2))))];
        var kinds = stopped.ToLookup(pass => pass.Number, pass => pass.Kind);
        StoppedPass[] asked = [.. stopped.Take(20).Select(pass => pass with { Kind = kinds[pass.Number].Max() })];
        await OpenAsync(stopped: stopped);
        string[] texts = [.. asked.Select(pass => Signed(int.Parse(pass.Number.AsSpan(12, 7), CultureInfo.InvariantCulture))), .. Enumerable.Range(1, 20).Select(Signed)];

        var said = await Page.EvaluateAsync<string[]>("texts => Promise.all(texts.map(text => HealthCodeCheck.verdict(text).then(verdict => verdict.kind)))", texts);
        Assert.Equal([.. asked.Select(pass => pass.Kind == StopKind.Void ? "void" : "revoked"), .. Enumerable.Repeat("valid", 20)], said);
        var median = await Page.EvaluateAsync<double>("""
            async texts => {
              const took = [];
              for (const text of texts) { const from = performance.now(); await HealthCodeCheck.verdict(text); took.push(performance.now() - from); }
              return took.sort((a, b) => a - b)[took.length >> 1];
            }
            """, texts);

        Assert.InRange(median, 0, 50);
    }

    [Fact]
    public async Task Keys_that_come_while_the_page_is_still_making_itself_ready_are_not_lost()
    {
        // The scanner begins before anything was clicked.
        await Page.AddInitScriptAsync($$"""
            document.addEventListener('DOMContentLoaded', () => {
              for (const c of '{{Signed(1)}}') { document.dispatchEvent(new KeyboardEvent('keydown', { key: c, code: /[0-9]/.test(c) ? 'Digit' + c : 'Key' + c, bubbles: true, cancelable: true })); }
              document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
            });
            """);
        await OpenAsync();

        await SettledAsync();
        Assert.Equal("● 有效", await WordAsync());
    }

    [Fact]
    public async Task Without_the_means_to_verify_it_says_so()
    {
        await Page.AddInitScriptAsync("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })");
        await OpenAsync();
        await ScanAsync(Signed(1));

        Assert.Equal("▲ 不能验真伪", await WordAsync());
        Assert.Contains("请换一台电脑", await Page.InnerTextAsync("#lines"), StringComparison.Ordinal);
        await _browser.PictureAsync("52-离线-不能验");
    }

    [Fact]
    public async Task After_a_minute_the_last_card_is_forgotten()
    {
        await Page.Clock.InstallAsync(new() { TimeDate = At.UtcDateTime });
        await OpenAsync(null);
        await TypedAsync(Signed(1));
        Assert.Equal("● 有效", await WordAsync());
        await Page.Clock.FastForwardAsync(50_000);
        Assert.Equal("● 有效", await WordAsync());
        await Page.Clock.FastForwardAsync(11_000);

        Assert.Equal("请扫卡", await WordAsync());
        Assert.True(await Page.IsHiddenAsync("#paper"));
    }

    [Fact]
    public async Task A_name_is_text_and_a_half_copied_file_says_that_it_is_none()
    {
        using var sly = IssuingKey.Make(Office, "</script><img src=x onerror=\"document.title='out'\">村委会", 1, new(2020, 2, 28));
        await OpenAsync(file: OfflineChecker.Build(new([sly.Trusted]), [], At));
        Assert.Contains("</script><img", await Page.InnerTextAsync("#of"), StringComparison.Ordinal);
        Assert.Equal("健康通行卡离线查验", await Page.TitleAsync());
        Assert.Equal(0, await Page.Locator("img").CountAsync());

        var whole = OfflineChecker.Build(Trusted, [], At);
        await OpenAsync(file: whole[..(whole.Length * 3 / 4)]);
        Assert.True(await Page.IsVisibleAsync("#broken"));
        Assert.True(await Page.IsHiddenAsync("#desk"));
    }

    private static PassNumber Number(int sequence, string office = Office) => PassNumber.Of(DivisionCode.Parse(office), sequence);

    private static string Refusal(TokenValidity worth) => worth switch
    {
        TokenValidity.NoToken => "no-token",
        TokenValidity.UnknownIssuer => "unknown",
        TokenValidity.Forged => "forged",
        _ => "the server believes it",
    };

    /// <summary>Single bits, neighbours, pieces, other keys, other heads signed properly, the twin signature, and blind changes.</summary>
    private List<string> Altered()
    {
        var text = Signed(1);
        var bytes = TokenText.Read(text)!;
        var random = new Random(20200305);
        List<string> altered = [];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            altered.Add(With(bytes, copy => copy[bit / 8] ^= (byte)(1 << (bit % 8))));
        }

        for (var at = 0; at + 1 < text.Length; at++)
        {
            altered.Add(text[..at] + text[at + 1] + text[at] + text[(at + 2)..]);
            altered.Add(text[..at]);
            altered.Add(text[(at + 1)..] + "0");
            altered.Add(text[..at] + "Z" + text[(at + 1)..]);
        }

        altered.AddRange(["", "0", new('0', 125), new('Z', 125), new string('0', 126)]);
        // Our own signer would refuse these; a forger has none of our rules.
        using RawSignature other = new(_otherKey), stranger = new(_stranger), own = new(_key);
        altered.Add(other.Sign(Token(1).Head()));
        altered.Add(stranger.Sign(Token(1).Head()));
        altered.Add(stranger.Sign(Token(1, office: "640104001203").Head()));
        altered.Add(own.Sign(Token(1, first: new(2020, 2, 27)).Head()));
        altered.Add(own.Sign((Token(1) with { KeyNumber = 2 }).Head()));
        using var hand = ECDsa.Create();
        hand.ImportPkcs8PrivateKey(_key.PrivateKey(), out _);
        foreach (var (place, value) in new[] { (0, 0), (0, 2), (0, 255), (1, 0), (1, 2), (2, 255), (2, 0) })
        {
            altered.Add(SignedBy(hand, With16(bytes, head => head[place] = (byte)value)));
        }

        altered.Add(SignedBy(hand, With16(bytes, head => (head[7], head[8], head[9]) = (0, 0, 0))));
        altered.Add(SignedBy(hand, With16(bytes, head => (head[7], head[8], head[9]) = (255, 255, 255))));
        for (var days = 0; days < 256; days++)
        {
            altered.Add(With(bytes, copy => copy[12] = (byte)days));
        }

        altered.Add(With(bytes, HighTwin));
        for (var more = 0; more < 900; more++)
        {
            altered.Add(With(bytes, copy =>
            {
                for (var each = 0; each < 3; each++)
                {
                    copy[random.Next(copy.Length)] = (byte)random.Next(256);
                }
            }));
        }

        return [.. altered.Where(each => each != text).Distinct()];
    }

    private static string With(byte[] bytes, Action<byte[]> change)
    {
        byte[] copy = [.. bytes];
        change(copy);
        return TokenText.Write(copy);
    }

    private static byte[] With16(byte[] bytes, Action<byte[]> change)
    {
        var head = bytes[..PassToken.HeadLength];
        change(head);
        return head;
    }

    private static string SignedBy(ECDsa key, byte[] head)
    {
        while (true)
        {
            var signature = key.SignData(PassToken.SignedPart(head), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
            if (signature[32] < 0x7F)
            {
                return TokenText.Write([.. head, .. signature]);
            }
        }
    }

    private static void HighTwin(byte[] bytes)
    {
        var order = System.Numerics.BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var twin = (order - new System.Numerics.BigInteger(bytes.AsSpan(48), true, true)).ToByteArray(true, true);
        bytes.AsSpan(48).Clear();
        twin.CopyTo(bytes, bytes.Length - twin.Length);
    }

    private string Signed(int sequence) => _key.Sign(Token(sequence));

    private PassToken Token(int sequence, string office = Office, DateOnly? first = null, DateOnly? last = null, string paper = Paper, IssuingKey? key = null) => new(
        1, Number(sequence, office), new(first ?? new(2020, 2, 29), last ?? (first ?? new(2020, 2, 29)).AddDays(14)), DocumentTag.Of((key ?? _key).Trusted.DocumentTagKey, Number(sequence, office), paper));

    private string FilePath => Path.Combine(_folder, "离线查验.html");

    private async Task OpenAsync(string? clock = "2020-03-05T09:30", IReadOnlyList<StoppedPass>? stopped = null, byte[]? file = null)
    {
        await File.WriteAllBytesAsync(FilePath, file ?? OfflineChecker.Build(Trusted, stopped ?? [], At));
        if (clock is not null)
        {
            await Page.AddInitScriptAsync($$"""
                (() => {
                  const still = new Date('{{clock}}:00+08:00').getTime();
                  const Real = Date;
                  window.Date = class extends Real { constructor(...given) { if (given.length) { super(...given); } else { super(still); } } static now() { return still; } };
                })()
                """);
        }

        await Page.GotoAsync(new Uri(FilePath).AbsoluteUri);
    }

    /// <summary>As a scanner does it while an input method is on.</summary>
    private async Task ScanAsync(string text)
    {
        await Page.EvaluateAsync("""
            text => {
              const press = code => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', keyCode: 229, code, bubbles: true, cancelable: true }));
              for (const c of text.toUpperCase()) { press(/[0-9]/.test(c) ? 'Digit' + c : c === '-' ? 'Minus' : 'Key' + c); }
              press('Enter');
            }
            """, text);
        await SettledAsync();
    }

    private async Task TypedAsync(string text)
    {
        await Page.FillAsync("#code", text);
        await _browser.PressAsync("Enter");
        await SettledAsync();
    }

    private async Task AskPaperAsync(string token, string typed)
    {
        await ScanAsync(token);
        await Page.FillAsync("#number", typed);
        // By the button: an Enter so soon after a scan would be taken for the scanner's.
        await Page.ClickAsync("#paper button");
        await Page.WaitForSelectorAsync("#fits.good, #fits.stop");
    }

    private async Task AssertVerdictAsync(string scanned, string word, string? picture = null)
    {
        await ScanAsync(scanned);
        Assert.Equal(word, await WordAsync());
        if (picture is not null)
        {
            await _browser.PictureAsync(picture);
        }
    }

    // Signatures are verified beside the page's own thread; one more check of the same kind comes back after it.
    private async Task SettledAsync() => await Page.EvaluateAsync("text => HealthCodeCheck.verdict(text).then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))", Signed(1));

    private Task<string> WordAsync() => Page.InnerTextAsync("#word");

    private async Task<string> FitsAsync()
    {
        await Page.WaitForSelectorAsync("#fits.good, #fits.stop");
        return await Page.InnerTextAsync("#fits");
    }
}
