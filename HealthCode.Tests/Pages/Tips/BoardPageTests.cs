using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Tests.Pages.Tips;

/// <summary>办理情况: what is longest over first, by state, thirty on a page; and the search.</summary>
public sealed class BoardPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await TipCase.ServerAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_longest_over_is_first_and_says_how_long_and_what_is_done_is_not_there()
    {
        await _server.AddAreaAsync();
        // 0001 has 23 hours to go, 0002 is 3 hours late for its dispatch, 0003 is 6 for its visit, 0004 waits for no hour, 0005 is done.
        foreach (var (state, hours) in new[] { (TipState.Dispatched, 1.0), (TipState.Received, 5), (TipState.Dispatched, 30), (TipState.Answered, 90), (TipState.Reported, 99) })
        {
            await _server.AddTipAsync(state, hoursAgo: hours);
        }

        var desk = await _server.ClerkAsync();
        await desk.OpenAsync("/Tips");
        var rows = desk.Page.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Equal(["0003", "0002", "0001", "0004"], rows.Select(row => row[..4]));
        Assert.Contains("超时，已过 6 小时", rows[0], StringComparison.Ordinal);
        Assert.Contains("超时，已过 3 小时", rows[1], StringComparison.Ordinal);
        Assert.Contains("还有 23 小时", rows[2], StringComparison.Ordinal);
        Assert.Contains("本村自定的时限，都从受理算起：2 小时内派发，24 小时内上门，48 小时内反馈。通知只说“立即”“及时”", desk.Text, StringComparison.Ordinal);
        Assert.Equal("1", desk.Page.QuerySelector("nav.rail a[href='/Tips'] .count")!.FirstChild!.TextContent);
    }

    [Fact]
    public async Task One_state_is_shown_alone()
    {
        await _server.AddTipAsync(TipState.Received);
        await _server.AddTipAsync(TipState.Reported);
        var desk = await _server.ClerkAsync();

        Assert.Equal(["0002"], Numbers(await desk.OpenAsync("/Tips?state=Reported")));
        Assert.Equal(["0001"], Numbers(await desk.OpenAsync("/Tips?state=Received")));
        Assert.Empty(Numbers(await desk.OpenAsync("/Tips?state=Visited")));
        Assert.Equal(["0001"], Numbers(await desk.OpenAsync("/Tips?state=nonsense&p=-7")));
    }

    [Fact]
    public async Task Thirty_are_on_a_page_and_the_rest_on_the_next()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = db.Offices.Single();
            for (var i = 1; i <= Listing.Size + 1; i++)
            {
                db.Tips.Add(TipCase.At(TipState.Received, number: i, office: office, receivedAt: _server.Now.AddHours(-i)));
            }

            await db.SaveChangesAsync();
        }));
        var desk = await _server.ClerkAsync();

        Assert.Equal(["0031", "0002"], new[] { Numbers(await desk.OpenAsync("/Tips"))[0], Numbers(desk)[^1] });
        Assert.Equal(Listing.Size, Numbers(desk).Count);
        Assert.Equal(["0001"], Numbers(await desk.OpenAsync(desk.Page.QuerySelectorAll("main a").Single(link => link.TextContent == "下一页").GetAttribute("href")!)));
    }

    [Theory]
    [InlineData("0002", "0002")]
    [InlineData("哄抬", "0002")]
    [InlineData("老井", "0002")]
    [InlineData("口罩", "0002")]
    [InlineData("线索", "0001")]
    [InlineData(" 马家 商店", "0001")]
    [InlineData("丁举报", "")]
    [InlineData("没有这个", "")]
    public async Task Number_place_kind_and_words_of_the_description_are_found_and_no_reporter(string words, string number)
    {
        await _server.AddTipAsync();
        await _server.AddTipAsync(content: TipCase.Gathering with { Topic = "哄抬物价", Place = "5组老井边", Description = "一个口罩 20 元" });
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync("/Tips");
        await desk.PressAsync("查找", ("找一件", words));

        Assert.Equal(number, string.Join(' ', Numbers(desk)));
        Assert.StartsWith("/Tips?of=", desk.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(words.Trim(), Uri.UnescapeDataString(desk.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_and_telephones_are_masked_in_the_list()
    {
        await _server.AddTipAsync();
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync("/Tips");

        Assert.Contains("样例村", desk.Text, StringComparison.Ordinal);
        Assert.All(new[] { "马家商店", "纳福贵", "咳了三天", TipCase.ReporterName, TipCase.ReporterPhone }, word => Assert.DoesNotContain(word, desk.Html, StringComparison.Ordinal));
    }

    private static List<string> Numbers(OfficeBrowser desk) => [.. desk.Page.QuerySelectorAll("main tbody tr td:first-child").Select(cell => cell.TextContent.Trim())];
}
