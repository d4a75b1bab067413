using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>对账差异.</summary>
[Collection(FollowedDay.Name)]
public sealed class ReconciliationReportTests(FollowedDay day)
{
    [Fact]
    public async Task Whose_official_result_differs_is_missing_or_is_older_is_a_row()
    {
        var sheet = await day.Server.DrawAsync(new ReconciliationReport(), day.Today);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["1组", "3组", "4组"], sheet.Column("村民小组"));
        Assert.Equal(["不一致", "不一致、官方结果较旧", "没有官方结果"], sheet.Column("差异"));
        Approved.Matches("reconciliation", sheet.Text);
    }

    [Fact]
    public async Task It_holds_the_official_value_and_no_other()
    {
        var sheet = await day.Server.DrawAsync(new ReconciliationReport(), day.Today with { Masking = Masking.Lifted });

        Assert.Equal(["黄码", "绿码", ""], sheet.Column("官方结果"));
        Assert.Equal(2, sheet.Body.SelectMany(row => row).Count(cell => cell.IndexOfAny(['绿', '灰', '黄', '红']) >= 0));
        Assert.DoesNotContain("推算", string.Concat(sheet.Rows.Concat(sheet.Explanation).SelectMany(row => row)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Masked_it_tells_no_name()
    {
        Assert.All((await day.Server.DrawAsync(new ReconciliationReport(), day.Today)).Column("姓名"), name => Assert.Contains('*', name));
        Assert.All((await day.Server.DrawAsync(new ReconciliationReport(), day.Today with { Masking = Masking.Lifted })).Column("姓名"), name => Assert.Contains(name, day.Names));
    }

    [Fact]
    public async Task A_township_sees_its_villages_and_no_other()
    {
        var all = day.Today with { OfficeCode = null };

        Assert.Equal(4, (await day.Server.DrawAsync(new ReconciliationReport(), all)).Body.Count);
        Assert.Equal(["没有官方结果"], (await day.Server.DrawAsync(new ReconciliationReport(), all, day.NeighboursTownship)).Column("差异"));
        Assert.Empty((await day.Server.DrawAsync(new ReconciliationReport(), day.Today, day.NeighboursTownship)).Body);
    }

    [Fact]
    public async Task An_office_that_follows_nobody_has_an_empty_sheet()
    {
        await using var server = await OfficeServer.WithOfficeAsync();

        var sheet = await server.DrawAsync(new ReconciliationReport(), new(server.Today, server.Today, server.Now));

        Assert.Empty(sheet.Faults);
        Assert.Empty(sheet.Body);
    }
}
