using System.Globalization;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>日报表.</summary>
[Collection(DemoVillage.Name)]
public sealed class DailyReportTests(DemoVillage demo)
{
    private static readonly DateOnly Day = new(2026, 11, 18);

    [Fact]
    public async Task It_is_as_it_was_approved()
    {
        var sheet = await DrawAsync(Day);

        Assert.Empty(sheet.Faults);
        Approved.Matches("daily", sheet.Text);
    }

    [Theory]
    [InlineData("申报", "SELECT count(*) FROM Declarations WHERE SubmittedOn = '{0}'")]
    [InlineData("符合", "SELECT count(*) FROM ReviewDecisions WHERE DecidedOn = '{0}' AND Outcome = 1")]
    [InlineData("退回补正", "SELECT count(*) FROM ReviewDecisions WHERE DecidedOn = '{0}' AND Outcome = 2")]
    [InlineData("不予办理", "SELECT count(*) FROM ReviewDecisions WHERE DecidedOn = '{0}' AND Outcome = 3")]
    [InlineData("印制", "SELECT count(*) FROM Passes WHERE PrintedAt >= '{1}' AND PrintedAt < '{2}'")]
    [InlineData("盖章", "SELECT count(*) FROM Passes WHERE StampedAt >= '{1}' AND StampedAt < '{2}'")]
    [InlineData("发放", "SELECT count(*) FROM Passes WHERE HandedOverAt >= '{1}' AND HandedOverAt < '{2}'")]
    [InlineData("停用", "SELECT count(*) FROM Passes WHERE State = 5 AND EndedAt >= '{1}' AND EndedAt < '{2}'")]
    [InlineData("补打", "SELECT count(*) FROM Passes WHERE State IN (6, 7) AND EndedAt >= '{1}' AND EndedAt < '{2}'")]
    [InlineData("到期", "SELECT count(*) FROM Passes WHERE State = 4 AND LastDay = '{0}'")]
    public async Task Every_figure_is_what_a_count_in_the_database_says_on_every_day(string figure, string sql)
    {
        var told = 0L;
        for (var day = new DateOnly(2026, 11, 1); day <= new DateOnly(2026, 11, 20); day = day.AddDays(1))
        {
            // Moments are stored in UTC: the office's day begins at 16:00 of the day before.
            var counted = await demo.CountAsync(string.Format(CultureInfo.InvariantCulture, sql, $"{day:yyyy-MM-dd}", $"{day.AddDays(-1):yyyy-MM-dd}T16", $"{day:yyyy-MM-dd}T16"));
            Assert.Equal(counted, await ToldAsync(figure, day));
            told += counted;
        }

        // A figure that is nought on every day of the demo would prove nothing.
        Assert.True(told > 0, figure);
    }

    [Fact]
    public async Task Forms_whose_temperature_was_not_found_normal_are_counted_on_the_day_of_the_reading()
    {
        var forms = await demo.Server.InDbAsync(db => db.Declarations.AsNoTracking().ToListAsync());
        var days = forms.SelectMany(form => form.TemperatureReadings.Where(reading => !reading.FoundNormal).Select(reading => DateOnly.FromDateTime(reading.At.DateTime)).Distinct()).ToList();

        Assert.NotEmpty(days);
        for (var day = new DateOnly(2026, 11, 1); day <= new DateOnly(2026, 11, 20); day = day.AddDays(1))
        {
            Assert.Equal((day, days.Count(each => each == day)), (day, await ToldAsync("体温异常", day)));
        }
    }

    [Fact]
    public async Task The_township_is_told_the_same_figures()
    {
        var days = await demo.Server.InDbAsync(db => db.DayReportsAsync(demo.Code, new(2026, 11, 14), new(2026, 11, 20)));

        Assert.Equal(7, days.Count);
        foreach (var day in days)
        {
            var rows = (await DrawAsync(day.On)).Body;
            foreach (var (title, of) in DayReport.Figures)
            {
                var row = title switch { "退回" => "退回补正", "打印" => "印制", _ => title };
                Assert.Equal((day.On, title, of(day)), (day.On, title, int.Parse(rows.Single(each => each[1] == row)[5].Split('→')[^1], CultureInfo.InvariantCulture)));
            }
        }
    }

    [Fact]
    public async Task Morning_afternoon_and_evening_turn_at_twelve_and_eighteen()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        foreach (var hour in (int[])[0, 11, 12, 17, 18, 23])
        {
            server.Clock.SetTo(new DateTimeOffset(2020, 3, 5, hour, 59, 0, TimeSpan.FromHours(8)));
            await server.IssueAsync(1, from: hour);
        }

        var sheet = await server.InDbAsync(async db =>
        {
            using var file = new MemoryStream();
            var (report, scope) = (new DailyReport(), new ReportScope(LawfulCase.Today, LawfulCase.Today, LawfulCase.Now));
            await ReportWorkbook.WriteAsync(report, await report.TableAsync(db, scope), scope, new("样例村", LawfulCase.Now, "李录入", "", LawfulCase.Pack), file);
            file.Position = 0;
            return Spreadsheet.Open(file);
        });

        Assert.Equal(["1", "申报", "2", "2", "2", "=SUM(C4:E4)→6", "份"], sheet.Body.Single(row => row[1] == "申报"));
        Assert.Equal("=SUM(C9:E9)→0", sheet.Body.Single(row => row[1] == ReviewOutcome.ReturnForCorrection.ChineseName())[5]);
        Assert.Equal(["0", "0", "0", "0"], sheet.Body.Single(row => row[1] == "等待时长，最长").Skip(2).Take(4));
    }

    private async Task<long> ToldAsync(string figure, DateOnly day) =>
        long.Parse((await DrawAsync(day)).Body.Single(each => each[1] == figure)[5].Split('→')[^1], CultureInfo.InvariantCulture);

    private Task<Spreadsheet> DrawAsync(DateOnly day) => demo.DrawAsync(new DailyReport(), new(day, day, DemoVillage.Now) { OfficeCode = demo.Code });
}
