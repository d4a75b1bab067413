using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.HealthStatuses;

/// <summary>纠错、核验: what is disputed about an official result, passed on, answered, closed.</summary>
public sealed class ResultCaseTests
{
    [Fact]
    public void It_is_passed_on_answered_and_closed_and_every_step_says_who_and_when()
    {
        var disputed = Opened(ResultCaseKind.Correction);
        Assert.True(disputed.IsOpen);

        disputed.Forward("县政务服务中心", Clerk, Now.AddHours(1));
        disputed.Answer("三个工作日内改", Reviewer, Now.AddDays(1));
        disputed.Close("平台已改正", Clerk, Now.AddDays(3));

        Assert.Equal(
            [new("县政务服务中心", Clerk, Now.AddHours(1)), new("三个工作日内改", Reviewer, Now.AddDays(1)), new("平台已改正", Clerk, Now.AddDays(3))],
            new[] { disputed.Forwarded!, disputed.Reply!, disputed.Closing! });
        Assert.Equal((false, Now.AddDays(3)), (disputed.IsOpen, disputed.ClosedAt));
    }

    [Fact]
    public void It_says_what_is_wrong_needs_no_evidence_and_is_the_only_one_of_its_kind()
    {
        Assert.Equal([ResultCaseRules.HasItem], Forbids(() => ResultCase.Open(Villager(), ResultCaseKind.Correction, "", "车票", [], Clerk, Now)));
        var open = Opened(ResultCaseKind.Correction);
        Assert.Equal("", open.Evidence);

        Assert.Equal([ResultCaseRules.OneOpen], Forbids(() => ResultCase.Open(Villager(), ResultCaseKind.Correction, "还有一处", "", [open], Clerk, Now)));
        Assert.True(ResultCase.Open(Villager(), ResultCaseKind.Verification, "核验", "", [open], Clerk, Now).IsOpen);
        open.Close("本人撤回", Clerk, Now);
        Assert.True(ResultCase.Open(Villager(), ResultCaseKind.Correction, "还有一处", "", [open], Clerk, Now).IsOpen);
    }

    [Fact]
    public void No_step_is_empty_and_what_is_closed_stays_closed()
    {
        var disputed = Opened(ResultCaseKind.Correction);

        Assert.Equal([ResultCaseRules.ForwardedToNamed], Forbids(() => disputed.Forward("", Clerk, Now)));
        Assert.Equal([ResultCaseRules.HasReply], Forbids(() => disputed.Answer("", Clerk, Now)));
        Assert.Equal([ResultCaseRules.HasOutcome], Forbids(() => disputed.Close("", Clerk, Now)));

        disputed.Close("平台已改正", Clerk, Now);
        Assert.All(
            new Action[] { () => disputed.Forward("县政务服务中心", Clerk, Now), () => disputed.Answer("改", Clerk, Now), () => disputed.Close("又结", Clerk, Now) },
            step => Assert.Equal([ResultCaseRules.StillOpen], Forbids(step)));
    }

    [Theory]
    [InlineData(HealthCodeResult.Notice, true)]
    [InlineData(HealthCodeResult.Yellow, true)]
    [InlineData(HealthCodeResult.Red, true)]
    [InlineData(HealthCodeResult.Green, false)]
    [InlineData(HealthCodeResult.NothingFound, false)]
    public void Hebei_calls_for_a_verification_of_what_is_not_clear(HealthCodeResult result, bool isCalledFor)
    {
        var called = ResultCase.CalledForBy(Official(result), Villager(), [], Hebei.Pack.HealthCode);

        Assert.Equal(isCalledFor ? ResultCaseKind.Verification : null, called?.Kind);
        Assert.Null(ResultCase.CalledForBy(Official(result), Villager(), [Opened(ResultCaseKind.Verification)], Hebei.Pack.HealthCode));
    }

    [Fact]
    public void Elsewhere_no_result_calls_for_one() =>
        Assert.All(Enum.GetValues<HealthCodeResult>(), result => Assert.All(
            (RulePack[])[Ningxia.Pack, Hainan.Pack, National.Pack], pack => Assert.Null(ResultCase.CalledForBy(Official(result), Villager(), [], pack.HealthCode))));

    private static ResultCase Opened(ResultCaseKind kind) => ResultCase.Open(Villager(), kind, "说他同乘火车，他那天在家", "", [], Clerk, Now);

    private static OfficialResult Official(HealthCodeResult result) => new(result, OfficialSource.ShownByFamily, Now, Clerk, "本人");

    private static Resident Villager() => Resident.Enter(Office(), new() { Person = Applicant }, Today);
}
