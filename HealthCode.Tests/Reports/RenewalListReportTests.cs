using HealthCode.Tests.Support;
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
    [InlineData("2026-11-20", 3)]
    [InlineData("2026-11-20", 0)]
    [InlineData("2026-11-20", -7)]
    public async Task Both_ends_count(string today, int daysLeft)
    {
        var sheet = await demo.DrawAsync(new RenewalListReport(), Today);
        var left = sheet.Column("还剩几天").Select(days => int.Parse(days, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(
            await demo.CountAsync(
                $"""
                SELECT count(*) FROM Passes old WHERE HandedOverAt IS NOT NULL AND EndedAt IS NULL AND LastDay = date('{today}', '{daysLeft} days')
                AND NOT EXISTS (SELECT 1 FROM Passes new WHERE new.PersonKey = old.PersonKey AND new.Id > old.Id)
                """),
            left.Count(days => days == daysLeft));
        Assert.All(left, days => Assert.InRange(days, -7, 3));
    }

    [Fact]
    public async Task A_grid_workers_people_stand_together_group_by_group()
    {
        var sheet = await demo.DrawAsync(new RenewalListReport(), Today);

        Assert.Equal(["1组", "2组", "3组", "4组", "5组", "6组", "7组", "8组", "9组"], Runs(sheet.Column("村民小组")));
        Assert.Equal(["马晓燕", "杨建军"], Runs(sheet.Column("网格员")));
    }

    [Fact]
    public async Task Masked_it_names_no_resident_but_the_grid_worker()
    {
        var masked = await demo.DrawAsync(new RenewalListReport(), Today);
        var whole = await demo.DrawAsync(new RenewalListReport(), Today with { IsMasked = false });

        Assert.All(masked.Column("姓名"), name => Assert.Contains('*', name));
        Assert.All(masked.Column("电话").Where(phone => phone.Length > 0), phone => Assert.Contains('*', phone));
        Assert.DoesNotContain(whole.Column("姓名"), name => name.Contains('*', StringComparison.Ordinal));
        Assert.Contains(whole.Column("住址"), address => address.EndsWith('号'));
    }

    private static List<string> Runs(IReadOnlyList<string> cells) => [.. cells.Where((cell, i) => i == 0 || cells[i - 1] != cell)];
}
