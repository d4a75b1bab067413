using HealthCode.Domain.Supervision;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Supervision;

/// <summary>不予认可: from the complaint to the answer.</summary>
public sealed class RecognitionComplaintTests
{
    private static readonly RefusalTold Told = new() { Credential = "健康通行卡", Place = "县医院门诊楼入口", On = Today, ToldBy = "本人" };

    [Fact]
    public void Name_card_and_who_refused_may_stay_unknown_and_nothing_is_demanded_as_proof()
    {
        var complaint = Received(Told);

        Assert.Equal((null, "", null, "", true), (complaint.Name, complaint.CardNumber, complaint.PassId, complaint.RefusedBy, complaint.IsOpen));
    }

    [Fact]
    public void Credential_place_and_who_told_it_are_asked_for() => Assert.Equal(
        [ComplaintRules.CredentialChosen, ComplaintRules.PlaceNamed, ComplaintRules.TellerNamed], Forbids(() => Received(Told with { Credential = "社区出门条", Place = "", ToldBy = "" })));

    [Theory]
    [InlineData(0, 9, 30, false)]
    [InlineData(0, 9, 31, true)]
    [InlineData(1, 0, 0, true)]
    [InlineData(-1, 23, 59, false)]
    public void Nobody_is_refused_later_than_now(int days, int hour, int minute, bool isForbidden)
    {
        void Receive() => Received(Told with { On = Today.AddDays(days), At = new(hour, minute) });

        if (isForbidden)
        {
            Assert.Equal([ComplaintRules.NotInFuture], Forbids(Receive));
        }
        else
        {
            Receive();
        }
    }

    [Fact]
    public void It_is_passed_on_answered_and_closed_and_every_step_says_who_and_when()
    {
        var complaint = Received(Told);

        complaint.Forward("县政府督查室", Clerk, Now.AddHours(1));
        complaint.Reply("已通知该医院认可", Today.AddDays(1), Reviewer, Now.AddDays(2));
        complaint.Close("该处已认可", Clerk, Now.AddDays(2));

        Assert.Equal(
            [new("县政府督查室", Today, Clerk, Now.AddHours(1)), new("已通知该医院认可", Today.AddDays(1), Reviewer, Now.AddDays(2)), new("该处已认可", Today.AddDays(2), Clerk, Now.AddDays(2))],
            new[] { complaint.Forwarded!, complaint.Answer!, complaint.Closing! });
        Assert.Equal((false, Now.AddDays(2)), (complaint.IsOpen, complaint.ClosedAt));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Nobody_answers_before_he_was_asked_nor_tomorrow(int days, bool isForbidden)
    {
        var complaint = Received(Told with { On = Today.AddDays(-5) });
        void Reply() => complaint.Reply("认可", Today.AddDays(days), Clerk, Now.AddDays(2));

        if (isForbidden)
        {
            Assert.Equal([ComplaintRules.ReplyAfterComplaint], Forbids(Reply));
        }
        else
        {
            Reply();
        }
    }

    [Fact]
    public void No_step_is_empty_and_what_is_closed_stays_closed()
    {
        var complaint = Received(Told);
        Assert.Equal([ComplaintRules.ForwardedToNamed], Forbids(() => complaint.Forward("", Clerk, Now)));
        Assert.Equal([ComplaintRules.HasReply], Forbids(() => complaint.Reply("", Today, Clerk, Now)));
        Assert.Equal([ComplaintRules.HasOutcome], Forbids(() => complaint.Close("", Clerk, Now)));

        complaint.Close("本人撤回", Clerk, Now);
        Assert.All(
            new Action[] { () => complaint.Forward("县里", Clerk, Now), () => complaint.Reply("认可", Today, Clerk, Now), () => complaint.Close("又结", Clerk, Now) },
            step => Assert.Equal([ComplaintRules.StillOpen], Forbids(step)));
    }

    [Fact]
    public void It_is_late_when_the_offices_own_hours_are_over_and_it_is_still_open()
    {
        var complaint = Received(Told);

        Assert.False(complaint.IsOverdue(Now.AddHours(24)));
        Assert.True(complaint.IsOverdue(Now.AddHours(24).AddSeconds(1)));
        complaint.Close("该处已认可", Clerk, Now.AddHours(30));
        Assert.False(complaint.IsOverdue(Now.AddDays(9)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(720, false)]
    [InlineData(721, true)]
    public void The_hours_are_the_offices_own_24_at_first(int hours, bool isForbidden)
    {
        var settings = SupervisionSettings.Usual(Office());
        Assert.Equal(24, settings.ComplaintHours);

        if (isForbidden)
        {
            Assert.Equal([ComplaintRules.HoursInRange], Forbids(() => settings.AnswerWithin(hours)));
        }
        else
        {
            settings.AnswerWithin(hours);
            Assert.Equal(hours, settings.ComplaintHours);
        }
    }

    [Fact]
    public void A_number_is_shown_by_its_ends() =>
        Assert.Equal(("640…1234", "A12"), (Received(Told with { CardNumber = "640104199001011234" }).MaskedNumber, Received(Told with { CardNumber = "A12" }).MaskedNumber));

    private static RecognitionComplaint Received(RefusalTold told) => RecognitionComplaint.Receive(Office(), told, null, Pack.Supervision.Recognition!, 24, Clerk, Now);
}
