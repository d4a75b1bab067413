using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
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
        Assert.Equal([$"{Pack.Clause((int)clause).Awaits}（{Day(earliest).Chinese()}）。{Pack.Clause((int)clause).WhatToBring}"], started.Steps);
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
    public void Symptoms_set_no_day_but_that_they_are_gone()
    {
        var comeBack = After(new ClauseFinding(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.DryCough });

        Assert.Null(comeBack.EarliestOn);
        Assert.Equal(["症状消失"], comeBack.Awaited);
        Assert.Equal(("什么时候再来", "等症状消失，就可以来"), (comeBack.Caption, comeBack.Words));
    }

    [Fact]
    public void Of_several_grounds_the_latest_day_is_told_with_a_step_for_each()
    {
        var comeBack = After(
            new ClauseFinding(RefusalClause.Returnee) { Applies = true, HappenedOn = new(2020, 3, 1) },
            new ClauseFinding(RefusalClause.HighRiskContact) { Applies = true, HappenedOn = new(2020, 3, 3) },
            new ClauseFinding(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.ShortBreath });

        Assert.Equal(new DateOnly(2020, 3, 17), comeBack.EarliestOn);
        Assert.Equal(["隔离医学观察满 14 天（2020年3月15日）。", "隔离观察满 14 天（2020年3月17日）。", "症状消失。"], comeBack.Steps.Select(step => step[..(step.IndexOf('。', StringComparison.Ordinal) + 1)]));
        Assert.Equal("2020年3月17日，还要等症状消失", comeBack.Words);
        Assert.Equal("最早 2020年3月17日 可以再来，还要等症状消失。", comeBack.Sentence);
    }

    [Fact]
    public void Of_a_ground_with_a_day_and_one_without_the_day_is_told_and_what_has_still_to_come_about()
    {
        var comeBack = After(
            new ClauseFinding(RefusalClause.CloseContact) { Applies = true },
            new ClauseFinding(RefusalClause.Returnee) { Applies = true, HappenedOn = new(2020, 3, 1) });

        Assert.Equal((new DateOnly(2020, 3, 15), "2020年3月15日，还要等隔离医学观察解除"), (comeBack.EarliestOn!.Value, comeBack.Words));
    }

    [Fact]
    public void Whoever_is_managed_elsewhere_is_sent_there_and_not_told_to_come_back_here()
    {
        var elsewhere = NothingFound with { ManagedHere = false };

        Assert.Equal(
            ["不用再来这里，到现在居住地的村（居）委会办", "不用再来这里，等症状消失，到现在居住地的村（居）委会办", "2020年3月15日起，到现在居住地的村（居）委会办"],
            [
                EarliestReapplication.After(elsewhere, Pack, Today).Words,
                EarliestReapplication.After(elsewhere.With(new(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.Fever }), Pack, Today).Words,
                EarliestReapplication.After(elsewhere.With(new(RefusalClause.Returnee) { Applies = true, HappenedOn = new(2020, 3, 1) }), Pack, Today).Words,
            ]);
    }

    /// <summary>Every clause and condition: not found, found with a day where it can have one, found without.</summary>
    [Fact]
    public void In_every_combination_of_grounds_the_words_the_sentence_the_report_and_the_steps_agree()
    {
        var combinations = 0;
        foreach (var findings in Combinations())
        {
            combinations++;
            var comeBack = EarliestReapplication.After(findings, Pack, Today);
            var told = string.Concat(comeBack.Words, comeBack.Sentence);

            Assert.Equal(findings.AppliedClauses.Count + findings.FailedConditions.Count, comeBack.Steps.Count);
            // Only the words say when; a step says 再来 never, and its day is never later than the day told.
            Assert.All(comeBack.Steps, step => Assert.DoesNotContain("来。", step.Replace("请带上；没有也可以来说明。", "", StringComparison.Ordinal), StringComparison.Ordinal));
            Assert.All(comeBack.Steps.SelectMany(Days), day => Assert.True(day <= comeBack.EarliestOn));
            Assert.Equal(comeBack.EarliestOn is null ? 0 : 2, Days(told).Count());
            Assert.All(Days(told), day => Assert.Equal(comeBack.EarliestOn, day));
            Assert.All(comeBack.Awaited, awaited => Assert.Contains(awaited, comeBack.Words, StringComparison.Ordinal));
            // 随时 is told to nobody who has a day or something to wait for.
            Assert.DoesNotContain("随时", told, StringComparison.Ordinal);
            Assert.Equal(findings.ManagedHere == false, told.Contains("现在居住地", StringComparison.Ordinal));
            Assert.False(findings.ManagedHere == false && told.Contains("可以再来", StringComparison.Ordinal));
            Assert.Equal(comeBack.Awaited.Count + (comeBack.Elsewhere.Length > 0 ? 1 : 0) + comeBack.Steps.Count(step => Days(step).Any()), comeBack.Steps.Count);
        }

        Assert.Equal((3 * 3 * 2 * 2 * 2 * 2 * 2 * 2) - 1, combinations);
    }

    private static readonly bool[] Either = [true, false];

    private static IEnumerable<ReviewFindings> Combinations() =>
        from patient in new[] { null, new ClauseFinding(RefusalClause.Patient) { Applies = true }, new ClauseFinding(RefusalClause.Patient) { Applies = true, StartedOn = Today.AddDays(-1) } }
        from contact in new[] { null, new ClauseFinding(RefusalClause.CloseContact) { Applies = true }, new ClauseFinding(RefusalClause.CloseContact) { Applies = true, ReleasedOn = Today.AddDays(20) } }
        from returnee in new[] { null, new ClauseFinding(RefusalClause.Returnee) { Applies = true, HappenedOn = Today.AddDays(-4) } }
        from risk in new[] { null, new ClauseFinding(RefusalClause.HighRiskContact) { Applies = true, StartedOn = Today } }
        from symptoms in new[] { null, new ClauseFinding(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.DryCough } }
        from lives in Either
        from managed in Either
        from needs in Either
        let found = new[] { patient, contact, returnee, risk, symptoms }.OfType<ClauseFinding>().ToList()
        where found.Count > 0 || !lives || !managed || !needs
        select found.Aggregate(NothingFound, (all, finding) => all.With(finding)) with { LowRiskResidence = lives, ResidentSince = Today.AddDays(-13), ManagedHere = managed, NeedsToGoOut = needs };

    private static IEnumerable<DateOnly> Days(string text) => System.Text.RegularExpressions.Regex.Matches(text, @"\d{4}年\d{1,2}月\d{1,2}日")
        .Select(day => DateOnly.ParseExact(day.Value, "yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Residence_is_full_fourteen_days_after_it_began()
    {
        var comeBack = EarliestReapplication.After(NothingFound with { LowRiskResidence = false, ResidentSince = new(2020, 2, 24) }, Pack, Today);

        Assert.Equal(new DateOnly(2020, 3, 9), comeBack.EarliestOn);
        Assert.Equal([$"在宁夏境内低风险地区住满 14 天（2020年3月9日）。{Pack.Condition(1).WhatToBring}"], comeBack.Steps);
    }

    [Fact]
    public void A_clause_and_a_condition_together_give_the_later_of_their_days() =>
        Assert.Equal(new DateOnly(2020, 3, 9), EarliestReapplication.After(
            NothingFound.With(new(RefusalClause.Returnee) { Applies = true, HappenedOn = new(2020, 2, 22) }) with { LowRiskResidence = false, ResidentSince = new(2020, 2, 24) },
            Pack,
            Today).EarliestOn);

    [Fact]
    public void The_other_conditions_set_no_day() =>
        Assert.Null(EarliestReapplication.After(NothingFound with { ManagedHere = false, NeedsToGoOut = false }, Pack, Today).EarliestOn);

    [Fact]
    public void Without_a_ground_there_is_nothing_to_wait_for()
    {
        var comeBack = EarliestReapplication.After(NothingFound, Pack, Today);

        Assert.Equal((null, "随时可以再来"), (comeBack.EarliestOn, comeBack.Words));
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
