using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Domain.Registers;

/// <summary>返乡登记: who comes, who has come, and his isolation by the counted days.</summary>
public sealed class ReturneeTests
{
    private static Returnee Arrived(int daysAgo = 0) => Returnee() with { ExpectedOn = null, ArrivedOn = Today.AddDays(-daysAgo) };

    [Fact]
    public void He_is_expected_or_has_arrived()
    {
        Assert.Equal([], Against(Returnee()));
        Assert.Equal([], Against(Arrived()));
        Assert.Equal([RegisterRules.ComingKnown], Against(Returnee() with { ExpectedOn = null }));
        Assert.Equal([RegisterRules.HasArrived], Against(Arrived(-1)));
    }

    [Fact]
    public void Nobody_arrives_before_he_left()
    {
        Assert.Equal([RegisterRules.LeftBefore], Against(Arrived() with { LeftOn = Today.AddDays(1) }));
        Assert.Equal([], Against(Arrived() with { LeftOn = Today }));
        Assert.Equal([RegisterRules.LeftBefore], Against(Returnee() with { LeftOn = Today.AddDays(1) }));
    }

    [Fact]
    public void An_isolation_begins_on_the_day_of_arrival_or_later_and_ends_no_earlier_than_it_begins()
    {
        Assert.Equal([RegisterRules.IsolatedHere], Against(Arrived() with { IsolationFrom = Today.AddDays(-1) }));
        Assert.Equal([], Against(Arrived() with { IsolationFrom = Today }));
        // An isolation of −1 day.
        Assert.Equal([RegisterRules.IsolationEnds], Against(Arrived() with { IsolationFrom = Today, IsolationTo = Today.AddDays(-1) }));
        Assert.Equal([], Against(Arrived() with { IsolationFrom = Today, IsolationTo = Today }));
        Assert.Equal([RegisterRules.IsolationBegins], Against(Arrived() with { IsolationTo = Today }));
        Assert.Equal([RegisterRules.IsolationBegins], Against(Arrived() with { IsolationPlace = "镇卫生院" }));
        Assert.Equal([RegisterRules.IsolatedHere], Against(Returnee() with { IsolationFrom = Today }));
        Assert.Equal([RegisterRules.HasHappened], Against(Arrived() with { IsolationFrom = Today.AddDays(1) }));
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Where_the_notice_counts_the_days_nobody_adds_any_and_nobody_takes_any_away(int days, bool holds)
    {
        var isolated = Arrived() with { FromOutside = null, ExpectedOn = null, IsolationFrom = Today, IsolationTo = Today.AddDays(days) };

        Assert.Equal(holds ? [] : [RegisterRules.IsolationCounted], Against(isolated, Ningxia.Pack));
        // 29号 sets no number.
        Assert.Equal([], Against(isolated));
    }

    [Fact]
    public void The_end_is_counted_where_the_notice_counts_the_days_and_left_open_where_it_does_not()
    {
        var isolated = Arrived() with { IsolationFrom = Today };

        Assert.Equal((PendingStep.Isolation, Today.AddDays(14)), Open(Keyed(isolated with { FromOutside = null }, pack: Ningxia.Pack)));
        Assert.Equal((PendingStep.Isolation, Today), Open(Keyed(isolated)));
        Assert.Equal((PendingStep.Isolation, Today.AddDays(7)), Open(Keyed(isolated with { IsolationTo = Today.AddDays(7) })));
    }

    [Fact]
    public void Who_is_expected_is_waited_for_then_isolated_then_told()
    {
        var entry = Keyed(Returnee());
        Assert.Equal((PendingStep.Arrival, Today), Open(entry));

        entry.Arrive(Today, Today, null, "", Pack, Clerk, Now);
        entry.Correct(2, entry.ToSlip(), (Returnee)entry.Content with { IsolationTo = Today.AddDays(3) }, "写上结束日期", [], Pack, Clerk, Now);
        Assert.Equal((PendingStep.Isolation, Today.AddDays(3)), Open(entry));

        Assert.Equal([RegisterRules.IsolationIsOver], LawfulCase.Forbids(() => entry.EndIsolation(Today.AddDays(2))));
        entry.EndIsolation(Today.AddDays(3));
        Assert.Equal((PendingStep.None, (DateOnly?)null, Today.AddDays(3)), (entry.Pending, entry.PendingOn, entry.IsolationEndedOn));
        Assert.Equal([RegisterRules.IsIsolated], LawfulCase.Forbids(() => entry.EndIsolation(Today.AddDays(3))));
        Assert.Equal([RegisterRules.IsExpected], LawfulCase.Forbids(() => entry.Arrive(Today, null, null, "", Pack, Clerk, Now)));
    }

    [Fact]
    public void An_isolation_that_was_ended_by_mistake_goes_on_and_another_one_is_not_the_one_that_ended()
    {
        var entry = Keyed(Arrived(14) with { FromOutside = null, IsolationFrom = Today.AddDays(-14) }, pack: Ningxia.Pack);
        Assert.Equal([RegisterRules.HasEnded], LawfulCase.Forbids(() => entry.ResumeIsolation(Ningxia.Pack, Clerk, Now)));
        entry.EndIsolation(Today);

        entry.ResumeIsolation(Ningxia.Pack, Clerk, Now);
        Assert.Equal((PendingStep.Isolation, Today), Open(entry));

        entry.EndIsolation(Today);
        entry.Correct(entry.Version, entry.ToSlip(), (Returnee)entry.Content with { IsolationFrom = Today.AddDays(-13), IsolationTo = null }, "日期录错了", [], Ningxia.Pack, Clerk, Now);
        Assert.Equal((PendingStep.Isolation, Today.AddDays(1)), Open(entry));
    }

    [Fact]
    public void An_end_that_nobody_wrote_may_be_told_any_day()
    {
        var entry = Keyed(Arrived() with { IsolationFrom = Today });

        entry.EndIsolation(Today);

        Assert.Equal(PendingStep.None, entry.Pending);
    }

    [Fact]
    public void The_ground_holds_from_the_arrival_of_who_comes_from_outside()
    {
        var form = Pack.Register(RegisterKind.Returnees)!;

        Assert.Null(Returnee().GroundSince(form, Today));
        Assert.Equal(Today.AddDays(-2), Arrived(2).GroundSince(form, Today));
        Assert.Null((Arrived(2) with { FromOutside = false }).GroundSince(form, Today));
    }

    [Fact]
    public void Where_the_notice_speaks_of_the_isolation_it_holds_from_its_first_day()
    {
        var form = Ningxia.Pack.Register(RegisterKind.Returnees)!;
        var arrived = Arrived(2) with { FromOutside = null };

        Assert.Null(arrived.GroundSince(form, Today));
        Assert.Equal(Today.AddDays(-1), (arrived with { IsolationFrom = Today.AddDays(-1) }).GroundSince(form, Today));
    }

    [Fact]
    public void Before_the_review_stands_what_is_counted()
    {
        var form = Ningxia.Pack.Register(RegisterKind.Returnees)!;

        Assert.Equal("3月1日返宁，隔离2020年3月1日起，到今天 4 天，还差 10 天，2020年3月15日满 14 天", (Arrived(4) with { IsolationFrom = Today.AddDays(-4) }).Sentence(form, Ningxia.Pack, Today));
        Assert.Equal("3月1日返宁，没有登记隔离", Arrived(4).Sentence(form, Ningxia.Pack, Today));
        Assert.Equal("计划3月5日返琼，还没有登记到达", Returnee().Sentence(Pack.Register(RegisterKind.Returnees)!, Pack, Today));
    }

    private static (PendingStep, DateOnly) Open(RegisterEntry entry) => (entry.Pending, entry.PendingOn!.Value);
}
