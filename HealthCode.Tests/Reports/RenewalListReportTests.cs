using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>到期续办名单.</summary>
[Collection(DemoVillage.Name)]
public sealed class RenewalListReportTests(DemoVillage demo)
{
    private ReportScope Today => demo.Month with { FirstDay = demo.Month.LastDay };

    [Fact]
    public async Task Every_card_that_ends_in_three_days_or_has_ended_within_seven_is_a_row()
    {
        var sheet = await demo.DrawAsync(new RenewalListReport(), Today);

        Assert.Empty(sheet.Faults);
        Assert.NotEmpty(sheet.Body);
        Assert.Equal(
            await demo.CountAsync(
                """
                SELECT count(*) FROM Passes old WHERE HandedOverAt IS NOT NULL AND EndedAt IS NULL AND LastDay BETWEEN '2026-11-13' AND '2026-11-23'
                AND NOT EXISTS (SELECT 1 FROM Passes new WHERE new.PersonKey = old.PersonKey AND new.Id > old.Id)
                """),
            sheet.Body.Count);
        Approved.Matches("renewals", sheet.Text);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(3, true)]
    [InlineData(0, true)]
    [InlineData(-7, true)]
    [InlineData(-8, false)]
    public async Task Both_ends_count(int daysLeft, bool isCalled)
    {
        // Four days later the demo has cards on every one of these days.
        var later = DemoVillage.Now.AddDays(4);
        var day = DateOnly.FromDateTime(later.DateTime);
        var ending = await demo.CountAsync(
            $"""
            SELECT count(*) FROM Passes old WHERE HandedOverAt IS NOT NULL AND EndedAt IS NULL AND LastDay = '{day.AddDays(daysLeft):yyyy-MM-dd}'
            AND NOT EXISTS (SELECT 1 FROM Passes new WHERE new.PersonKey = old.PersonKey AND new.Id > old.Id)
            """);

        var sheet = await demo.DrawAsync(new RenewalListReport(), new(day, day, later) { OfficeCode = demo.Code });

        Assert.True(ending > 0);
        Assert.Equal(isCalled ? ending : 0, sheet.Column("还剩几天").Count(days => days == daysLeft.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_grid_workers_people_stand_together_group_by_group()
    {
        var sheet = await demo.DrawAsync(new RenewalListReport(), Today);

        Assert.Equal(["1组", "2组", "3组", "4组", "5组", "6组", "7组", "8组", "9组"], Runs(sheet.Column("村民小组")));
        Assert.Equal(["马晓燕", "杨建军"], Runs(sheet.Column("网格员")));
    }

    [Fact]
    public async Task Whoever_walks_finds_house_by_house_with_telephone_and_a_box_to_tick()
    {
        var whole = await demo.DrawAsync(new RenewalListReport(), Today with { Masking = Masking.Lifted });

        Assert.Equal(["序号", "网格员", "村民小组", "住址", "姓名", "电话", "有效期至", "还剩几天", "卡号", "办了没有", "记事"], whole.Header);
        Assert.All(whole.Column("办了没有"), tick => Assert.Equal("□", tick));
        var walk = whole.Body.Select(row => (Worker: row[1], Group: row[2], House: row[3])).ToList();
        Assert.Equal(walk.Count, walk.Zip(walk.Skip(1)).Count(step => step.First.Worker != step.Second.Worker || step.First.Group != step.Second.Group || NaturalOrder.Instance.Compare(step.First.House, step.Second.House) <= 0) + 1);
    }

    [Fact]
    public async Task Masked_it_names_no_resident_but_the_grid_worker()
    {
        var masked = await demo.DrawAsync(new RenewalListReport(), Today);
        var whole = await demo.DrawAsync(new RenewalListReport(), Today with { Masking = Masking.Lifted });

        Assert.All(masked.Column("姓名"), name => Assert.Contains('*', name));
        Assert.All(masked.Column("电话").Where(phone => phone.Length > 0), phone => Assert.Contains('*', phone));
        Assert.DoesNotContain(whole.Column("姓名"), name => name.Contains('*', StringComparison.Ordinal));
        Assert.Contains(whole.Column("住址"), address => address.EndsWith('号'));
    }

    private static List<string> Runs(IReadOnlyList<string> cells) => [.. cells.Where((cell, i) => i == 0 || cells[i - 1] != cell)];
}
