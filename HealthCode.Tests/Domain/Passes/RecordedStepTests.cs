using HealthCode.Domain.Passes;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

/// <summary>撤销刚才这一张: by who recorded it, within ten minutes, while nothing followed.</summary>
public sealed class RecordedStepTests
{
    [Fact]
    public void A_stamp_recorded_by_mistake_is_taken_back_and_the_card_is_printed_again()
    {
        var pass = Pass(PassState.Stamped);

        pass.Undo(Step(pass), Reviewer, Now.AddMinutes(10));

        Assert.Equal((PassState.Printed, null, ""), (pass.State, pass.StampedAt, pass.StampedBy));
        pass.Stamp(Reviewer, Office(), Now.AddMinutes(11), Today);
    }

    [Fact]
    public void A_card_recorded_as_handed_over_by_mistake_is_stamped_again()
    {
        var pass = Pass(PassState.HandedOver);

        pass.Undo(Step(pass), Reviewer, Now.AddMinutes(1));

        Assert.Equal((PassState.Stamped, null, ""), (pass.State, pass.HandedOverAt, pass.CollectedBy));
        Assert.NotNull(pass.StampedAt);
    }

    [Fact]
    public void Nobody_else_takes_it_back()
    {
        var pass = Pass(PassState.Stamped);

        Assert.Equal([PassRules.UndoneByRecorder], Forbids(() => pass.Undo(Step(pass), Clerk, Now.AddMinutes(1))));
        Assert.Equal(PassState.Stamped, pass.State);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(600, true)]
    [InlineData(601, false)]
    public void It_is_taken_back_within_ten_minutes(int seconds, bool allowed)
    {
        var pass = Pass(PassState.HandedOver);
        var at = pass.HandedOverAt!.Value.AddSeconds(seconds);

        Assert.Equal(allowed ? [] : [PassRules.UndoneSoon], Broken(() => pass.Undo(Step(pass), Reviewer, at)));
    }

    [Fact]
    public void What_was_followed_by_another_step_or_done_anew_stays()
    {
        var pass = Pass(PassState.Stamped);
        var stamped = Step(pass);
        pass.HandOver("本人", Office(), Now.AddMinutes(1), Today);
        Assert.Equal([PassRules.NothingFollowed], Forbids(() => pass.Undo(stamped, Reviewer, Now.AddMinutes(2))));

        var stopped = Pass(PassState.HandedOver);
        var handed = Step(stopped);
        stopped.Revoke(HealthCode.Domain.Declarations.RefusalClause.CloseContact, "接疾控通知", Now.AddMinutes(1), Today);
        Assert.Equal([PassRules.NothingFollowed], Forbids(() => stopped.Undo(handed, Reviewer, Now.AddMinutes(2))));

        var anew = Pass(PassState.Stamped);
        var first = Step(anew);
        anew.Undo(first, Reviewer, Now.AddMinutes(1));
        anew.Stamp(Reviewer, Office(), Now.AddMinutes(2), Today);
        Assert.Equal([PassRules.NothingFollowed], Forbids(() => anew.Undo(first, Reviewer, Now.AddMinutes(3))));
    }

    private static RecordedStep Step(HealthPass pass) => new(pass.Id, pass.State, (pass.HandedOverAt ?? pass.StampedAt)!.Value, Reviewer.UserName);

    private static IReadOnlyList<HealthCode.Domain.Rules.Rule> Broken(Action verb)
    {
        try
        {
            verb();
            return [];
        }
        catch (HealthCode.Domain.Rules.RuleBrokenException broken)
        {
            return [.. broken.Breaches.Select(breach => breach.Rule)];
        }
    }
}
