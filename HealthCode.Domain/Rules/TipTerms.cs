namespace HealthCode.Domain.Rules;

/// <summary>线索与监督举报的规定 — what a province's notices say of tips: the four conditions of somebody who is told of, the kinds of what people report, and who
/// looks into it. A province whose notices know no such desk has none (DECISIONS.md D67).</summary>
public sealed record TipTerms
{
    /// <summary>身体状况: the four of the notice, the last one for none of the others.</summary>
    public required IReadOnlyList<TipCondition> Conditions { get; init; }

    /// <summary>Source of <see cref="Conditions"/>.</summary>
    public required Citation ConditionsCitation { get; init; }

    /// <summary>上报类型: the kinds of the notice, the last one for its 等.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Source of <see cref="Topics"/>.</summary>
    public required Citation TopicsCitation { get; init; }

    /// <summary>Source of 派发, 上门核查, 反馈 and 上报.</summary>
    public required Citation Handling { get; init; }

    /// <summary>The condition with this code; null if there is none.</summary>
    public TipCondition? Condition(string? code) => Conditions.FirstOrDefault(condition => condition.Code == code);
}

/// <summary>一种身体状况.</summary>
/// <param name="Code">Stable; stored with the tip.</param>
/// <param name="Text">In the notice's words, as far as its copy is legible.</param>
public sealed record TipCondition(string Code, string Text);
