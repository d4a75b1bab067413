using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Verification;

namespace HealthCode.Tests.Verification;

/// <summary>离线查验 — what is in the file; what it says is in Browser/OfflineCheckerTests.</summary>
public sealed class OfflineCheckerTests
{
    private const string Office = "640104001201";

    private static readonly DateTimeOffset At = new(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Without_the_list_it_is_under_150_kB() => Assert.InRange(File("样例村民委员会").Length, 10_000, 150_000);

    [Fact]
    public void A_hundred_thousand_stopped_numbers_take_under_400_kB()
    {
        var random = new Random(1);
        StoppedPass[] stopped = [.. Enumerable.Range(0, 100_000).Select(_ => Stopped(random.Next(1, 9_999_999), StopKind.Void))];

        Assert.InRange(File("样例村民委员会", stopped).Length - File("样例村民委员会").Length, 100_000, 400_000);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>村委会")]
    [InlineData("<!--<script>")]
    [InlineData("{{list}}{{scanner}}{{policy}}&quot;\"'\\ ]]>村委会")]
    [InlineData("村\u2028委\u2029会\ud83d\ude00")]
    public void No_name_breaks_out_of_its_place(string name)
    {
        var plain = Parsed(File("样例村民委员会"));
        var page = Parsed(File(name, [], name));

        Assert.Equal(plain.All.Select(element => element.LocalName), page.All.Select(element => element.LocalName));
        var list = JsonDocument.Parse(page.GetElementById("list")!.TextContent).RootElement;
        Assert.Equal(name, list.GetProperty("keys")[0].GetProperty("name").GetString());
        Assert.Equal(name, list.GetProperty("by").GetString());
        Assert.Equal(2, Scripts(plain).Count);
        Assert.Equal(Scripts(plain), Scripts(page));
    }

    [Fact]
    public void Only_its_own_two_scripts_run_and_they_reach_nobody()
    {
        var page = Parsed(File("样例村民委员会"));
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        var rules = policy.Split(';', StringSplitOptions.TrimEntries).ToDictionary(rule => rule.Split(' ')[0], rule => rule.Split(' ')[1..]);

        Assert.Equal(["'none'"], rules["default-src"]);
        Assert.Equal(["'none'"], rules["connect-src"]);
        Assert.Equal(Scripts(page).Select(Hash), rules["script-src"]);
        Assert.Equal([Hash(page.QuerySelector("style")!.TextContent)], rules["style-src"]);
        Assert.Empty(page.QuerySelectorAll("[src], [href], [style], [onclick], [onload]"));
        Assert.DoesNotMatch(new Regex("https?://|localStorage|sessionStorage|indexedDB|document\\.cookie|fetch\\(|XMLHttpRequest|WebSocket|innerHTML|eval\\("), page.DocumentElement.OuterHtml);
    }

    [Fact]
    public void It_calls_nothing_a_health_code_and_gives_nobody_a_colour()
    {
        var page = Encoding.UTF8.GetString(File("样例村民委员会"));

        Assert.DoesNotContain("健康码", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("[绿红黄灰](码|色)"), page);
        Assert.Contains("健康通行卡离线查验", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_the_keys_the_date_of_Beijing_and_every_stopped_number_by_office_and_kind()
    {
        var first = Stopped(36, StopKind.Revoked);
        var list = JsonDocument.Parse(Parsed(File("样例村民委员会", [first, Stopped(1, StopKind.Void), Stopped(73, StopKind.Revoked), first with { Kind = StopKind.Void }])).GetElementById("list")!.TextContent).RootElement;

        Assert.Equal("2020-03-05T09:00", list.GetProperty("at").GetString());
        Assert.Equal([Office], list.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("office").GetString()!));
        var kinds = list.GetProperty("stopped").GetProperty(Office);
        Assert.Equal("21", kinds[0].GetString());
        Assert.Equal("1,z", kinds[1].GetString());
    }

    [Fact]
    public void The_date_is_of_Beijing_wherever_the_server_says_it_stands()
    {
        using var key = IssuingKey.Make(Office, "样例村民委员会", 1, new(2020, 2, 28));

        Assert.Contains("\"2020-03-05T09:00\"", Encoding.UTF8.GetString(OfflineChecker.Build(new([key.Trusted]), [], At.ToUniversalTime())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stopped_number_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => File("样例村民委员会", [new("64010400120100000010", StopKind.Revoked)]));

    private static byte[] File(string name, IReadOnlyList<StoppedPass>? stopped = null, string? madeBy = null)
    {
        using var key = IssuingKey.Make(Office, name, 1, new(2020, 2, 28));
        return OfflineChecker.Build(new([key.Trusted]), stopped ?? [], At, madeBy);
    }

    private static StoppedPass Stopped(int sequence, StopKind kind) => new(PassNumber.Of(DivisionCode.Parse(Office), sequence).Value, kind);

    private static AngleSharp.Html.Dom.IHtmlDocument Parsed(byte[] file) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file));

    private static IReadOnlyList<string> Scripts(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("script:not([id])").Select(script => script.TextContent)];

    private static string Hash(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
}
