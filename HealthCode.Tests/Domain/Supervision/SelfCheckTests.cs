using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Supervision;

/// <summary>自查表: five problems, what was seen, what was put right.</summary>
public sealed class SelfCheckTests
{
    private static readonly int Questions = Pack.Supervision.SelfCheck.Count;

    [Fact]
    public void The_five_problems_of_the_notice_each_have_an_answer_and_what_was_seen()
    {
        var check = Entered(SupervisedOffice.Findings(5, null, Today));

        Assert.Equal(["73-3-1", "73-3-2", "73-3-3", "73-3-4", "73-3-5"], check.Answers.Select(answer => answer.Code));
        Assert.All(check.Answers, answer => Assert.False(answer.HasProblem));
        Assert.Equal(("宁疫指办发〔2020〕73号 三", 0), (check.Source, check.ProblemsLeft));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void A_check_of_tomorrow_is_none(int days, bool isForbidden)
    {
        var on = Today.AddDays(days);
        void Enter() => SelfCheck.Enter(Office(), on, "王秀兰", SupervisedOffice.Findings(5, null, on), Pack, Clerk, Now);

        if (isForbidden)
        {
            Assert.Equal([SelfCheckRules.NotInFuture], Forbids(Enter));
        }
        else
        {
            Enter();
        }
    }

    [Fact]
    public void Nobody_named_nothing_answered_and_nothing_seen_are_each_said_where_they_are_missing()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => SelfCheck.Enter(Office(), Today, "", [.. Enumerable.Repeat(new SelfCheckFinding(null, "", null), Questions)], Pack, Clerk, Now)).Breaches;

        Assert.Equal(1 + (2 * Questions), broken.Count);
        Assert.Contains(broken, breach => breach.Rule == SelfCheckRules.CheckerNamed && breach.Field == new Field(SelfCheckField.CheckedBy));
        Assert.Contains(broken, breach => breach.Rule == SelfCheckRules.EveryQuestionAnswered && breach.Field == new Field(SelfCheckField.HasProblem, 3));
        Assert.Contains(broken, breach => breach.Rule == SelfCheckRules.HasEvidence && breach.Field == new Field(SelfCheckField.Evidence, 5));
    }

    [Theory]
    [InlineData(true, null, "self-check-remedy-by")]
    [InlineData(true, -1, "self-check-remedy-by")]
    [InlineData(true, 0, null)]
    [InlineData(false, 3, "self-check-no-remedy")]
    [InlineData(false, null, null)]
    public void A_problem_and_only_a_problem_has_a_day_by_which_it_is_put_right(bool hasProblem, int? days, string? forbidden)
    {
        var findings = SupervisedOffice.Findings(5, null, Today).Select((finding, place) => place == 2 ? new(hasProblem, "公告栏是空的", days is { } after ? Today.AddDays(after) : null) : finding).ToList();
        void Enter() => Entered(findings);

        if (forbidden is null)
        {
            Enter();
        }
        else
        {
            Assert.Equal([forbidden], Forbids(Enter).Select(rule => rule.Code));
        }
    }

    [Fact]
    public void What_was_put_right_stands_beside_the_sheet_and_changes_nothing_on_it()
    {
        var check = Entered(SupervisedOffice.Findings(5, 1, Today));
        var answers = check.Answers;
        Assert.Equal(["73-3-2"], check.Left.Select(answer => answer.Code));

        check.PutRight("73-3-2", Today.AddDays(1), "措施贴在公告栏", Reviewer, Now.AddDays(1));

        Assert.Same(answers, check.Answers);
        Assert.Equal((0, new Remedy("73-3-2", Today.AddDays(1), "措施贴在公告栏", Reviewer, Now.AddDays(1))), (check.ProblemsLeft, check.RemedyOf("73-3-2")));
        Assert.Equal([SelfCheckRules.StillAProblem], Forbids(() => check.PutRight("73-3-2", Today.AddDays(1), "又贴了", Clerk, Now.AddDays(1))));
        Assert.Equal([SelfCheckRules.StillAProblem], Forbids(() => check.PutRight("73-3-1", Today.AddDays(1), "没有的问题", Clerk, Now.AddDays(1))));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void It_is_put_right_between_the_check_and_today(int days, bool isForbidden)
    {
        var check = Entered(SupervisedOffice.Findings(5, 1, Today));
        void PutRight() => check.PutRight("73-3-2", Today.AddDays(days), "贴了", Clerk, Now.AddDays(2));

        if (isForbidden)
        {
            Assert.Equal([SelfCheckRules.RemedyAfterCheck], Forbids(PutRight));
        }
        else
        {
            PutRight();
            Assert.Equal(0, check.ProblemsLeft);
        }

        Assert.Equal([SelfCheckRules.RemedySaysHow], Forbids(() => Entered(SupervisedOffice.Findings(5, 1, Today)).PutRight("73-3-2", Today, "", Clerk, Now)));
    }

    private static SelfCheck Entered(IReadOnlyList<SelfCheckFinding> findings) => SelfCheck.Enter(Office(), Today, "王秀兰", findings, Pack, Clerk, Now);
}
