using HealthCode.Domain.Passes;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class ValidityPeriodTests
{
    [Theory]
    [InlineData("2020-02-28", "2020-03-13")]
    [InlineData("2020-03-05", "2020-03-19")]
    [InlineData("2020-03-20", "2020-04-03")]
    [InlineData("2020-04-20", "2020-05-04")]
    [InlineData("2020-02-29", "2020-03-14")]
    [InlineData("2021-02-15", "2021-03-01")]
    [InlineData("2024-02-15", "2024-02-29")]
    [InlineData("2020-12-25", "2021-01-08")]
    public void The_last_valid_day_is_the_issue_day_and_fourteen(string issued, string last)
    {
        var validity = ValidityPeriod.From(Day(issued), Pack);

        Assert.Equal((Day(issued), Day(last)), (validity.FirstDay, validity.LastDay));
        Assert.Equal([false, true, true, false], new[] { Day(issued).AddDays(-1), Day(issued), Day(last), Day(last).AddDays(1) }.Select(validity.Contains));
    }

    [Theory]
    [InlineData("2020-03-05", 14)]
    [InlineData("2020-03-18", 1)]
    [InlineData("2020-03-19", 0)]
    [InlineData("2020-03-20", -1)]
    public void The_days_left_are_counted_after_today(string today, int left) =>
        Assert.Equal(left, ValidityPeriod.From(Today, Pack).DaysLeft(Day(today)));

    [Theory]
    [InlineData("2020-03-16", "还有 3 天")]
    [InlineData("2020-03-18", "还有 1 天")]
    [InlineData("2020-03-19", "今天到期")]
    [InlineData("2020-03-20", "已过期")]
    public void The_days_left_are_said_in_words(string today, string words) =>
        Assert.Equal(words, ValidityPeriod.From(Today, Pack).LeftInWords(Day(today)));
}
