using HealthCode.Domain.Supervision;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Supervision;

/// <summary>截止时间: when, who, to whom; who has reported, who has not.</summary>
public sealed class DeadlineTests
{
    private static readonly DeadlineDue Evening = new("当天的情况", "", null, new(22, 0), ["1组", "2组"], "组长");
    private static readonly DeadlineDue Once = new("落实情况", "样例通知", Today.AddDays(2), new(17, 0), ["本村"], "镇防疫办");

    [Theory]
    [InlineData(0, 9, 30, true)]
    [InlineData(0, 9, 31, false)]
    [InlineData(-1, 23, 0, true)]
    [InlineData(1, 0, 0, false)]
    public void A_new_one_is_not_over(int days, int hour, int minute, bool isForbidden)
    {
        void Set() => Deadline.Set(Office(), Once with { Day = Today.AddDays(days), Time = new(hour, minute) }, Clerk, Now);

        if (isForbidden)
        {
            Assert.Equal([DeadlineRules.NotOver], Forbids(Set));
        }
        else
        {
            Set();
        }
    }

    [Fact]
    public void What_is_due_who_reports_and_to_whom_are_asked_for()
    {
        Assert.Equal([DeadlineRules.HasTitle, DeadlineRules.ReportersNamed, DeadlineRules.ReceiverNamed], Forbids(() => Deadline.Set(Office(), Once with { Title = "", Reporters = [], To = "" }, Clerk, Now)));
        Assert.Equal([DeadlineRules.ReportersOnce], Forbids(() => Deadline.Set(Office(), Evening with { Reporters = ["1组", "1组"] }, Clerk, Now)));
        Assert.Equal([DeadlineRules.ReportersNamed], Forbids(() => Deadline.Set(Office(), Evening with { Reporters = [.. Enumerable.Range(1, 41).Select(i => $"{i}组")] }, Clerk, Now)));
    }

    [Fact]
    public void A_daily_one_is_due_once_on_every_day_from_the_first_whose_hour_is_ahead()
    {
        var evening = Set(Evening);
        Assert.Equal((false, true, true), (evening.IsDueOn(Today.AddDays(-1)), evening.IsDueOn(Today), evening.IsDueOn(Today.AddDays(1))));
        Assert.Equal(new DateTimeOffset(2020, 3, 5, 22, 0, 0, TimeSpan.FromHours(8)), evening.DueAt(Today));

        Assert.Equal(Today.AddDays(1), Set(Evening with { Time = new(8, 0) }).FirstDay);
        var once = Set(Once);
        Assert.Equal((false, true, false), (once.IsDueOn(Today.AddDays(1)), once.IsDueOn(Today.AddDays(2)), once.IsDueOn(Today.AddDays(3))));
    }

    [Fact]
    public void Who_has_reported_and_who_has_not_stand_apart_and_late_is_late()
    {
        var evening = Set(Evening);
        var (inTime, late) = (Report(evening, "1组", Now), Report(evening, "2组", Now.AddHours(13)));

        Assert.Equal(["2组"], new DeadlineDay(evening, Today, [inTime]).Missing);
        var day = new DeadlineDay(evening, Today, [inTime, late]);
        Assert.True(day.IsComplete);
        Assert.Equal((false, true), (day.IsLate(inTime), day.IsLate(late)));
        Assert.False(day.IsLate(Report(evening, "1组", day.DueAt)));
    }

    [Fact]
    public void Nobody_reports_twice_for_somebody_else_or_for_a_day_that_has_not_come()
    {
        var evening = Set(Evening);
        var done = Report(evening, "1组", Now);

        Assert.Equal([DeadlineRules.ReportedOnce], Forbids(() => DeadlineReport.Write(evening, Today, "1组", "", [done], Clerk, Now)));
        Assert.Equal([DeadlineRules.ReporterOnList], Forbids(() => Report(evening, "3组", Now)));
        Assert.Equal([DeadlineRules.DueThatDay], Forbids(() => DeadlineReport.Write(evening, Today.AddDays(1), "1组", "", [], Clerk, Now)));
        Assert.Equal([DeadlineRules.DueThatDay], Forbids(() => DeadlineReport.Write(evening, Today.AddDays(-1), "1组", "", [], Clerk, Now)));
        // What is due once may be reported days ahead.
        Assert.Equal(Today.AddDays(2), DeadlineReport.Write(Set(Once), Today.AddDays(2), "本村", "", [], Clerk, Now).Day);
        DeadlineReport.Write(evening, Today.AddDays(1), "1组", "", [done], Clerk, Now.AddDays(1));
    }

    [Fact]
    public void What_is_not_due_any_more_ends_with_its_reason_and_the_days_until_then_stay()
    {
        var evening = Set(Evening);
        Assert.Equal([DeadlineRules.EndHasReason], Forbids(() => evening.End("", Today)));

        evening.End("镇里通知不再报", Today.AddDays(3));

        Assert.Equal((true, true, false), (evening.IsDueOn(Today), evening.IsDueOn(Today.AddDays(2)), evening.IsDueOn(Today.AddDays(3))));
        Assert.Equal([DeadlineRules.StillDue], Forbids(() => evening.End("再停", Today.AddDays(4))));
    }

    [Theory]
    [InlineData("2020-03-07T12:30", "还有 2 天 3 小时")]
    [InlineData("2020-03-07T09:30", "还有 2 天")]
    [InlineData("2020-03-05T12:50", "还有 3 小时 20 分钟")]
    [InlineData("2020-03-05T09:50", "还有 20 分钟")]
    [InlineData("2020-03-05T09:30:30", "马上到时")]
    [InlineData("2020-03-05T09:30", "刚到时")]
    [InlineData("2020-03-05T04:30", "已过 5 小时")]
    [InlineData("2020-03-04T09:29", "已过 1 天")]
    public void The_countdown_is_in_words_and_overstates_nothing(string due, string words) =>
        Assert.Equal(words, TimeLeft.Words(new(DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)), Now));

    private static Deadline Set(DeadlineDue due) => Deadline.Set(Office(), due, Clerk, Now);

    private static DeadlineReport Report(Deadline deadline, string reporter, DateTimeOffset at) => DeadlineReport.Write(deadline, Today, reporter, "", [], Clerk, at);
}
