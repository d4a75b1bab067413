using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>未打卡名单.</summary>
[Collection(FollowedDay.Name)]
public sealed class NotCheckedInReportTests(FollowedDay day)
{
    [Fact]
    public async Task Whoever_is_on_the_list_without_a_check_in_is_a_row_with_the_last_visit_of_the_day()
    {
        var sheet = await day.Server.DrawAsync(new NotCheckedInReport(), day.Today);

        Assert.Empty(sheet.Faults);
        Assert.Equal(
            await day.CountAsync($"SELECT count(*) FROM DueEntries due WHERE OfficeCode = '{day.Code}' AND NOT EXISTS (SELECT 1 FROM DailyCheckIns done WHERE done.ResidentId = due.ResidentId AND done.Day = due.Day)"),
            sheet.Body.Count);
        Assert.Equal(["不在家", ""], sheet.Column("随访结果").OrderByDescending(outcome => outcome.Length));
        Approved.Matches("not-checked-in", sheet.Text);
    }

    [Fact]
    public async Task Why_he_was_asked_is_said_from_what_is_recorded_and_never_by_a_colour()
    {
        var sheet = await day.Server.DrawAsync(new NotCheckedInReport(), day.Today with { Masking = Masking.Lifted });

        Assert.Equal(["代为打卡，还没有打过卡", "医学观察第 5 天，还没有打过卡"], sheet.Column("为什么问").Order(StringComparer.Ordinal));
        Assert.DoesNotMatch("[绿灰黄红]码?变|[绿灰黄红]码", string.Concat(sheet.Rows.Skip(2).Concat(sheet.Explanation).SelectMany(row => row)));
    }

    [Fact]
    public async Task Masked_it_tells_no_name_no_telephone_and_no_next_step()
    {
        var masked = await day.Server.DrawAsync(new NotCheckedInReport(), day.Today);
        var whole = await day.Server.DrawAsync(new NotCheckedInReport(), day.Today with { Masking = Masking.Lifted });

        Assert.All(masked.Column("姓名").Concat(masked.Column("电话")), cell => Assert.Contains('*', cell));
        Assert.DoesNotContain("马建国", masked.Text, StringComparison.Ordinal);
        Assert.All(whole.Column("姓名").Concat(whole.Column("电话")), cell => Assert.DoesNotContain('*', cell));
        Assert.Contains("下午找马建国问", whole.Column("下一步"));
    }

    [Fact]
    public async Task Another_day_and_another_township_have_no_row()
    {
        Assert.Empty((await day.Server.DrawAsync(new NotCheckedInReport(), day.On(day.Server.Today.AddDays(-1)))).Body);
        Assert.Empty((await day.Server.DrawAsync(new NotCheckedInReport(), day.Today with { OfficeCode = null }, day.NeighboursTownship)).Body);
        Assert.Equal(2, (await day.Server.DrawAsync(new NotCheckedInReport(), day.Today with { OfficeCode = null })).Body.Count);
    }
}
