using HealthCode.Domain.Declarations;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class StayCoverageTests
{
    private static readonly DateOnly Day15 = new(2020, 3, 15);

    private static readonly int LookBack = Pack.Pass.LookBackDays;

    [Fact]
    public void The_fourteen_days_before_the_form_are_looked_at_and_the_day_itself_is_not()
    {
        var coverage = StayCoverage.Of([At("2020-03-01", "2020-03-14")], Day15, LookBack);

        Assert.Equal(new DateOnly(2020, 3, 1), coverage.FirstDay);
        Assert.Equal(Enumerable.Repeat(1, 14), coverage.StaysPerDay);
        Assert.Empty(coverage.Sentences);
    }

    [Theory]
    [InlineData("2020-03-10", "2020-02-25")]
    [InlineData("2020-03-01", "2020-02-16")]
    [InlineData("2021-03-01", "2021-02-15")]
    [InlineData("2020-01-05", "2019-12-22")]
    public void They_reach_over_month_ends_leap_days_and_year_ends(string day, string first)
    {
        Assert.Equal(Day(first), StayCoverage.Of([], Day(day), LookBack).FirstDay);
        Assert.Equal(14, StayCoverage.Of([], Day(day), LookBack).Gaps.Count);
    }

    [Theory]
    [InlineData("2020-03-02", null, "3月1日没有填写住处，请问一问")]
    [InlineData("2020-03-01", "2020-03-13", "3月14日没有填写住处，请问一问")]
    [InlineData("2020-02-01", "2020-03-10", "3月11日至3月14日没有填写住处，请问一问")]
    [InlineData("2020-03-15", null, "3月1日至3月14日没有填写住处，请问一问")]
    [InlineData("2020-02-01", "2020-02-29", "3月1日至3月14日没有填写住处，请问一问")]
    public void A_day_without_a_stay_is_asked_about(string first, string? last, string sentence) =>
        Assert.Equal([sentence], StayCoverage.Of([At(first, last)], Day15, LookBack).Sentences);

    [Fact]
    public void Two_gaps_are_two_questions() =>
        Assert.Equal(
            ["3月1日至3月2日没有填写住处，请问一问", "3月6日没有填写住处，请问一问"],
            StayCoverage.Of([At("2020-03-03", "2020-03-05"), At("2020-03-07", null)], Day15, LookBack).Sentences);

    [Fact]
    public void The_day_of_a_move_belongs_to_both_places()
    {
        var coverage = StayCoverage.Of([At("2020-02-01", "2020-03-05"), At("2020-03-05", null)], Day15, LookBack);

        Assert.Empty(coverage.Sentences);
        Assert.Equal(2, coverage.StaysPerDay[4]);
    }

    [Fact]
    public void More_than_one_shared_day_is_an_overlap() =>
        Assert.Equal(
            ["3月4日至3月5日有两处住处重叠，请核对日期"],
            StayCoverage.Of([At("2020-02-01", "2020-03-05"), At("2020-03-04", null)], Day15, LookBack).Sentences);

    [Fact]
    public void A_stay_within_another_overlaps_on_all_its_days() =>
        Assert.Equal(
            [new DateOnly(2020, 3, 6), new DateOnly(2020, 3, 7)],
            StayCoverage.Of([At("2020-02-01", null), At("2020-03-06", "2020-03-07")], Day15, LookBack).Overlaps);

    [Fact]
    public void Three_stays_on_one_day_are_an_overlap_even_if_it_is_a_moving_day() =>
        Assert.Equal(
            [new DateOnly(2020, 3, 5)],
            StayCoverage.Of([At("2020-02-01", "2020-03-05"), At("2020-03-05", "2020-03-05"), At("2020-03-05", null)], Day15, LookBack).Overlaps);

    [Theory]
    [InlineData("2020-03-10", 5)]
    [InlineData("2020-03-14", 1)]
    [InlineData("2020-03-15", 0)]
    [InlineData("2020-03-16", 0)]
    [InlineData("2020-03-01", 14)]
    [InlineData("2020-02-29", 14)]
    public void A_newborn_is_not_asked_where_it_lived_before_birth(string born, int days)
    {
        var coverage = StayCoverage.Of([], Day15, LookBack, Day(born));

        Assert.Equal(days, coverage.Gaps.Count);
        Assert.Equal(days, coverage.StaysPerDay.Count);
    }

    [Fact]
    public void A_gap_is_no_ground_to_refuse()
    {
        Assert.NotEmpty(StayCoverage.Of([], Today, LookBack).Gaps);
        Assert.Equal([ReviewRules.RefusalHasGround], ReviewRules.ValidateRefusal(NothingFound, "住处有空", Pack, Today).Select(breach => breach.Rule));
    }

    private static ResidenceStay At(string first, string? last) => new("样例村", Day(first), last is null ? null : Day(last));
}
