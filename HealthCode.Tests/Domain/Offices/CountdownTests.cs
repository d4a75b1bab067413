using HealthCode.Domain.Offices;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Offices;

/// <summary>倒计时.</summary>
public sealed class CountdownTests
{
    [Fact]
    public void While_the_end_is_unknown_nothing_is_counted()
    {
        Assert.Null(Office().DestructionDay());
        Assert.Null(Office().DaysUntilDestruction(Today));
        Assert.False(Office().IsReminderDay(Today));
    }

    [Theory]
    [InlineData(0, 31)]
    [InlineData(29, 2)]
    [InlineData(30, 1)]
    [InlineData(31, 0)]
    public void It_counts_the_midnights_to_the_day_without_papers(int daysAfterTheEnd, int left)
    {
        var office = Office();
        office.EndEpidemic(Today, Today);

        Assert.Equal(left, office.DaysUntilDestruction(Today.AddDays(daysAfterTheEnd)));
        Assert.Equal(left <= 0, office.MustDestroyPapers(Today.AddDays(daysAfterTheEnd)));
    }

    [Fact]
    public void An_end_confirmed_too_late_leaves_the_night()
    {
        var office = Office();
        office.EndEpidemic(Today, Today.AddDays(100));

        Assert.Equal(1, office.DaysUntilDestruction(Today.AddDays(100)));
        Assert.Equal(Today.AddDays(101), office.DestructionDay());
    }

    [Theory]
    [InlineData("28 29 30", 31, true)]
    [InlineData("", 31, false)]
    [InlineData("29", 31, false)]
    [InlineData("6 20 34", 34, false)]
    [InlineData("6 20 34", 48, true)]
    [InlineData("24 31", 31, false)]
    [InlineData("31 26", 27, false)]
    [InlineData("31 26 27 28 29", 31, false)]
    [InlineData("31 26 27 28 29 30", 31, true)]
    [InlineData("400 26", 32, false)]
    public void The_last_day_of_keeping_must_have_been_seen_on_a_day_before_by_a_clock_that_was_not_put_back_since(string seen, int today, bool isSure)
    {
        var office = Office();
        office.EndEpidemic(Today, Today);

        Assert.Equal(isSure, office.ClockIsPlausible([.. seen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => Today.AddDays(int.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))], Today.AddDays(today)));
    }

    [Fact]
    public void Reminders_come_at_seven_three_and_one_days()
    {
        var office = Office();
        office.EndEpidemic(Today, Today);

        Assert.Equal([24, 28, 30], Enumerable.Range(0, 40).Where(day => office.IsReminderDay(Today.AddDays(day))));
    }
}
