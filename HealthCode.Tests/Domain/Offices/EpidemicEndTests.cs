using HealthCode.Domain.Offices;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Offices;

/// <summary>疫情解除: two people, and nothing before the second.</summary>
public sealed class EpidemicEndTests
{
    private static readonly EndNotice Paper = new("样例省指挥部", "样指发〔2020〕9号", Today);

    [Fact]
    public void Entered_by_one_it_changes_nothing()
    {
        var office = Office();

        var end = Entered(office, Today);

        Assert.True(end.IsOpen);
        Assert.Null(office.EpidemicEndedOn);
        Assert.Equal((Code, Paper, Today, Clerk), (end.OfficeCode, end.Notice, end.EndsOn, end.EnteredBy));
    }

    [Fact]
    public void Confirmed_by_another_it_holds()
    {
        var office = Office();
        var end = Entered(office, Today.AddDays(3));

        end.Confirm(office, true, null, Reviewer, Now, Today.AddDays(1));

        Assert.False(end.IsOpen);
        Assert.Equal((Reviewer, Now), (end.ConfirmedBy, end.ConfirmedAt));
        Assert.Equal((Today.AddDays(3), Today.AddDays(1)), (office.EpidemicEndedOn, office.EndEnteredOn));
    }

    [Fact]
    public void Who_entered_it_does_not_confirm_it()
    {
        var office = Office();
        var end = Entered(office, Today);

        Assert.Equal([EpidemicEndRules.SecondPerson], Forbids(() => end.Confirm(office, true, null, Clerk with { Name = "别名" }, Now, Today)));
        Assert.Null(office.EpidemicEndedOn);
    }

    [Fact]
    public void Who_has_not_read_it_aloud_does_not_confirm_it()
    {
        var office = Office();
        var end = Entered(office, Today);

        Assert.Equal([EpidemicEndRules.ReadAloud], Forbids(() => end.Confirm(office, false, null, Reviewer, Now, Today)));
        Assert.Null(office.EpidemicEndedOn);
    }

    [Fact]
    public void It_is_confirmed_or_withdrawn_once()
    {
        var office = Office();
        var confirmed = Entered(office, Today);
        confirmed.Confirm(office, true, null, Reviewer, Now, Today);
        Assert.Equal([EpidemicEndRules.StillOpen], Forbids(() => confirmed.Confirm(office, true, null, Reviewer, Now, Today)));
        Assert.Equal([EpidemicEndRules.StillOpen], Forbids(() => confirmed.Withdraw(Clerk, Now)));

        var withdrawn = Entered(Office(), Today);
        Assert.Equal([EpidemicEndRules.OwnEntry], Forbids(() => withdrawn.Withdraw(Reviewer, Now)));
        withdrawn.Withdraw(Clerk, Now);
        Assert.Equal([EpidemicEndRules.StillOpen], Forbids(() => withdrawn.Confirm(office, true, null, Reviewer, Now, Today)));
    }

    [Fact]
    public void The_next_one_waits_until_this_one_is_settled() =>
        Assert.Equal([EpidemicEndRules.OneAtATime], Forbids(() => Entered(Office(), Today, open: Entered(Office(), Today))));

    [Fact]
    public void It_rests_on_a_notice_that_is_out()
    {
        Assert.Equal([EpidemicEndRules.NoticeNamed], Forbids(() => Entered(Office(), Today, Paper with { Issuer = "" })));
        Assert.Equal([EpidemicEndRules.NoticeNamed], Forbids(() => Entered(Office(), Today, Paper with { Number = "" })));
        Assert.Equal([EpidemicEndRules.NoticeIsOut], Forbids(() => Entered(Office(), Today, Paper with { On = Today.AddDays(1) })));
    }

    [Theory]
    [InlineData("2020-02-27", false)]
    [InlineData("2020-02-28", true)]
    [InlineData("2021-03-06", true)]
    [InlineData("2021-03-07", false)]
    public void A_year_that_cannot_be_meant_is_refused(string day, bool taken)
    {
        if (taken)
        {
            Assert.Equal(Day(day), Entered(Office(), Day(day)).EndsOn);
        }
        else
        {
            Assert.Equal([EpidemicEndRules.DayIsLikely], Forbids(() => Entered(Office(), Day(day))));
        }
    }

    [Fact]
    public void A_wrong_day_is_corrected_by_two_with_a_reason()
    {
        var office = Ended(Today);
        Assert.Equal([EpidemicEndRules.CorrectionHasReason], Forbids(() => Entered(office, Today.AddDays(5))));
        Assert.Equal([EpidemicEndRules.SomethingChanges], Forbids(() => Entered(office, Today, reason: "年份录错")));

        var end = Entered(office, Today.AddDays(5), reason: "年份录错");
        Assert.Equal(Today, office.EpidemicEndedOn);
        end.Confirm(office, true, null, Reviewer, Now, Today.AddDays(2));

        Assert.Equal((Today.AddDays(5), Today), (office.EpidemicEndedOn, end.Replaces));
    }

    [Fact]
    public void An_end_entered_by_mistake_is_taken_back_by_two()
    {
        var office = Ended(Today);

        var end = Entered(office, null, reason: "通知是别的病");
        Assert.Equal(Today, office.EpidemicEndedOn);
        end.Confirm(office, true, null, Reviewer, Now, Today);

        Assert.Null(office.EpidemicEndedOn);
        Assert.Null(office.KeepsPapersUntil);
    }

    [Fact]
    public void Nothing_is_corrected_when_the_destruction_has_begun()
    {
        var office = Ended(Today);
        var waiting = Entered(office, Today.AddDays(90), reason: "年份录错");
        var begun = DestructionRecord.Begin(office, Paper, Now, Today.AddDays(31));

        Assert.Equal([EpidemicEndRules.PapersThere], Forbids(() => waiting.Confirm(office, true, begun, Reviewer, Now, Today.AddDays(31))));
        Assert.Equal([EpidemicEndRules.PapersThere], Forbids(() => Entered(office, null, reason: "年份录错", destruction: begun)));
        Assert.Equal(Today, office.EpidemicEndedOn);
    }

    private static Office Ended(DateOnly on)
    {
        var office = Office();
        Entered(office, on).Confirm(office, true, null, Reviewer, Now, Today);
        return office;
    }

    private static EpidemicEnd Entered(Office office, DateOnly? on, EndNotice? notice = null, string reason = "", EpidemicEnd? open = null, DestructionRecord? destruction = null) =>
        EpidemicEnd.Enter(office, notice ?? Paper, on, reason, open, destruction, Clerk, Now, Today);
}
