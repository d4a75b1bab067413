using HealthCode.Domain.Offices;
using HealthCode.Web.Jobs;

namespace HealthCode.Tests.Jobs;

/// <summary>作息表: which day is due when.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("expiry", "2020-03-05 00:04", "2020-03-03", "2020-03-05 00:05")]
    [InlineData("expiry", "2020-03-05 00:05", "2020-03-04", "2020-03-06 00:05")]
    [InlineData("daily-group", "2020-03-05 20:59", "2020-03-04", "2020-03-05 21:00")]
    [InlineData("daily-group", "2020-03-05 21:00", "2020-03-05", "2020-03-06 21:00")]
    [InlineData("daily-office", "2020-03-05 06:59", "2020-03-03", "2020-03-05 07:00")]
    [InlineData("daily-office", "2020-03-05 07:00", "2020-03-04", "2020-03-06 07:00")]
    [InlineData("backup-night", "2020-03-05 00:39", "2020-03-04", "2020-03-05 00:40")]
    [InlineData("backup-closing", "2020-03-05 17:30", "2020-03-05", "2020-03-06 17:30")]
    [InlineData("renewals", "2020-03-05 07:10", "2020-03-05", "2020-03-06 07:10")]
    public void A_job_is_due_from_its_minute_on_for_its_day(string code, string now, string day, string next)
    {
        var job = Schedule.Find(code)!;

        Assert.Equal(DateOnly.Parse(day, null), job.LastDue(ReportDeadlines.Usual, At(now)));
        Assert.Equal(At(next), job.NextDue(ReportDeadlines.Usual, At(now)));
    }

    [Fact]
    public void The_daily_report_moves_with_its_deadline()
    {
        var deadlines = ReportDeadlines.Usual;
        deadlines.Set(new(18, 30), new(10, 0));

        Assert.Equal(At("2020-03-05 17:30"), Schedule.Find("daily-group")!.DueFor(new(2020, 3, 5), deadlines));
        Assert.Equal(At("2020-03-05 18:30"), Schedule.Find("daily-group")!.DeadlineFor(new(2020, 3, 5), deadlines));
        Assert.Equal(At("2020-03-06 09:00"), Schedule.Find("daily-office")!.DueFor(new(2020, 3, 5), deadlines));
    }

    [Fact]
    public void The_backup_of_the_day_moves_with_the_closing_time()
    {
        var deadlines = ReportDeadlines.Usual;
        deadlines.CloseAt(new(18, 0));

        Assert.Equal(At("2020-03-05 18:00"), Schedule.Find("backup-closing")!.DueFor(new(2020, 3, 5), deadlines));
        Assert.Equal(At("2020-03-05 00:40"), Schedule.Find("backup-night")!.DueFor(new(2020, 3, 5), deadlines));
    }

    [Fact]
    public void No_two_jobs_share_a_code_and_every_one_has_a_class_that_does_it()
    {
        Assert.Equal(Schedule.All.Count, Schedule.All.Select(job => job.Code).Distinct().Count());
        Assert.All(Schedule.All, job => Assert.True(job.Work.IsAssignableTo(typeof(IOfficeJob))));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + " +08:00", null);
}
