using HealthCode.Domain.Declarations;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class EarliestReapplicationTests
{
    [Theory]
    [InlineData(RefusalClause.Patient, "2020-03-01", "2020-03-15")]
    [InlineData(RefusalClause.Returnee, "2020-03-05", "2020-03-19")]
    [InlineData(RefusalClause.Returnee, "2020-02-21", "2020-03-06")]
    [InlineData(RefusalClause.HighRiskContact, "2020-02-29", "2020-03-14")]
    public void A_counted_observation_ends_fourteen_days_after_it_began(RefusalClause clause, string first, string earliest)
    {
        var started = After(new ClauseFinding(clause) { Applies = true, StartedOn = Day(first), HappenedOn = Day(first) });
        var happened = After(new ClauseFinding(clause) { Applies = true, HappenedOn = Day(first) });

        Assert.Equal((Day(earliest), Day(earliest)), (started.EarliestOn, happened.EarliestOn));
        Assert.Equal([Pack.Clause((int)clause).WhatToBring], started.Steps);
    }

    [Fact]
    public void Isolation_that_began_after_the_return_is_what_counts() =>
        Assert.Equal(new DateOnly(2020, 3, 17), After(new ClauseFinding(RefusalClause.Returnee)
        {
            Applies = true,
            HappenedOn = new(2020, 3, 1),
            StartedOn = new(2020, 3, 3),
        }).EarliestOn);

    [Fact]
    public void A_close_contact_comes_back_on_the_day_of_release() =>
        Assert.Equal(new DateOnly(2020, 3, 10), After(new ClauseFinding(RefusalClause.CloseContact) { Applies = true, ReleasedOn = new(2020, 3, 10) }).EarliestOn);

    [Theory]
    [InlineData(RefusalClause.Patient)]
    [InlineData(RefusalClause.CloseContact)]
    public void Nobody_is_told_a_day_that_depends_on_a_recovery_or_release_still_unknown(RefusalClause clause) =>
        Assert.Null(After(new ClauseFinding(clause) { Applies = true }).EarliestOn);

    [Fact]
    public void Symptoms_set_no_later_day_than_today() =>
        Assert.Equal(Today, After(new ClauseFinding(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.DryCough }).EarliestOn);

    [Fact]
    public void Of_several_grounds_the_latest_day_is_told_with_a_step_for_each()
    {
        var comeBack = After(
            new ClauseFinding(RefusalClause.Returnee) { Applies = true, HappenedOn = new(2020, 3, 1) },
            new ClauseFinding(RefusalClause.HighRiskContact) { Applies = true, HappenedOn = new(2020, 3, 3) },
            new ClauseFinding(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.ShortBreath });

        Assert.Equal(new DateOnly(2020, 3, 17), comeBack.EarliestOn);
        Assert.Equal([Pack.Clause(3).WhatToBring, Pack.Clause(4).WhatToBring, Pack.Clause(5).WhatToBring], comeBack.Steps);
    }

    [Fact]
    public void One_ground_without_a_known_day_leaves_the_whole_without() =>
        Assert.Null(After(
            new ClauseFinding(RefusalClause.CloseContact) { Applies = true },
            new ClauseFinding(RefusalClause.Returnee) { Applies = true, HappenedOn = new(2020, 3, 1) }).EarliestOn);

    [Fact]
    public void Residence_is_full_fourteen_days_after_it_began()
    {
        var comeBack = EarliestReapplication.After(NothingFound with { LowRiskResidence = false, ResidentSince = new(2020, 2, 24) }, Pack, Today);

        Assert.Equal(new DateOnly(2020, 3, 9), comeBack.EarliestOn);
        Assert.Equal([Pack.Condition(1).WhatToBring], comeBack.Steps);
    }

    [Fact]
    public void A_clause_and_a_condition_together_give_the_later_of_their_days() =>
        Assert.Equal(new DateOnly(2020, 3, 9), EarliestReapplication.After(
            NothingFound.With(new(RefusalClause.Returnee) { Applies = true, HappenedOn = new(2020, 2, 22) }) with { LowRiskResidence = false, ResidentSince = new(2020, 2, 24) },
            Pack,
            Today).EarliestOn);

    [Fact]
    public void The_other_conditions_set_no_later_day_than_today() =>
        Assert.Equal(Today, EarliestReapplication.After(NothingFound with { ManagedHere = false, NeedsToGoOut = false }, Pack, Today).EarliestOn);

    [Fact]
    public void Without_a_ground_there_is_nothing_to_wait_for()
    {
        var comeBack = EarliestReapplication.After(NothingFound, Pack, Today);

        Assert.Null(comeBack.EarliestOn);
        Assert.Empty(comeBack.Steps);
    }

    [Theory]
    [InlineData(RefusalClause.Patient)]
    [InlineData(RefusalClause.Returnee)]
    [InlineData(RefusalClause.HighRiskContact)]
    [InlineData(RefusalClause.CloseContact)]
    public void On_the_day_told_and_not_before_the_clause_can_no_longer_refuse(RefusalClause clause)
    {
        var finding = new ClauseFinding(clause) { Applies = true, StartedOn = Today, HappenedOn = Today, ReleasedOn = new(2020, 3, 12) };
        var findings = NothingFound.With(finding);
        var earliest = EarliestReapplication.After(findings, Pack, Today).EarliestOn!.Value;

        Assert.Empty(ReviewRules.ValidateRefusal(findings, "观察未满", Pack, earliest.AddDays(-1)));
        Assert.Equal([ReviewRules.ObservationNotOver], ReviewRules.ValidateRefusal(findings, "观察未满", Pack, earliest).Select(breach => breach.Rule));
    }

    private static EarliestReapplication After(params ClauseFinding[] found) =>
        EarliestReapplication.After(found.Aggregate(NothingFound, (findings, finding) => findings.With(finding)), Pack, Today);
}
