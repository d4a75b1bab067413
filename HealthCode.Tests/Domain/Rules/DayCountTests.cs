using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Rules;

public sealed class DayCountTests
{
    [Theory]
    [InlineData(-1, 15, false)]
    [InlineData(0, 14, false)]
    [InlineData(1, 13, false)]
    [InlineData(13, 1, false)]
    [InlineData(14, 0, true)]
    [InlineData(15, 0, true)]
    public void Fourteen_days_are_full_on_the_fourteenth_day_after_the_first(int passed, int missing, bool full)
    {
        var first = new DateOnly(2020, 3, 1);

        var count = new DayCount(first, 14, first.AddDays(passed));

        Assert.Equal((passed, missing, full), (count.Passed, count.Missing, count.IsFull));
    }

    [Theory]
    [InlineData("2020-03-01", "2020-03-15")]
    [InlineData("2020-03-25", "2020-04-08")]
    [InlineData("2020-04-20", "2020-05-04")]
    [InlineData("2020-02-15", "2020-02-29")]
    [InlineData("2020-02-16", "2020-03-01")]
    [InlineData("2020-02-29", "2020-03-14")]
    [InlineData("2021-02-15", "2021-03-01")]
    [InlineData("2021-02-28", "2021-03-14")]
    [InlineData("2019-12-20", "2020-01-03")]
    [InlineData("2020-12-31", "2021-01-14")]
    public void The_day_of_completion_is_counted_over_month_ends_leap_days_and_year_ends(string first, string full)
    {
        Assert.Equal(Day(full), new DayCount(Day(first), 14, Day(first)).FullOn);
        Assert.False(new DayCount(Day(first), 14, Day(full).AddDays(-1)).IsFull);
        Assert.True(new DayCount(Day(first), 14, Day(full)).IsFull);
    }

    [Theory]
    [InlineData("2020-02-29", "2020年3月1日起算，在今天之后，请核对日期")]
    [InlineData("2020-03-01", "2020年3月1日起，到今天 0 天，还差 14 天，2020年3月15日满 14 天")]
    [InlineData("2020-03-14", "2020年3月1日起，到今天 13 天，还差 1 天，2020年3月15日满 14 天")]
    [InlineData("2020-03-15", "2020年3月1日起，到今天 14 天，2020年3月15日已满 14 天")]
    [InlineData("2020-03-16", "2020年3月1日起，到今天 15 天，2020年3月15日已满 14 天")]
    public void The_count_says_what_was_counted_so_that_everybody_can_check_it(string today, string sentence) =>
        Assert.Equal(sentence, new DayCount(new(2020, 3, 1), 14, Day(today)).Sentence);

    [Fact]
    public void A_first_day_at_the_end_of_the_calendar_is_answered_and_not_counted_past_it() =>
        Assert.Contains("请核对日期", new DayCount(DateOnly.MaxValue, 14, Today).Sentence, StringComparison.Ordinal);
}
