using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>何时再来 — tells a refused applicant the earliest day to apply again and what to do first.</summary>
/// <param name="EarliestOn">First day on which none of the grounds applies, or null if a date is unknown.</param>
/// <param name="Steps">One sentence per ground, in the order of the grounds.</param>
public sealed record EarliestReapplication(DateOnly? EarliestOn, IReadOnlyList<string> Steps)
{
    /// <summary>Computes it from the findings of a refusal.</summary>
    public static EarliestReapplication After(ReviewFindings findings, RulePack pack, DateOnly decidedOn)
    {
        var clauses = findings.AppliedClauses.Select(clause => On(findings.FindingFor(clause), pack.Clause((int)clause), decidedOn));
        var conditions = findings.FailedConditions.Select(condition => On(condition, findings, pack, decidedOn));
        var steps = clauses.Concat(conditions).ToArray();
        return new(
            steps.Length == 0 || steps.Any(step => step.Day is null) ? null : steps.Max(step => step.Day),
            [.. steps.Select(step => step.Sentence)]);
    }

    private static (DateOnly? Day, string Sentence) On(ClauseFinding finding, PackClause clause, DateOnly decidedOn) => finding.Clause switch
    {
        RefusalClause.Symptoms => (decidedOn, clause.WhatToBring),
        RefusalClause.CloseContact => (finding.ReleasedOn, clause.WhatToBring),
        _ => ((finding.StartedOn ?? finding.HappenedOn)?.AddDays(clause.Days!.Value), clause.WhatToBring),
    };

    private static (DateOnly? Day, string Sentence) On(EligibilityCondition condition, ReviewFindings findings, RulePack pack, DateOnly decidedOn)
    {
        var text = pack.Condition((int)condition);
        return (condition == EligibilityCondition.LowRiskResidence ? findings.ResidentSince?.AddDays(pack.Pass.ResidenceDays) : decidedOn, text.WhatToBring);
    }
}
