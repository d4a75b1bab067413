using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>医学观察日报.</summary>
[Collection(FollowedDay.Name)]
public sealed class ObservationsReportTests(FollowedDay day)
{
    [Fact]
    public async Task What_goes_on_and_what_ended_on_the_day_is_a_row()
    {
        var sheet = await day.Server.DrawAsync(new ObservationsReport(), day.Today);

        Assert.Empty(sheet.Faults);
        Assert.Equal(await day.CountAsync($"SELECT count(*) FROM Observations WHERE OfficeCode = '{day.Code}' AND (EndedOn IS NULL OR EndedOn = '2020-03-05')"), sheet.Body.Count);
        Assert.Equal(["20", "5", "3"], sheet.Column("第几天"));
        Assert.Equal(["没有", "没有", "有"], sheet.Column("当天打卡"));
        Assert.Equal(["", "", "否"], sheet.Column("不正常"));
        Assert.Equal(["天数已满", "", ""], sheet.Column("怎样解除"));
        Approved.Matches("observations", sheet.Text);
    }

    [Theory]
    [InlineData(-21, 0)]
    [InlineData(-20, 2)]
    [InlineData(-6, 2)]
    [InlineData(-5, 3)]
    [InlineData(-1, 4)]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    public async Task Both_ends_count(int days, int rows) =>
        Assert.Equal(rows, (await day.Server.DrawAsync(new ObservationsReport(), day.On(day.Server.Today.AddDays(days)))).Body.Count);

    [Fact]
    public async Task On_the_day_before_its_end_an_observation_still_goes_on()
    {
        var sheet = await day.Server.DrawAsync(new ObservationsReport(), day.On(day.Server.Today.AddDays(-1)));

        Assert.Equal(["", "2020-03-04"], sheet.Column("解除日期").Distinct().Order(StringComparer.Ordinal));
        Assert.Single(sheet.Column("怎样解除"), how => how.Length > 0);
    }

    [Fact]
    public async Task Masked_it_tells_neither_a_name_nor_who_told_the_release()
    {
        var yesterday = day.On(day.Server.Today.AddDays(-1));
        var masked = await day.Server.DrawAsync(new ObservationsReport(), yesterday);
        var whole = await day.Server.DrawAsync(new ObservationsReport(), yesterday with { Masking = Masking.Lifted });

        Assert.All(masked.Column("姓名"), name => Assert.Contains('*', name));
        Assert.Contains("由他人告知", masked.Column("怎样解除"));
        Assert.All(whole.Column("姓名"), name => Assert.Contains(name, day.Names));
        Assert.Contains("由县疾控中心马医生告知", whole.Column("怎样解除"));
    }

    [Fact]
    public async Task A_township_sees_its_villages_and_no_other()
    {
        var all = day.Today with { OfficeCode = null };

        Assert.Equal(4, (await day.Server.DrawAsync(new ObservationsReport(), all)).Body.Count);
        Assert.Single((await day.Server.DrawAsync(new ObservationsReport(), all, day.NeighboursTownship)).Body);
        Assert.Empty((await day.Server.DrawAsync(new ObservationsReport(), day.Today, day.NeighboursTownship)).Body);
    }
}
