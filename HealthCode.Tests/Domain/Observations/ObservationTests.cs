using HealthCode.Domain.Declarations;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Observations;

/// <summary>医学观察, from its first day to its end.</summary>
public sealed class ObservationTests
{
    private static readonly ObservationDetails Contact = new() { Ground = HealthGround.CloseContact };

    [Theory]
    [InlineData(HealthGround.Case, RefusalClause.Patient)]
    [InlineData(HealthGround.FeverCase, RefusalClause.Patient)]
    [InlineData(HealthGround.CloseContact, RefusalClause.CloseContact)]
    [InlineData(HealthGround.Returnee, RefusalClause.Returnee)]
    [InlineData(HealthGround.HighRisk, RefusalClause.HighRiskContact)]
    [InlineData(HealthGround.FeverClinic, null)]
    [InlineData(HealthGround.FeverMedicine, null)]
    [InlineData(HealthGround.Symptoms, null)]
    public void It_speaks_to_the_clause_of_its_ground_or_to_none(HealthGround ground, RefusalClause? clause) =>
        Assert.Equal(clause, Started(ground, ground == HealthGround.FeverCase ? Pack : Hainan.Pack).Clause);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(15, true)]
    public void Its_days_are_full_on_the_fourteenth_after_the_first(int day, bool isFull)
    {
        var count = Started(HealthGround.Returnee).Count(Today.AddDays(day))!;

        Assert.Equal((isFull, Today.AddDays(14)), (count.IsFull, count.FullOn));
    }

    [Theory]
    [InlineData(HealthGround.Case)]
    [InlineData(HealthGround.Returnee)]
    [InlineData(HealthGround.HighRisk)]
    public void Clauses_1_3_and_4_end_by_the_days_with_nothing_to_bring(HealthGround ground)
    {
        Assert.Equal([ObservationRules.DaysAreFull], Forbids(() => Started(ground).Finish(new(Today.AddDays(13)), Today.AddDays(13))));

        var observation = Started(ground);
        observation.Finish(new(Today.AddDays(14)), Today.AddDays(20));

        Assert.Equal((Today.AddDays(14), "3月5日起医学观察，3月19日天数已满，解除"), (observation.EndedOn, observation.Sentence(Today.AddDays(20))));
        Assert.Equal(14, observation.Count(Today.AddDays(20))!.Passed);
    }

    [Fact]
    public void Clause_2_ends_with_the_release_by_the_document_or_who_told_it_however_many_days_have_passed()
    {
        Assert.Equal([ObservationRules.ReleaseIsTold], Forbids(() => Started(HealthGround.CloseContact).Finish(new(Today.AddDays(30)), Today.AddDays(30))));

        var told = Started(HealthGround.CloseContact);
        told.Finish(new(Today.AddDays(5), ToldBy: "县疾控中心马医生"), Today.AddDays(5));
        Assert.Equal("3月5日起医学观察，3月10日由县疾控中心马医生告知解除", told.Sentence(Today.AddDays(6)));

        var seen = Started(HealthGround.CloseContact);
        seen.Finish(new(Today.AddDays(5), "解除通知〔2020〕12号"), Today.AddDays(5));
        Assert.Equal("3月5日起医学观察，3月10日凭解除通知〔2020〕12号解除", seen.Sentence(Today.AddDays(6)));
    }

    [Fact]
    public void An_earlier_end_is_a_release() =>
        Assert.Empty(Record.Exception(() => Started(HealthGround.Returnee).Finish(new(Today.AddDays(3), ToldBy: "镇防疫办"), Today.AddDays(3)))?.Message ?? "");

    [Fact]
    public void Where_the_notices_set_no_number_of_days_it_ends_with_the_release()
    {
        var observation = Observation.Start(Villager(), ObservationPlace.Home, Today, Contact with { Ground = HealthGround.Returnee }, [], Hainan.Pack, Clerk, Now);

        Assert.Null(observation.Count(Today));
        Assert.Equal("医学观察：2020年3月5日起，今天第 20 天", observation.Sentence(Today.AddDays(20)));
        Assert.Equal([ObservationRules.ReleaseIsTold], Forbids(() => observation.Finish(new(Today.AddDays(20)), Today.AddDays(20))));
        observation.Finish(new(Today.AddDays(20), ToldBy: "县疾控中心"), Today.AddDays(20));
    }

    [Fact]
    public void It_ends_once_not_before_it_began_and_not_tomorrow()
    {
        var observation = Started(HealthGround.CloseContact);

        Assert.Equal([ObservationRules.EndsInTime], Forbids(() => observation.Finish(new(Today.AddDays(-1), "x"), Today)));
        Assert.Equal([ObservationRules.EndsInTime], Forbids(() => observation.Finish(new(Today.AddDays(1), "x"), Today)));
        observation.Finish(new(Today, "x"), Today);
        Assert.Equal([ObservationRules.GoesOn], Forbids(() => observation.Finish(new(Today, "x"), Today)));
        Assert.Equal([ObservationRules.GoesOn], Forbids(() => observation.Move(ObservationPlace.Home, "")));
    }

    [Fact]
    public void It_has_begun_has_a_place_with_a_name_and_is_the_only_one()
    {
        Assert.Equal(
            [ObservationRules.HasBegun, ObservationRules.InstitutionNamed, ObservationRules.OnsetIsPast],
            Forbids(() => Observation.Start(Villager(), ObservationPlace.Institution, Today.AddDays(1), Contact with { OnsetOn = Today.AddDays(1) }, [], Pack, Clerk, Now)));
        Assert.Equal([ObservationRules.OneAtATime], Forbids(() => Observation.Start(Villager(), ObservationPlace.Home, Today, Contact, [Started(HealthGround.Returnee)], Pack, Clerk, Now)));

        var over = Started(HealthGround.CloseContact);
        over.Finish(new(Today, "x"), Today);
        Assert.Null(Observation.Start(Villager(), ObservationPlace.Home, Today, Contact, [over], Pack, Clerk, Now).EndedOn);
    }

    [Fact]
    public void It_moves_to_an_institution_and_back_and_only_an_institution_reports()
    {
        var observation = Started(HealthGround.CloseContact);
        Assert.False(observation.IsInInstitution(Today));

        Assert.Equal([ObservationRules.InstitutionNamed], Forbids(() => observation.Move(ObservationPlace.Central, "")));
        observation.Move(ObservationPlace.Central, "县宾馆隔离点");

        Assert.Equal((false, true, true), (observation.IsInInstitution(Today.AddDays(-1)), observation.IsInInstitution(Today), observation.IsInInstitution(Today.AddDays(40))));
        observation.Finish(new(Today.AddDays(2), "x"), Today.AddDays(2));
        Assert.Equal((true, false), (observation.IsInInstitution(Today.AddDays(2)), observation.IsInInstitution(Today.AddDays(3))));
    }

    [Fact]
    public void A_visit_that_did_not_reach_him_says_what_is_done_next()
    {
        Assert.Equal([VisitRules.HasHappened, VisitRules.HasNextStep], Forbids(() => FollowUpVisit.Note(Villager(), VisitOutcome.NotAtHome, "", Now.AddMinutes(1), Clerk, Now)));
        Assert.Equal([VisitRules.HasNextStep], Forbids(() => FollowUpVisit.Note(Villager(), VisitOutcome.Referred, "", Now, Clerk, Now)));
        Assert.Equal("", FollowUpVisit.Note(Villager(), VisitOutcome.Reached, "", Now, Clerk, Now).NextStep);
        Assert.Equal("下午再去", FollowUpVisit.Note(Villager(), VisitOutcome.Refused, "下午再去", Now, Clerk, Now).NextStep);
    }

    [Theory]
    [InlineData("ningxia", HealthGround.FeverMedicine, false)]
    [InlineData("ningxia", HealthGround.FeverCase, true)]
    [InlineData("hainan", HealthGround.FeverMedicine, true)]
    [InlineData("hebei", HealthGround.Returnee, true)]
    [InlineData("hebei", HealthGround.Symptoms, false)]
    [InlineData("national", HealthGround.HighRisk, true)]
    public void Its_ground_is_one_of_the_province_or_one_of_everywhere(string province, HealthGround ground, bool isKnown) =>
        Assert.Equal(isKnown, ObservationRules.GroundsOf(RulePacks.InForce(province, Today).HealthCode).Contains(ground));

    [Fact]
    public void A_ground_that_the_province_does_not_know_is_refused() =>
        Assert.Equal([ObservationRules.GroundKnown], Forbids(() => Started(HealthGround.FeverMedicine)));

    private static Observation Started(HealthGround ground, RulePack? pack = null) =>
        Observation.Start(Villager(), ObservationPlace.Home, Today, Contact with { Ground = ground }, [], pack ?? Pack, Clerk, Now);

    private static Resident Villager() => Resident.Enter(Office(), new() { Person = Applicant }, Today);
}
