using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>条款认定 — what the reviewer found on one of the five clauses, with the dates it needs.</summary>
/// <param name="Clause">Which.</param>
public sealed record ClauseFinding(RefusalClause Clause)
{
    /// <summary>Whether the clause applies; null while not looked at.</summary>
    public bool? Applies { get; init; }

    /// <summary>Where the observation began: ① 治愈出院日期, ③ ④ 隔离开始日期.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>③ the day of return, ④ of contact; see <c>PackClause.DayLabel</c>.</summary>
    public DateOnly? HappenedOn { get; init; }

    /// <summary>② 解除隔离医学观察日期; may lie ahead.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>⑤ what is present now.</summary>
    public PresentSymptom Symptoms { get; init; }

    /// <summary>所见材料或说明: the document seen, or the township's answer where the notice is silent (DECISIONS.md D12).</summary>
    public string Basis { get; init; } = "";

    /// <summary>The days counted, when the clause counts days and a date is known: from the isolation, else from the event.</summary>
    public DayCount? Count(RulePack pack, DateOnly today) =>
        pack.Clause((int)Clause).Days is { } days && (StartedOn ?? HappenedOn) is { } first
            ? new(first, days, today)
            : null;

    /// <summary>Whether the dates say that observation is over: true over, false not over, null when they say nothing.</summary>
    public bool? IsOver(RulePack pack, DateOnly today) => Clause switch
    {
        RefusalClause.CloseContact => ReleasedOn is null ? null : ReleasedOn <= today,
        RefusalClause.Symptoms => null,
        _ => Count(pack, today)?.IsFull,
    };
}
