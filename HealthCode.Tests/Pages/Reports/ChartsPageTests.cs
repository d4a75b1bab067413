using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Reports;

/// <summary>图表: the picture repeats the table, and the table what the database holds.</summary>
public sealed class ChartsPageTests(ChartsPageTests.ClerkOfDemo clerk) : IClassFixture<ChartsPageTests.ClerkOfDemo>
{
    private readonly DemoVillage _demo = clerk.Demo;
    private readonly OfficeBrowser _desk = clerk.Desk;

    [Theory]
    [InlineData("", 14, "2026-11-06T16:00:00")]
    [InlineData("?days=30", 30, "2026-10-21T16:00:00")]
    [InlineData("?days=100000", 14, "2026-11-06T16:00:00")]
    public async Task Cards_handed_over_stand_day_by_day(string query, int days, string since)
    {
        await _desk.OpenAsync("/Reports/Charts" + query);

        var issued = Table("每天发放");
        Assert.Equal(days, issued.Count);
        Assert.Equal("11月20日", issued[^1][0]);
        Assert.Equal(await _demo.CountAsync($"SELECT count(*) FROM Passes WHERE HandedOverAt >= '{since}'"), issued.Sum(row => Number(row[1])));
        Assert.Equal(await _demo.CountAsync("SELECT count(*) FROM Passes WHERE HandedOverAt >= '2026-11-18T16:00:00' AND HandedOverAt < '2026-11-19T16:00:00'"), Number(issued[^2][1]));
    }

    [Fact]
    public async Task Refusals_stand_by_clause_and_cards_by_their_last_day()
    {
        await _desk.OpenAsync("/Reports/Charts?days=30");

        var refusals = Table("不予办理的依据");
        Assert.Equal(Enum.GetValues<RefusalClause>().Length + Enum.GetValues<EligibilityCondition>().Length, refusals.Count);
        var refused = await _demo.Server.InDbAsync(db => db.Set<ReviewDecision>().Where(each => each.Outcome == ReviewOutcome.Refuse).ToListAsync());
        foreach (var clause in Enum.GetValues<RefusalClause>())
        {
            Assert.Equal(
                refused.Count(each => each.Clauses.Contains(clause)),
                Number(refusals.Single(row => row[0].StartsWith($"第{(int)clause}条", StringComparison.Ordinal))[1]));
        }

        Assert.Contains(refusals, row => Number(row[1]) > 0);
        var ending = Table("今后 14 天到期");
        Assert.Equal(14, ending.Count);
        Assert.Equal(await _demo.CountAsync("SELECT count(*) FROM Passes WHERE State = 4 AND LastDay = '2026-11-20'"), Number(ending[0][1]));
        Assert.Equal(await _demo.CountAsync("SELECT count(*) FROM Passes WHERE State = 4 AND LastDay BETWEEN '2026-11-20' AND '2026-12-03'"), ending.Sum(row => Number(row[1])));
    }

    [Fact]
    public async Task Waits_stand_by_the_day_of_their_decision_and_a_day_without_one_says_so()
    {
        await _desk.OpenAsync("/Reports/Charts?days=30");

        // The demo decides nine minutes after each form came in.
        var waits = Table("等待时间");
        Assert.Equal(["—", "—"], waits[0].Skip(1));
        Assert.Equal(["0.2", "0.2"], waits[^2].Skip(1));
        Assert.Equal(await _demo.CountAsync("SELECT count(DISTINCT DecidedOn) FROM ReviewDecisions WHERE DecidedOn > '2026-10-21'"), waits.Count(row => row[1] != "—"));
    }

    [Fact]
    public async Task The_picture_is_drawn_without_script_or_style_and_passed_over_by_a_screen_reader()
    {
        await _desk.OpenAsync("/Reports");
        Assert.NotNull(_desk.Page.QuerySelector("main a[href='/Reports/Charts']"));
        await _desk.OpenAsync("/Reports/Charts");

        var pictures = _desk.Page.QuerySelectorAll("main svg");
        Assert.Equal(4, pictures.Length);
        Assert.All(pictures, picture => Assert.Equal("true", picture.GetAttribute("aria-hidden")));
        Assert.Empty(_desk.Page.QuerySelectorAll("main [style], main script, main style"));
        Assert.Equal(Table("每天发放").Count(row => Number(row[1]) > 0), pictures[0].QuerySelectorAll("rect").Length);
        Assert.Equal(
            Table("等待时间").Count(row => row[1] != "—"),
            pictures[1].QuerySelectorAll("rect.hollow").Length);
    }

    private List<List<string>> Table(string title) =>
    [
        .. _desk.Page.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")?.TextContent == title)
            .QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList()),
    ];

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>All only look.</summary>
    public sealed class ClerkOfDemo : IAsyncLifetime
    {
        public DemoVillage Demo { get; } = new();

        public OfficeBrowser Desk { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Demo.InitializeAsync();
            Desk = await Demo.Server.SignedInUserAsync("luru", Demo.Code, Roles.Clerk);
        }

        public Task DisposeAsync() => Demo.DisposeAsync();
    }
}
