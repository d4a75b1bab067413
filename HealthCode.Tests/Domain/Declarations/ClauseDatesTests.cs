using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

/// <summary>The 14-day arithmetic of the five clauses and of the residence: which day bars, and which no longer may.</summary>
public sealed class ClauseDatesTests
{
    public static TheoryData<RefusalClause, int> Barring => Days([0, 1, 13]);

    public static TheoryData<RefusalClause, int> Over => Days([14, 15, 100]);

    public static TheoryData<RefusalClause, int> Any => Days([-1]);

    [Theory]
    [MemberData(nameof(Barring))]
    public void Until_the_thirteenth_day_the_clause_refuses_and_cannot_be_set_aside(RefusalClause clause, int passed)
    {
        Assert.Empty(Refused(Found(clause, true, passed)));
        Assert.Equal([ReviewRules.NoClauseApplies], Approved(Found(clause, true, passed)));
        Assert.Equal([ReviewRules.ObservationIsOver], Approved(Found(clause, false, passed)));
    }

    [Theory]
    [MemberData(nameof(Over))]
    public void From_the_fourteenth_day_on_the_clause_refuses_no_more_and_is_set_aside(RefusalClause clause, int passed)
    {
        Assert.Equal([ReviewRules.ObservationNotOver], Refused(Found(clause, true, passed)));
        Assert.Empty(Approved(Found(clause, false, passed)));
    }

    [Theory]
    [MemberData(nameof(Any))]
    public void A_day_that_has_not_come_is_no_finding(RefusalClause clause, int passed)
    {
        Assert.Equal([ReviewRules.DateNotAhead], Refused(Found(clause, true, passed)));
        Assert.Equal([ReviewRules.ObservationIsOver, ReviewRules.DateNotAhead], Approved(Found(clause, false, passed)));
    }

    [Theory]
    [InlineData("2020-02-15", "2020-02-29")]
    [InlineData("2020-02-16", "2020-03-01")]
    [InlineData("2020-02-29", "2020-03-14")]
    [InlineData("2021-02-15", "2021-03-01")]
    [InlineData("2020-03-31", "2020-04-14")]
    [InlineData("2020-12-20", "2021-01-03")]
    public void The_days_run_over_month_ends_leap_days_and_year_ends(string first, string full) =>
        Assert.All([RefusalClause.Patient, RefusalClause.Returnee, RefusalClause.HighRiskContact], clause =>
        {
            var findings = NothingFound.With(new(clause) { Applies = true, StartedOn = Day(first), HappenedOn = Day(first) });
            Assert.Empty(ReviewRules.ValidateRefusal(findings, "观察未满", Pack, Day(full).AddDays(-1)));
            Assert.Equal([ReviewRules.ObservationNotOver], Codes(ReviewRules.ValidateRefusal(findings, "观察未满", Pack, Day(full))));
        });

    [Theory]
    [InlineData(RefusalClause.Returnee)]
    [InlineData(RefusalClause.HighRiskContact)]
    public void Isolation_that_began_later_than_the_event_is_what_counts(RefusalClause clause)
    {
        var finding = new ClauseFinding(clause) { Applies = true, HappenedOn = Today.AddDays(-20), StartedOn = Today.AddDays(-13) };

        Assert.Empty(Refused(finding));
        Assert.Equal([ReviewRules.ObservationNotOver], Refused(finding with { StartedOn = Today.AddDays(-14) }));
    }

    [Theory]
    [InlineData(RefusalClause.Returnee)]
    [InlineData(RefusalClause.HighRiskContact)]
    public void Clauses_3_and_4_need_the_day_of_the_return_or_contact(RefusalClause clause)
    {
        Assert.Equal([ReviewRules.ClauseHasFacts], Refused(new(clause) { Applies = true }));
        Assert.Equal([ReviewRules.ClauseHasFacts], Refused(new(clause) { Applies = true, StartedOn = Today }));
    }

    [Fact]
    public void A_patient_not_yet_recovered_is_refused_without_a_day() =>
        Assert.Empty(Refused(new(RefusalClause.Patient) { Applies = true }));

    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    public void A_close_contact_is_refused_until_the_day_of_release(int ahead)
    {
        Assert.Empty(Refused(Contact(true, Today.AddDays(ahead))));
        Assert.Equal([ReviewRules.ObservationIsOver], Approved(Contact(false, Today.AddDays(ahead))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(14)]
    public void From_the_day_of_release_on_a_close_contact_is_refused_no_more(int ago)
    {
        Assert.Equal([ReviewRules.ObservationNotOver], Refused(Contact(true, Today.AddDays(-ago))));
        Assert.Empty(Approved(Contact(false, Today.AddDays(-ago))));
    }

    [Fact]
    public void A_close_contact_whose_release_is_unknown_is_refused_without_a_day() =>
        Assert.Empty(Refused(Contact(true, null)));

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void Residence_of_thirteen_days_refuses_and_is_not_approved(int passed)
    {
        Assert.Empty(RefusedAt(false, passed));
        Assert.Equal([ReviewRules.ConditionsMet], ApprovedAt(false, passed));
        Assert.Equal([ReviewRules.ObservationIsOver], ApprovedAt(true, passed));
    }

    [Theory]
    [InlineData(14)]
    [InlineData(15)]
    public void Residence_of_fourteen_days_is_approved_and_refuses_no_more(int passed)
    {
        Assert.Equal([ReviewRules.ObservationNotOver], RefusedAt(false, passed));
        Assert.Empty(ApprovedAt(true, passed));
    }

    [Fact]
    public void Residence_from_a_day_that_has_not_come_is_no_finding()
    {
        Assert.Equal([ReviewRules.DateNotAhead], RefusedAt(false, -1));
        Assert.Equal([ReviewRules.ObservationIsOver, ReviewRules.DateNotAhead], ApprovedAt(true, -1));
    }

    [Fact]
    public void Residence_refuses_only_with_the_day_it_began() =>
        Assert.Equal([ReviewRules.ClauseHasFacts], Codes(ReviewRules.ValidateRefusal(NothingFound with { LowRiskResidence = false }, "未住满", Pack, Today)));

    [Fact]
    public void One_lawful_ground_does_not_carry_another_that_is_over() =>
        Assert.Equal([ReviewRules.ObservationNotOver], Codes(ReviewRules.ValidateRefusal(
            NothingFound.With(Found(RefusalClause.Returnee, true, 13)).With(Found(RefusalClause.HighRiskContact, true, 14)), "观察未满", Pack, Today)));

    [Fact]
    public void Symptoms_are_counted_by_no_day() =>
        Assert.Null(new ClauseFinding(RefusalClause.Symptoms) { StartedOn = Today }.Count(Pack, Today));

    private static TheoryData<RefusalClause, int> Days(int[] days)
    {
        TheoryData<RefusalClause, int> data = [];
        foreach (var clause in (RefusalClause[])[RefusalClause.Patient, RefusalClause.Returnee, RefusalClause.HighRiskContact])
        {
            foreach (var passed in days)
            {
                data.Add(clause, passed);
            }
        }

        return data;
    }

    private static ClauseFinding Found(RefusalClause clause, bool applies, int passed) => clause == RefusalClause.Patient
        ? new(clause) { Applies = applies, StartedOn = Today.AddDays(-passed) }
        : new(clause) { Applies = applies, HappenedOn = Today.AddDays(-passed) };

    private static ClauseFinding Contact(bool applies, DateOnly? released) =>
        new(RefusalClause.CloseContact) { Applies = applies, ReleasedOn = released };

    private static IEnumerable<Rule> Refused(ClauseFinding finding) =>
        Codes(ReviewRules.ValidateRefusal(NothingFound.With(finding), "观察未满", Pack, Today));

    private static IEnumerable<Rule> Approved(ClauseFinding finding) =>
        Codes(ReviewRules.ValidateApproval(Form, NothingFound.With(finding), Pack, Today));

    private static IEnumerable<Rule> RefusedAt(bool resident, int passed) =>
        Codes(ReviewRules.ValidateRefusal(Resident(resident, passed), "未住满", Pack, Today));

    private static IEnumerable<Rule> ApprovedAt(bool resident, int passed) =>
        Codes(ReviewRules.ValidateApproval(Form, Resident(resident, passed), Pack, Today));

    private static ReviewFindings Resident(bool resident, int passed) =>
        NothingFound with { LowRiskResidence = resident, ResidentSince = Today.AddDays(-passed) };

    private static IEnumerable<Rule> Codes(IReadOnlyList<Breach> breaches) => breaches.Select(breach => breach.Rule);
}
