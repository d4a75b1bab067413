namespace HealthCode.Domain.Rules;

/// <summary>条款 — one clause or condition of a rule pack: a possible ground of refusal.</summary>
/// <param name="Number">Its number in the notice, from 1.</param>
/// <param name="Code">e.g. <c>63-1-2-5</c>; kept in records and reports.</param>
/// <param name="Topic">Short title for lists.</param>
/// <param name="Citation">Source and official wording.</param>
/// <param name="PlainWords">The same in plain Chinese for applicants.</param>
/// <param name="WhatToBring">What to bring or do before coming back; says nothing about when, which is computed.</param>
/// <param name="Days">Number of days the clause requires, or null.</param>
public sealed record PackClause(
    int Number, string Code, string Topic, Citation Citation, string PlainWords, string WhatToBring, int? Days)
{
    /// <summary>Label of a condition on the review page; defaults to the wording of the notice.</summary>
    public string Label { get => field ?? Citation.Quote; init; }

    /// <summary>What must have come about before the ground no longer applies, without a day, e.g. 症状消失.</summary>
    public string Awaits { get => field ?? Topic; init; }

    /// <summary>Label on the review page of the day from which days are counted, e.g. 返宁日期; empty if none is asked for.</summary>
    public string DayLabel { get; init; } = "";
}
