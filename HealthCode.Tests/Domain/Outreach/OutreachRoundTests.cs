using HealthCode.Domain.Outreach;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Outreach;

/// <summary>上门: a list in the name of who walks, keyed back once, closed with what is left.</summary>
public sealed class OutreachRoundTests
{
    private static readonly GridWorker Walker = new(PersonName.Restore("马晓燕"), PhoneNumber.Restore("13800000001"));

    [Fact]
    public void A_round_has_people_and_the_name_of_who_walks_and_lies_ahead()
    {
        Assert.Equal([OutreachRules.HasPeople], Forbids(() => Planned([])));
        Assert.Equal([OutreachRules.HasWorker], Forbids(() => OutreachRound.Plan(Office(), 1, OutreachKind.Canvass, null, Today, [Villager()], new Dictionary<long, int>(), Clerk, Now, Today)));
        Assert.Equal([OutreachRules.StartsAhead], Forbids(() => OutreachRound.Plan(Office(), 1, OutreachKind.Canvass, Walker, Today.AddDays(-1), [Villager()], new Dictionary<long, int>(), Clerk, Now, Today)));
        Assert.Equal([OutreachRules.OneWalk], Forbids(() => Planned([.. Enumerable.Repeat(Villager(), OutreachRound.Most + 1)])));
        Assert.Equal(("马晓燕", true), (Planned([Villager()]).Worker.Name.Value, Planned([Villager()]).IsOpen));
    }

    [Fact]
    public void Nobody_is_on_two_open_rounds()
    {
        var villager = Villager();

        Assert.Equal([OutreachRules.OnOneRound], Forbids(() => OutreachRound.Plan(Office(), 2, OutreachKind.Canvass, Walker, Today, [villager], new Dictionary<long, int> { [villager.Id] = 1 }, Clerk, Now, Today)));
    }

    [Theory]
    [InlineData(OutreachResult.Done, true)]
    [InlineData(OutreachResult.NotAtHome, false)]
    [InlineData(OutreachResult.NotNeeded, true)]
    [InlineData(OutreachResult.HasCode, true)]
    [InlineData(OutreachResult.ComeAgain, false)]
    public void A_row_is_keyed_back_once(OutreachResult result, bool isSettled)
    {
        var (round, villager) = (Planned([Villager()]), Villager());
        var visit = OutreachVisit.Of(round, villager, 1, "没有码也没有卡");

        visit.Key(result, Today, "下午在", round, villager, Clerk, Now, Today);

        Assert.Equal((result, Today, "下午在", isSettled), (visit.Result, visit.VisitedOn, visit.Note, visit.Result!.Value.IsSettled()));
        Assert.Equal([OutreachRules.KeyedOnce], Forbids(() => visit.Key(result, Today, "", round, villager, Clerk, Now, Today)));
        Assert.Equal(result == OutreachResult.HasCode ? CodeSource.Outreach : null, villager.CodeKnownFrom);
    }

    [Fact]
    public void A_result_keyed_wrong_is_corrected_with_a_reason_and_takes_back_what_followed()
    {
        var (round, villager) = (Planned([Villager()]), Villager());
        var visit = OutreachVisit.Of(round, villager, 1, "");
        Assert.Equal([OutreachRules.CorrectsSomething], Forbids(() => visit.Correct(OutreachResult.Done, Today, "看错了行", round, villager, Clerk, Now, Today)));
        visit.Key(OutreachResult.HasCode, Today, "", round, villager, Clerk, Now, Today);

        Assert.Equal([OutreachRules.CorrectionHasReason], Forbids(() => visit.Correct(OutreachResult.NotAtHome, Today, "", round, villager, Clerk, Now, Today)));
        Assert.Equal(Today, villager.CodeKnownOn);
        visit.Correct(OutreachResult.NotAtHome, Today, "看错了行", round, villager, Clerk, Now, Today);
        Assert.Equal((OutreachResult.NotAtHome, null), (visit.Result, villager.CodeKnownOn));
    }

    [Fact]
    public void A_visit_lies_between_the_first_day_of_the_walk_and_today()
    {
        var (round, villager) = (Planned([Villager()]), Villager());
        foreach (var day in new[] { Today.AddDays(-1), Today.AddDays(1) })
        {
            Assert.Equal([OutreachRules.VisitedInTime], Forbids(() => OutreachVisit.Of(round, villager, 1, "").Key(OutreachResult.Done, day, "", round, villager, Clerk, Now, Today)));
        }
    }

    [Fact]
    public void A_closed_round_takes_nothing_more()
    {
        var (round, villager) = (Planned([Villager()]), Villager());
        round.Close(Now);

        Assert.Equal([OutreachRules.StillOpen], Forbids(() => OutreachVisit.Of(round, villager, 1, "").Key(OutreachResult.Done, Today, "", round, villager, Clerk, Now, Today)));
        Assert.Equal([OutreachRules.StillOpen], Forbids(() => round.Close(Now)));
    }

    [Theory]
    [InlineData(false, false, "都没有", true)]
    [InlineData(true, false, "有码", false)]
    [InlineData(false, true, "有卡", false)]
    [InlineData(true, true, "有码和卡", false)]
    public void Code_and_card_are_equally_good(bool code, bool card, string words, bool hasNeither)
    {
        var credentials = new Credentials(code ? Today : null, card ? Today : null);

        Assert.Equal((words, hasNeither), (credentials.Words, credentials.HasNeither));
    }

    private static OutreachRound Planned(IReadOnlyList<Resident> residents) =>
        OutreachRound.Plan(Office(), 1, OutreachKind.Canvass, Walker, Today, residents, new Dictionary<long, int>(), Clerk, Now, Today);

    private static Resident Villager() => Resident.Enter(Office(), new() { Person = Applicant }, Today);
}
