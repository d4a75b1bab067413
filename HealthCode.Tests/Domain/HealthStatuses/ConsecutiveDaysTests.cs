using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.HealthStatuses;

namespace HealthCode.Tests.Domain.HealthStatuses;

/// <summary>连续天数: the first report is day 1, a day without one starts the count anew and says when.</summary>
public sealed class ConsecutiveDaysTests
{
    private static readonly DateOnly First = new(2020, 2, 25);

    [Theory]
    // Nothing reported yet: day 1 is today at the earliest.
    [InlineData("", 0, 0, 13)]
    [InlineData("", 5, 0, 18)]
    // The first day, before and after its report.
    [InlineData("0", 0, 1, 13)]
    [InlineData("0-1", 1, 2, 13)]
    [InlineData("0-1", 2, 2, 13)]
    [InlineData("0-2", 3, 3, 13)]
    [InlineData("0-3", 4, 4, 13)]
    [InlineData("0-11", 12, 12, 13)]
    [InlineData("0-12", 12, 13, 13)]
    [InlineData("0-12", 13, 13, 13)]
    [InlineData("0-13", 13, 14, 13)]
    [InlineData("0-14", 14, 14, 13)]
    [InlineData("0-14", 15, 14, 13)]
    // Begun late.
    [InlineData("3-5", 6, 3, 16)]
    [InlineData("3-16", 16, 14, 16)]
    public void Days_are_counted_from_the_first_report(string reported, int today, int counted, int fullOn)
    {
        var count = ConsecutiveDays.Of(Days(reported), First, 14, First.AddDays(today));

        Assert.Equal((counted, First.AddDays(fullOn)), (count.Counted, count.FullOn));
        Assert.Equal(counted == 14, count.IsFull);
        Assert.Null(count.BrokenOn);
    }

    [Theory]
    [InlineData("0-8,10", 10, 1, 9, 23)]
    // The missed day itself still lies open until it is over.
    [InlineData("0-8", 9, 9, null, 13)]
    [InlineData("0-8", 10, 0, 9, 23)]
    [InlineData("0-12,14-26", 26, 13, 13, 27)]
    [InlineData("0-12,14-27", 27, 14, 13, 27)]
    [InlineData("0-3,5-7,9", 9, 1, 8, 22)]
    public void A_missed_day_starts_the_count_anew_and_is_named(string reported, int today, int counted, int? broken, int fullOn)
    {
        var count = ConsecutiveDays.Of(Days(reported), First, 14, First.AddDays(today));

        Assert.Equal((counted, broken is null ? null : First.AddDays(broken.Value), First.AddDays(fullOn)), (count.Counted, (DateOnly?)count.BrokenOn, count.FullOn));
    }

    [Fact]
    public void A_day_that_is_filled_afterwards_joins_what_it_had_parted() =>
        Assert.Equal(10, ConsecutiveDays.Of(Days("0-3,4,5-9"), First, 14, First.AddDays(9)).Counted);

    [Fact]
    public void It_says_the_day_what_is_missing_and_when_at_the_earliest()
    {
        Assert.Equal("连续第 9 天，还差 5 天，最早3月14日", Sentence("5-13", 13));
        Assert.Equal("3月7日中断，重新起算；连续第 1 天，还差 13 天，最早3月21日", Sentence("0-10,12", 12));
        Assert.Equal("还没有开始，要满 14 天，最早3月10日", Sentence("", 1));
        Assert.Equal("3月9日已连续满 14 天", Sentence("0-13", 20));
    }

    [Fact]
    public void A_start_in_the_future_counts_nothing() =>
        Assert.Equal((0, First.AddDays(23)), ConsecutiveDays.Of(Days("0-30"), First.AddDays(10), 14, First) is var count ? (count.Counted, count.FullOn) : default);

    [Fact]
    public void It_is_full_when_and_only_when_so_many_days_in_a_row_are_there() =>
        Prop.ForAll(Cases.ToArbitrary(), each =>
        {
            var count = ConsecutiveDays.Of(each.Days, First, each.Required, First.AddDays(each.Today));
            var runs = Enumerable.Range(0, Math.Max(0, each.Today - each.Required + 2)).Where(start => Enumerable.Range(start, each.Required).All(day => each.Days.Contains(First.AddDays(day)))).ToList();

            return count.IsFull == (runs.Count > 0) && (!count.IsFull || count.FullOn == First.AddDays(runs[0] + each.Required - 1)) && (count.IsFull || count.FullOn > First.AddDays(each.Today - 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reported_every_day_it_is_full_on_the_day_it_names() =>
        Prop.ForAll(Cases.ToArbitrary(), each =>
        {
            var today = First.AddDays(each.Today);
            var count = ConsecutiveDays.Of(each.Days, First, each.Required, today);
            var whole = each.Days.Concat(Enumerable.Range(0, 60).Select(day => today.AddDays(day))).ToHashSet();

            return ConsecutiveDays.Of(whole, First, each.Required, count.FullOn).IsFull && (count.IsFull || !ConsecutiveDays.Of(whole, First, each.Required, count.FullOn.AddDays(-1)).IsFull);
        }).QuickCheckThrowOnFailure();

    private static FsCheck.Gen<(HashSet<DateOnly> Days, int Required, int Today)> Cases =>
        from missed in Gen.Choose(0, 40).ListOf(4)
        from required in Gen.Choose(1, 15)
        from today in Gen.Choose(0, 35)
        select (Enumerable.Range(0, today + 1).Except(missed).Select(day => First.AddDays(day)).ToHashSet(), required, today);

    private static string Sentence(string reported, int today) => ConsecutiveDays.Of(Days(reported), First, 14, First.AddDays(today)).Sentence;

    /// <summary>"0-3,5": days after the first.</summary>
    internal static HashSet<DateOnly> Days(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('-').Select(int.Parse).ToArray()).SelectMany(ends => Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)).Select(day => First.AddDays(day))];
}
