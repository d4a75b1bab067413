using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using static HealthCode.Domain.HealthStatuses.ReconciliationFinding;
using static HealthCode.Domain.Rules.HealthCodeResult;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.HealthStatuses;

/// <summary>对账: official results against what is recorded.</summary>
public sealed class ReconciliationTests
{
    [Fact]
    public void Who_is_kept_up_has_an_official_result_and_nobody_else_need_have_one()
    {
        var person = Status();
        Assert.Empty(Found(person));

        person.KeepUp(Villager(), "本人", Today);
        Assert.Equal([NoOfficialResult], Found(person));

        person.Note(Seen(Green), Pack, Now);
        Assert.Empty(Found(person));
    }

    [Fact]
    public void What_the_rules_do_not_give_differs_from_nothing()
    {
        var person = Status();
        person.Note(Seen(Yellow), Pack, Now);
        Assert.Empty(Found(person));

        var inHebei = Status();
        inHebei.KeepUp(Villager(), "本人", Today);
        inHebei.Note(Seen(Notice), Hebei.Pack, Now);
        Assert.Empty(Reconciliation.Of(inHebei, [], Hebei.Pack.HealthCode, Today));
    }

    [Theory]
    [InlineData(3, new ReconciliationFinding[0])]
    [InlineData(4, new[] { Differs })]
    public void Green_on_the_platform_differs_once_the_rules_give_grey(int daysKept, ReconciliationFinding[] expected)
    {
        var person = Status();
        person.KeepUp(Villager(), "本人", Today.AddDays(-daysKept));
        person.Note(Seen(Green), Pack, Now);

        Assert.Equal(expected, Found(person));
    }

    [Theory]
    [InlineData(-1, new[] { Differs, OfficialIsOlder })]
    [InlineData(0, new[] { Differs })]
    [InlineData(1, new[] { Differs })]
    public void A_ground_that_is_noted_after_the_result_was_seen_makes_it_old(int minutes, ReconciliationFinding[] expected)
    {
        var person = Contact(Today, Now);
        person.Note(Seen(Green) with { SeenAt = Now.AddMinutes(minutes) }, Pack, Now.AddHours(1));

        Assert.Equal(expected, Found(person));
    }

    [Fact]
    public void A_result_that_agrees_with_a_later_ground_is_old_and_does_not_differ()
    {
        var person = Contact(Today, Now);
        person.Note(Seen(Yellow) with { SeenAt = Now.AddDays(-1) }, Pack, Now);

        Assert.Equal([OfficialIsOlder], Found(person));
    }

    [Theory]
    [InlineData(-1, new ReconciliationFinding[0])]
    [InlineData(0, new[] { Differs, OfficialIsOlder })]
    [InlineData(1, new[] { Differs, OfficialIsOlder })]
    public void A_count_that_is_done_after_the_result_was_seen_makes_it_old(int daysAfterFull, ReconciliationFinding[] expected)
    {
        var days = Pack.HealthCode.Transitions.Single(transition => transition.From == Yellow).Days;
        var first = Today.AddDays(1 - days - daysAfterFull);
        var person = Contact(first, Now.AddDays(-30));
        person.Note(Seen(Yellow) with { SeenAt = BeijingTime.StartOf(first).AddHours(12) }, Pack, Now);

        Assert.Equal(expected, Reconciliation.Of(person, Enumerable.Range(0, days).Select(day => new ReportedDay(first.AddDays(day), false, true)), Pack.HealthCode, Today));
    }

    private static IReadOnlyList<ReconciliationFinding> Found(HealthStatus person) => Reconciliation.Of(person, [], Pack.HealthCode, Today);

    private static HealthStatus Status() => HealthStatus.Of(Villager());

    private static Resident Villager() => Resident.Enter(Office(), new() { Person = Applicant }, Today);

    private static HealthStatus Contact(DateOnly since, DateTimeOffset notedAt)
    {
        var person = Status();
        person.Note(new NotedGround(HealthGround.CloseContact, since, null, "县疾控中心", Clerk, notedAt), Pack, Today);
        return person;
    }

    private static OfficialResult Seen(HealthCodeResult result) => new(result, OfficialSource.Platform, Now, Clerk, "本人");
}
