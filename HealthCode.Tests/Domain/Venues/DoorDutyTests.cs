using HealthCode.Domain.Venues;
using static HealthCode.Tests.Support.VenueCase;

namespace HealthCode.Tests.Domain.Venues;

/// <summary>值守表: who guides at the door, both days included.</summary>
public sealed class DoorDutyTests
{
    [Fact]
    public void From_a_day_to_a_day_in_the_same_hours()
    {
        var duty = Assign(lastDay: Today.AddDays(2));

        Assert.Equal([false, true, true, true, false], new[] { -1, 0, 1, 2, 3 }.Select(days => duty.Covers(Today.AddDays(days))));
        Assert.Equal(Today, Assign().LastDay);
    }

    [Fact]
    public void Nobody_stands_there_without_a_name_a_day_and_hours() => Assert.Equal(
        [DutyRules.HasName, DutyRules.DaysInOrder, DutyRules.HoursNamed],
        Forbids(() => DoorDuty.Assign(Approved(), "", null, null, null, null, [], Clerk)));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(91, true)]
    [InlineData(92, false)]
    public void A_watch_ends_after_it_begins_and_within_three_months(int days, bool holds)
    {
        if (holds)
        {
            Assert.Equal(Today.AddDays(days), Assign(lastDay: Today.AddDays(days)).LastDay);
            return;
        }

        Assert.Equal([DutyRules.DaysInOrder], Forbids(() => Assign(lastDay: Today.AddDays(days))));
    }

    [Fact]
    public void A_night_goes_past_midnight() => Assert.Equal(6, Assign(from: 22, to: 6).To.Hour);

    [Theory]
    [InlineData("老李", 0, 17, 20, true)]
    [InlineData("老李", 0, 18, 20, false)]
    [InlineData("老李", 0, 20, 9, true)]
    [InlineData("老李", 1, 8, 18, false)]
    [InlineData("老王", 0, 8, 18, false)]
    public void The_same_person_is_not_put_down_twice_for_the_same_hours(string name, int day, int from, int to, bool isTwice)
    {
        var first = Assign();
        DoorDuty Second() => Assign(name, Today.AddDays(day), from: from, to: to, others: [first]);
        if (isTwice)
        {
            Assert.Equal([DutyRules.NotTwice], Forbids(() => Second()));
            return;
        }

        Assert.Equal(name, Second().Name);
    }

    [Fact]
    public void A_closed_venue_has_no_door()
    {
        var venue = Approved();
        venue.Close("店不开了", Today);

        Assert.Equal([DutyRules.VenueLives], Forbids(() => Assign(venue: venue)));
    }

    private static DoorDuty Assign(string name = "老李", DateOnly? firstDay = null, DateOnly? lastDay = null, int from = 8, int to = 18, IReadOnlyList<DoorDuty>? others = null, Venue? venue = null) =>
        DoorDuty.Assign(venue ?? Approved(), name, firstDay ?? Today, lastDay, new(from, 0), new(to, 0), others ?? [], Clerk);
}
