using HealthCode.Domain.HealthStatuses;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>健康打卡日报.</summary>
[Collection(FollowedDay.Name)]
public sealed class CheckInsReportTests(FollowedDay day)
{
    [Fact]
    public async Task Each_grid_worker_has_who_was_due_who_was_asked_and_by_which_way()
    {
        var sheet = await day.Server.DrawAsync(new CheckInsReport(), day.Today);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["马晓燕", "杨建军"], sheet.Column("网格员"));
        Assert.Equal(await day.CountAsync($"SELECT count(*) FROM DueEntries WHERE Day = '2020-03-05' AND OfficeCode = '{day.Code}'"), sheet.Total("应打"));
        Assert.Equal(
            await day.CountAsync($"SELECT count(*) FROM DueEntries due WHERE OfficeCode = '{day.Code}' AND EXISTS (SELECT 1 FROM DailyCheckIns done WHERE done.ResidentId = due.ResidentId AND done.Day = due.Day)"),
            sheet.Total("已打"));
        Assert.Equal((4, 2, 2, 1), (sheet.Total("应打"), sheet.Total("已打"), sheet.Total("未打"), sheet.Total("名单外")));
        // One was asked by telephone and by his family, and counts once as asked.
        Assert.Equal([1, 1, 1, 1, 0, 0], Enum.GetValues<CheckInChannel>().Select(channel => sheet.Total(channel.ChineseName())));
        Approved.Matches("check-ins", sheet.Text);
    }

    [Fact]
    public async Task A_day_on_which_nobody_was_asked_has_no_row_and_sums_of_nought()
    {
        var sheet = await day.Server.DrawAsync(new CheckInsReport(), day.On(day.Server.Today.AddDays(-1)));

        Assert.Empty(sheet.Faults);
        Assert.Empty(sheet.Body);
        Assert.Equal(0, sheet.Total("应打"));
    }

    [Fact]
    public async Task It_names_no_resident()
    {
        var sheet = await day.Server.DrawAsync(new CheckInsReport(), day.Today);

        Assert.False(new CheckInsReport().NamesPeople);
        Assert.All(day.Names, name => Assert.DoesNotContain(name, sheet.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_township_sees_its_villages_and_no_other()
    {
        var all = day.Today with { OfficeCode = null };

        Assert.Equal(2, (await day.Server.DrawAsync(new CheckInsReport(), all)).Column("村居").Distinct().Count());
        var neighbours = await day.Server.DrawAsync(new CheckInsReport(), all, day.NeighboursTownship);
        Assert.Equal((0, 1, 1), (neighbours.Total("应打"), neighbours.Total("名单外"), neighbours.Total("电话")));
        Assert.Empty((await day.Server.DrawAsync(new CheckInsReport(), day.Today, day.NeighboursTownship)).Body);
    }
}
