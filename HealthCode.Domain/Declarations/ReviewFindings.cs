namespace HealthCode.Domain.Declarations;

/// <summary>审核认定 — the committee's part of the form: (10) to (12), the five clauses, and the three conditions of 63号 一(一).</summary>
public sealed record ReviewFindings
{
    /// <summary>(10) 体温; null if not measured yet.</summary>
    public TemperatureReading? Temperature { get; init; }

    /// <summary>(11) 是否连续 14 天居住在该社区（村）. 否 alone is no ground of refusal (DECISIONS.md D15).</summary>
    public bool? LivedHere { get; init; }

    /// <summary>(12) 当前是否属于隔离观察人员. 是 requires one of clauses 1 to 4 to apply.</summary>
    public bool? UnderIsolation { get; init; }

    /// <summary>在本省低风险地区居住满所要求的天数.</summary>
    public bool? LowRiskResidence { get; init; }

    /// <summary>First day of residence in a low-risk area of the province.</summary>
    public DateOnly? ResidentSince { get; init; }

    /// <summary>接受居住地村（社区）管理.</summary>
    public bool? ManagedHere { get; init; }

    /// <summary>有外出需要.</summary>
    public bool? NeedsToGoOut { get; init; }

    /// <summary>One finding for each of the five clauses.</summary>
    public IReadOnlyList<ClauseFinding> Clauses { get; init; } = [.. Enum.GetValues<RefusalClause>().Select(clause => new ClauseFinding(clause))];

    /// <summary>The finding on a clause.</summary>
    public ClauseFinding FindingFor(RefusalClause clause) => Clauses.Single(finding => finding.Clause == clause);

    /// <summary>The clauses found to apply: grounds of a refusal.</summary>
    public IReadOnlyList<RefusalClause> AppliedClauses => [.. Clauses.Where(f => f.Applies == true).Select(f => f.Clause)];

    /// <summary>The conditions found not to be met: also grounds of a refusal.</summary>
    public IReadOnlyList<EligibilityCondition> FailedConditions =>
        [.. Enum.GetValues<EligibilityCondition>().Where(condition => this[condition] == false)];

    /// <summary>The finding on a condition.</summary>
    public bool? this[EligibilityCondition condition] => condition switch
    {
        EligibilityCondition.LowRiskResidence => LowRiskResidence,
        EligibilityCondition.ManagedHere => ManagedHere,
        EligibilityCondition.NeedsToGoOut => NeedsToGoOut,
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };
}
