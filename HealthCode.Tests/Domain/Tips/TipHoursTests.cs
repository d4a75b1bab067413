using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;
using static HealthCode.Tests.Support.TipCase;

namespace HealthCode.Tests.Domain.Tips;

/// <summary>时限: hours of the office's own, each from the moment the tip was taken.</summary>
public sealed class TipHoursTests
{
    [Theory]
    [InlineData("Received", 2)]
    [InlineData("Dispatched", 24)]
    [InlineData("Visited", 48)]
    public void A_step_is_late_a_minute_after_its_hours_and_not_before(string state, int hours)
    {
        var tip = At(Enum.Parse<TipState>(state), receivedAt: Now);

        Assert.False(tip.IsOverdue(Now.AddHours(hours).AddMinutes(-1)));
        Assert.False(tip.IsOverdue(Now.AddHours(hours)));
        Assert.True(tip.IsOverdue(Now.AddHours(hours).AddMinutes(1)));
    }

    [Theory]
    [InlineData("Answered")]
    [InlineData("Reported")]
    [InlineData("Linked")]
    public void What_waits_for_no_hour_is_never_late(string state) => Assert.False(At(Enum.Parse<TipState>(state)).IsOverdue(Now.AddDays(99)));

    [Fact]
    public void The_hours_are_2_24_and_48_until_the_office_says_otherwise_and_a_tip_keeps_those_it_was_taken_with()
    {
        var settings = TipSettings.Usual(TipCase.Office());
        Assert.Equal((2, 24, 48), (settings.DispatchHours, settings.VisitHours, settings.FeedbackHours));
        var before = Tip.Receive(TipCase.Office(), 1, Clue, Unknown, null, settings, Terms, Clerk, Now);

        settings.Want(1, 1, 3);
        var after = Tip.Receive(TipCase.Office(), 2, Clue, Unknown, null, settings, Terms, Clerk, Now);

        Assert.Equal((Now.AddHours(2), Now.AddHours(24), Now.AddHours(48)), (before.DispatchDueAt, before.VisitDueAt, before.FeedbackDueAt));
        Assert.Equal((Now.AddHours(1), Now.AddHours(1), Now.AddHours(3)), (after.DispatchDueAt, after.VisitDueAt, after.FeedbackDueAt));
    }

    [Theory]
    [InlineData(0, 24, 48, "tip-hours")]
    [InlineData(1, 24, 721, "tip-hours")]
    [InlineData(5, 4, 48, "tip-hours-order")]
    [InlineData(5, 5, 4, "tip-hours-order")]
    [InlineData(1, 1, 1, null)]
    [InlineData(720, 720, 720, null)]
    public void They_are_1_to_720_and_a_later_step_has_no_fewer(int dispatch, int visit, int feedback, string? broken)
    {
        var settings = TipSettings.Usual(TipCase.Office());
        void Want() => settings.Want(dispatch, visit, feedback);
        if (broken is null)
        {
            Want();
            Assert.Equal((dispatch, visit, feedback), (settings.DispatchHours, settings.VisitHours, settings.FeedbackHours));
            return;
        }

        Assert.Equal([broken], Forbids(Want).Select(rule => rule.Code));
        Assert.Equal((2, 24, 48), (settings.DispatchHours, settings.VisitHours, settings.FeedbackHours));
    }
}
