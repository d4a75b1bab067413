using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>条款认定 — the reviewer's finding on one of the five clauses, with the relevant dates.</summary>
/// <param name="Clause">The clause.</param>
public sealed record ClauseFinding(RefusalClause Clause)
{
    /// <summary>True if the clause applies; null if not answered yet.</summary>
    public bool? Applies { get; init; }

    /// <summary>First day of the observation: ① 治愈出院日期, ③ ④ 隔离开始日期.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Day of return (③) or of contact (④), see <c>PackClause.DayLabel</c>.</summary>
    public DateOnly? HappenedOn { get; init; }

    /// <summary>② 解除隔离医学观察日期; may be in the future.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>⑤ symptoms present now.</summary>
    public PresentSymptom Symptoms { get; init; }

    /// <summary>所见材料或说明: the document seen, or the township's answer where the notice gives no rule (DECISIONS.md D12).</summary>
    public string Basis { get; init; } = "";

    /// <summary>Days since <see cref="StartedOn"/>, else <see cref="HappenedOn"/>; null if the clause has no period or both are null.</summary>
    public DayCount? Count(RulePack pack, DateOnly today) =>
        pack.Clause((int)Clause).Days is { } days && (StartedOn ?? HappenedOn) is { } first
            ? new(first, days, today)
            : null;

    /// <summary>True if by the dates the observation is over, false if not, null if the dates do not tell.</summary>
    public bool? IsOver(RulePack pack, DateOnly today) => Clause switch
    {
        RefusalClause.CloseContact => ReleasedOn is null ? null : ReleasedOn <= today,
        RefusalClause.Symptoms => null,
        _ => Count(pack, today)?.IsFull,
    };
}
