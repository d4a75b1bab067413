using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>何时再来 — tells a refused applicant when to apply again and what to do first. Every paper, page, report and reading takes its words from
/// here, so that none contradicts another: only <see cref="Words"/> says when, a step never does.</summary>
/// <param name="EarliestOn">The latest of the days known, before which it is of no use to come; null if no ground has a day after the decision.</param>
/// <param name="Awaited">What else must have come about, of which no day is known, in the order of the grounds.</param>
/// <param name="Elsewhere">What to do instead of coming back here, e.g. 到现在居住地的村（居）委会办; empty if here is the place.</param>
/// <param name="Steps">One sentence per ground, in the order of the grounds: what must have come about, its day if known, what to bring.</param>
public sealed record EarliestReapplication(DateOnly? EarliestOn, IReadOnlyList<string> Awaited, string Elsewhere, IReadOnlyList<string> Steps)
{
    /// <summary>Caption of <see cref="Words"/>.</summary>
    public string Caption => Elsewhere.Length > 0 ? "到哪里办、什么时候办" : EarliestOn is null ? "什么时候再来" : "最早再来的日子";

    /// <summary>When, in the fewest words, for a box: 2020年3月19日，还要等症状消失.</summary>
    public string Words => (Elsewhere.Length > 0, EarliestOn) switch
    {
        (true, { } day) => $"{day.Chinese()}起，{Waiting("还要等")}{Elsewhere}",
        (true, null) => $"不用再来这里，{Waiting("等")}{Elsewhere}",
        (false, { } day) => $"{day.Chinese()}{(Awaited.Count > 0 ? "，还要等" + Listed : "")}",
        (false, null) => Awaited.Count > 0 ? $"等{Listed}，就可以来" : "随时可以再来",
    };

    /// <summary>The same as a sentence, for a page or to be read aloud.</summary>
    public string Sentence => this is { Elsewhere: "", EarliestOn: { } day }
        ? $"最早 {day.Chinese()} 可以再来{(Awaited.Count > 0 ? "，还要等" + Listed : "")}。"
        : Words + "。";

    private string Listed => string.Join('、', Awaited);

    /// <summary>Computes it from the findings of a refusal.</summary>
    public static EarliestReapplication After(ReviewFindings findings, RulePack pack, DateOnly decidedOn)
    {
        Ground[] grounds =
        [
            .. findings.AppliedClauses.Select(clause => new Ground(pack.Clause((int)clause), DayOf(findings.FindingFor(clause), pack), false)),
            .. findings.FailedConditions.Select(condition => new Ground(pack.Condition((int)condition), DayOf(condition, findings, pack), condition == EligibilityCondition.ManagedHere)),
        ];
        return new(
            grounds.Where(ground => ground.Day > decidedOn).Max(ground => ground.Day),
            [.. grounds.Where(ground => !ground.IsElsewhere && !(ground.Day > decidedOn)).Select(ground => ground.Text.Awaits)],
            grounds.FirstOrDefault(ground => ground.IsElsewhere)?.Text.Awaits ?? "",
            [.. grounds.Select(ground => ground.Step(decidedOn))]);
    }

    /// <summary>The first day on which the clause can no longer refuse; null if it depends on a recovery, a release or symptoms.</summary>
    private static DateOnly? DayOf(ClauseFinding finding, RulePack pack) => finding.Clause switch
    {
        RefusalClause.Symptoms => null,
        RefusalClause.CloseContact => finding.ReleasedOn,
        _ => (finding.StartedOn ?? finding.HappenedOn)?.AddDays(pack.Clause((int)finding.Clause).Days!.Value),
    };

    private static DateOnly? DayOf(EligibilityCondition condition, ReviewFindings findings, RulePack pack) =>
        condition == EligibilityCondition.LowRiskResidence ? findings.ResidentSince?.AddDays(pack.Pass.ResidenceDays) : null;

    private string Waiting(string word) => Awaited.Count > 0 ? $"{word}{Listed}，" : "";

    private sealed record Ground(PackClause Text, DateOnly? Day, bool IsElsewhere)
    {
        public string Step(DateOnly decidedOn) => IsElsewhere ? Text.WhatToBring
            : $"{Text.Awaits}{(Day is { } day && day > decidedOn ? $"（{day.Chinese()}）" : "")}。{Text.WhatToBring}";
    }
}
