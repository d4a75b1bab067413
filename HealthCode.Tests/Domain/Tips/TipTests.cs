using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using static HealthCode.Tests.Support.LawfulCase;
using static HealthCode.Tests.Support.TipCase;

namespace HealthCode.Tests.Domain.Tips;

/// <summary>线索、监督举报: what is told, and every step in every state.</summary>
public sealed class TipTests
{
    private static readonly Dictionary<string, Action<Tip>> Verbs = new()
    {
        ["correct"] = tip => tip.Correct(Gathering, "听错了", null, Terms, Clerk, Now),
        ["dispatch"] = tip => tip.Dispatch(Area(), tip.DispatchedAt, Reviewer, Now),
        ["visit"] = tip => tip.NoteVisit(Now, Now),
        ["feedback"] = tip => tip.NoteFeedback("已劝散", false, Clerk, Now),
        ["report"] = tip => tip.Report("镇里", Now, Clerk, Now),
        ["link"] = tip => tip.LinkTo(At(TipState.Received, number: 9), false),
        ["separate"] = tip => tip.Separate(),
    };

    [Theory]
    [InlineData("correct", "Received", null)]
    [InlineData("correct", "Dispatched", "tip-correct")]
    [InlineData("correct", "Visited", "tip-correct")]
    [InlineData("correct", "Answered", "tip-correct")]
    [InlineData("correct", "Reported", "tip-correct")]
    [InlineData("correct", "Linked", "tip-correct")]
    [InlineData("dispatch", "Received", null)]
    [InlineData("dispatch", "Dispatched", null)]
    [InlineData("dispatch", "Visited", "tip-dispatch")]
    [InlineData("dispatch", "Answered", "tip-dispatch")]
    [InlineData("dispatch", "Reported", "tip-dispatch")]
    [InlineData("dispatch", "Linked", "tip-dispatch")]
    [InlineData("visit", "Received", "tip-visit")]
    [InlineData("visit", "Dispatched", null)]
    [InlineData("visit", "Visited", "tip-visit")]
    [InlineData("visit", "Answered", "tip-visit")]
    [InlineData("visit", "Reported", "tip-visit")]
    [InlineData("visit", "Linked", "tip-visit")]
    [InlineData("feedback", "Received", "tip-feedback")]
    [InlineData("feedback", "Dispatched", "tip-feedback")]
    [InlineData("feedback", "Visited", null)]
    [InlineData("feedback", "Answered", "tip-feedback-once")]
    [InlineData("feedback", "Reported", "tip-feedback-once")]
    [InlineData("feedback", "Linked", "tip-feedback-once")]
    [InlineData("report", "Received", "tip-report")]
    [InlineData("report", "Dispatched", "tip-report")]
    [InlineData("report", "Visited", "tip-report")]
    [InlineData("report", "Answered", null)]
    [InlineData("report", "Reported", "tip-report")]
    [InlineData("report", "Linked", "tip-report")]
    [InlineData("link", "Received", null)]
    [InlineData("link", "Dispatched", "tip-link")]
    [InlineData("link", "Visited", "tip-link")]
    [InlineData("link", "Answered", "tip-link")]
    [InlineData("link", "Reported", "tip-link")]
    [InlineData("link", "Linked", "tip-link")]
    [InlineData("separate", "Received", "tip-separate")]
    [InlineData("separate", "Dispatched", "tip-separate")]
    [InlineData("separate", "Visited", "tip-separate")]
    [InlineData("separate", "Answered", "tip-separate")]
    [InlineData("separate", "Reported", "tip-separate")]
    [InlineData("separate", "Linked", null)]
    public void Every_step_in_every_state_is_taken_or_refused_with_its_sentence(string verb, string state, string? broken)
    {
        var tip = At(Enum.Parse<TipState>(state));
        var before = tip.State;
        if (broken is null)
        {
            Verbs[verb](tip);
            return;
        }

        Assert.Equal([broken], Forbids(() => Verbs[verb](tip)).Select(rule => rule.Code));
        Assert.Equal(before, tip.State);
    }

    [Fact]
    public void Two_dispatchers_send_one()
    {
        var tip = At(TipState.Received);
        tip.Dispatch(Area(), null, Reviewer, Now);

        Assert.Equal([TipRules.NotDispatchedMeanwhile], Forbids(() => tip.Dispatch(Area(), null, Reviewer, Now.AddMinutes(1))));
        tip.Dispatch(Area(), tip.DispatchedAt, Reviewer, Now.AddMinutes(2));
        Assert.Equal(Now.AddMinutes(2), tip.DispatchedAt);
    }

    [Theory]
    [InlineData(TipState.Dispatched, true)]
    [InlineData(TipState.Visited, true)]
    [InlineData(TipState.Answered, false)]
    [InlineData(TipState.Reported, false)]
    public void A_double_goes_only_with_one_to_which_somebody_still_goes(TipState state, bool holds) =>
        Assert.Equal(holds ? TipState.Linked : TipState.Received, Linked(At(state)).State);

    private static Tip Linked(Tip other)
    {
        var tip = At(TipState.Received, number: 2);
        if (other.State is TipState.Answered or TipState.Reported)
        {
            Assert.Equal([TipRules.LinkedToOpen], Forbids(() => tip.LinkTo(other, false)));
        }
        else
        {
            tip.LinkTo(other, false);
        }

        return tip;
    }

    [Fact]
    public void It_goes_from_the_desk_to_the_township_and_says_who_and_when()
    {
        var tip = At(TipState.Reported, isSuspected: true);

        Assert.Equal(
            (TipState.Reported, "3组", "马晓燕", Reviewer, "已劝散", true, "镇疫情防控指挥部", null),
            (tip.State, tip.Dispatched!.Area, tip.Dispatched.Worker.Value, tip.Dispatched.By, tip.Feedback!.Words, tip.IsSuspected, tip.Reported!.Words, tip.DueAt));
        Assert.Equal(
            [Now.AddHours(-5), Now.AddHours(-4), Now.AddHours(-3), Now.AddHours(-2), Now.AddHours(-1)],
            new[] { tip.ReceivedAt, tip.DispatchedAt!.Value, tip.VisitedAt!.Value, tip.FeedbackAt!.Value, tip.ReportedAt!.Value });
    }

    [Fact]
    public void The_reporter_and_whom_it_is_about_may_stay_unknown()
    {
        var tip = At(TipState.Received, Clue with { Suspect = null, Description = "" }, Unknown);

        Assert.Equal((false, null, null, null), (tip.IsNamed, tip.Reporter.Name, tip.Reporter.Phone, tip.Suspect));
        // A telephone alone is no name.
        Assert.False(At(TipState.Received, reporter: Named with { Name = null }).IsNamed);
    }

    [Fact]
    public void What_is_missing_is_said_all_at_once()
    {
        Assert.Equal([TipRules.KindChosen, TipRules.PlaceNamed], Broken(Clue with { Kind = null, Place = "" }));
        Assert.Equal([TipRules.ConditionChosen], Broken(Clue with { Condition = "" }));
        Assert.Equal([TipRules.TopicChosen, TipRules.IsDescribed], Broken(Gathering with { Topic = "赌博", Description = "" }));
        Assert.Equal([TipRules.SuspectOfClueOnly], Broken(Gathering with { Suspect = Clue.Suspect }));
        Assert.Empty(Broken(Clue with { Topic = "哄抬物价" }));
        Assert.Equal("", At(TipState.Received, Clue with { Topic = "哄抬物价" }).Topic);
    }

    [Fact]
    public void A_correction_says_why_and_keeps_what_stood_there()
    {
        var tip = At(TipState.Received);
        Assert.Equal([TipRules.CorrectionExplained], Forbids(() => tip.Correct(Clue with { Place = "5组" }, "", null, Terms, Clerk, Now)));

        tip.Correct(Clue with { Place = "5组" }, "地点听错了", null, Terms, Clerk, Now);

        Assert.Equal(("5组", "place:5组", null), (tip.Place, tip.PlaceKey, tip.AreaId));
        Assert.Equal((Clue, "地点听错了", Clerk, Now), (tip.Corrections[0].Before, tip.Corrections[0].Reason, tip.Corrections[0].By, tip.Corrections[0].At));
        Assert.Equal(ReporterName, tip.Reporter.Name!.Value);
    }

    [Fact]
    public void Nobody_is_sent_who_has_left_and_nobody_without_an_area()
    {
        var (tip, area) = (At(TipState.Received), Area());
        area.Leave(Today, Today);

        Assert.Equal([TipRules.WorkerStillThere], Forbids(() => tip.Dispatch(area, tip.DispatchedAt, Reviewer, Now)));
        Assert.Equal([TipRules.AreaChosen], Forbids(() => tip.Dispatch(null, tip.DispatchedAt, Reviewer, Now)));
        Assert.Equal(TipState.Received, tip.State);
    }

    [Fact]
    public void Who_is_sent_instead_counts_and_the_first_dispatch_is_remembered()
    {
        var tip = At(TipState.Dispatched);
        tip.Dispatch(Area(name: "5组", worker: "纳小军"), tip.DispatchedAt, Reviewer, Now);

        Assert.Equal(("5组", Now, Now.AddHours(-4)), (tip.Dispatched!.Area, tip.DispatchedAt, tip.FirstDispatchedAt));
    }

    [Theory]
    [InlineData(-61, true)]
    [InlineData(-60, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Nobody_is_there_before_he_was_sent_nor_after_now(int minutes, bool isForbidden)
    {
        // Sent an hour ago, and some seconds later than what can be typed.
        var tip = At(TipState.Received);
        tip.Dispatch(Area(), tip.DispatchedAt, Reviewer, Now.AddHours(-1).AddSeconds(20));
        void Visit() => tip.NoteVisit(Now.AddMinutes(minutes), Now);

        Assert.Equal(isForbidden ? [TipRules.VisitAfterDispatch] : [], isForbidden ? Forbids(Visit) : Taken(Visit));
    }

    [Fact]
    public void A_feedback_says_what_was_found_and_whether_anybody_is_suspected() =>
        Assert.Equal([TipRules.HasFeedback, TipRules.SuspicionAnswered], Forbids(() => At(TipState.Visited).NoteFeedback("", null, Clerk, Now)));

    [Theory]
    [InlineData(-181, true)]
    [InlineData(-180, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_report_goes_to_somebody_after_the_visit_and_not_tomorrow(int minutes, bool isForbidden)
    {
        var tip = At(TipState.Answered);
        void Report() => tip.Report("镇里", Now.AddMinutes(minutes), Clerk, Now);
        Assert.Equal([TipRules.ReportedToNamed], Forbids(() => tip.Report("", Now, Clerk, Now)));

        Assert.Equal(isForbidden ? [TipRules.ReportAfterVisit] : [], isForbidden ? Forbids(Report) : Taken(Report));
    }

    [Fact]
    public void A_double_goes_with_the_first_without_chains_and_circles()
    {
        var (first, second, third) = (At(TipState.Dispatched, number: 1), At(TipState.Received, number: 2), At(TipState.Received, number: 3));
        second.LinkTo(first, false);

        Assert.Equal((TipState.Linked, null), (second.State, second.DueAt));
        Assert.Equal([TipRules.NoChain], Forbids(() => third.LinkTo(second, false)));
        Assert.Equal([TipRules.NoChain], Forbids(() => third.LinkTo(first, hasDoubles: true)));
        Assert.Equal([TipRules.LinkedToAnother], Forbids(() => third.LinkTo(third, false)));
        second.Separate();
        Assert.Equal((TipState.Received, second.DispatchDueAt, null), (second.State, second.DueAt, second.LinkedToId));
    }

    private static IReadOnlyList<Rule> Broken(TipContent content) => [.. TipRules.Validate(content, Terms).Select(breach => breach.Rule)];

    private static IReadOnlyList<Rule> Taken(Action verb)
    {
        verb();
        return [];
    }
}
