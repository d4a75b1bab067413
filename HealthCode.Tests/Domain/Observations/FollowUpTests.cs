using HealthCode.Domain.Observations;
using HealthCode.Domain.Residents;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Observations;

/// <summary>待随访: open until a visit reached him or it is said what was done.</summary>
public sealed class FollowUpTests
{
    private static readonly Resident Villager = Resident.Enter(Office(), new() { Person = Applicant }, Today);

    [Fact]
    public void It_is_about_a_resident_or_about_somebody_in_words_and_has_a_reason()
    {
        Assert.Equal("", Opened(Villager.Id, "马德山").Who);
        Assert.Equal(("马德山", null), (Opened(null, "马德山").Who, Opened(null, "马德山").ResidentId));
        Assert.Equal([FollowUpRules.SomebodyNamed], Forbids(() => Opened(null, "")));
        Assert.Equal([FollowUpRules.HasReason], Forbids(() => FollowUp.Open(Code, null, "马德山", FollowUpSource.FeverClinic, "7", "", Clerk, Now)));
    }

    [Theory]
    [InlineData(VisitOutcome.Reached, 1, true)]
    [InlineData(VisitOutcome.Referred, 1, true)]
    [InlineData(VisitOutcome.Reached, 0, true)]
    [InlineData(VisitOutcome.Reached, -1, false)]
    [InlineData(VisitOutcome.NotAtHome, 1, false)]
    [InlineData(VisitOutcome.Refused, 1, false)]
    public void A_visit_that_reached_him_afterwards_closes_it_and_no_other(VisitOutcome outcome, int minutes, bool closes)
    {
        var followUp = Opened(Villager.Id, "");
        followUp.Close(FollowUpVisit.Note(Villager, outcome, "下午再去", Now.AddMinutes(minutes), Clerk, Now.AddHours(1)));

        Assert.Equal(closes, !followUp.IsOpen);
    }

    [Fact]
    public void A_visit_of_somebody_leaves_open_what_names_him_in_words_alone()
    {
        var followUp = Opened(null, "马德山");
        followUp.Close(FollowUpVisit.Note(Villager, VisitOutcome.Reached, "", Now, Clerk, Now));

        Assert.True(followUp.IsOpen);
    }

    [Fact]
    public void It_is_closed_once_with_a_sentence_of_what_was_done()
    {
        var followUp = Opened(null, "马德山");
        Assert.Equal([FollowUpRules.HasOutcome], Forbids(() => followUp.Close("", Clerk, Now)));
        followUp.Close("已送县医院发热门诊", Reviewer, Now.AddHours(1));

        Assert.Equal(("已送县医院发热门诊", Reviewer, Now.AddHours(1)), (followUp.Outcome, followUp.ClosedBy, followUp.ClosedAt));
        Assert.Equal([FollowUpRules.StillOpen], Forbids(() => followUp.Close("又去", Clerk, Now)));
        Assert.Equal([FollowUpRules.StillOpen], Forbids(() => followUp.Close(FollowUpVisit.Note(Villager, VisitOutcome.Reached, "", Now, Clerk, Now))));
    }

    private static FollowUp Opened(long? residentId, string who) => FollowUp.Open(Code, residentId, who, FollowUpSource.Tip, "0001", "上门核查说有疑似", Clerk, Now);
}
