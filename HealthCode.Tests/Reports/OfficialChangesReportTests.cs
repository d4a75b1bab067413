using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>状态变化.</summary>
[Collection(FollowedDay.Name)]
public sealed class OfficialChangesReportTests(FollowedDay day)
{
    private ReportScope Week => day.Today with { FirstDay = day.Server.Today.AddDays(-6) };

    [Fact]
    public async Task Every_official_result_seen_in_the_period_is_a_row_with_the_one_before()
    {
        var sheet = await day.Server.DrawAsync(new OfficialChangesReport(), Week);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["", "", "", "绿码"], sheet.Column("原来"));
        Assert.Equal(["绿码", "绿码", "绿码", "黄码"], sheet.Column("现在"));
        Assert.Equal(["2020-03-01 10:00", "2020-03-04 23:59", "2020-03-05 00:00", "2020-03-05 08:30"], sheet.Column("看到时间"));
        Assert.Equal(["家属出示", "电话告知", "官方平台", "官方平台"], sheet.Column("来源"));
        Approved.Matches("official-changes", sheet.Text);
    }

    [Fact]
    public async Task A_day_begins_at_midnight_and_the_result_before_it_is_still_known()
    {
        var sheet = await day.Server.DrawAsync(new OfficialChangesReport(), day.Today);

        Assert.Equal([("", "绿码"), ("绿码", "黄码")], sheet.Column("原来").Zip(sheet.Column("现在")));
        Assert.Empty((await day.Server.DrawAsync(new OfficialChangesReport(), day.On(day.Server.Today.AddDays(-2)))).Body);
    }

    [Fact]
    public async Task Masked_it_tells_no_name()
    {
        Assert.All((await day.Server.DrawAsync(new OfficialChangesReport(), Week)).Column("姓名"), name => Assert.Contains('*', name));
        Assert.All((await day.Server.DrawAsync(new OfficialChangesReport(), Week with { Masking = Masking.Lifted })).Column("姓名"), name => Assert.Contains(name, day.Names));
    }

    [Fact]
    public async Task A_neighbouring_township_sees_none_of_them() =>
        Assert.Empty((await day.Server.DrawAsync(new OfficialChangesReport(), Week with { OfficeCode = null }, day.NeighboursTownship)).Body);
}
