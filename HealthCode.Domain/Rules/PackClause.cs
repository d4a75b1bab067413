namespace HealthCode.Domain.Rules;

/// <summary>条款 — one ground on which a rule pack lets a committee refuse.</summary>
/// <param name="Number">Its number in the notice, from 1.</param>
/// <param name="Code">e.g. <c>63-1-2-5</c>; kept in records and reports.</param>
/// <param name="Topic">A few characters for lists.</param>
/// <param name="Citation">The wording.</param>
/// <param name="PlainWords">The same for somebody who does not read notices.</param>
/// <param name="WhatToBring">What to bring or do before coming back.</param>
/// <param name="Days">The days the clause counts, or null when it counts none.</param>
public sealed record PackClause(
    int Number, string Code, string Topic, Citation Citation, string PlainWords, string WhatToBring, int? Days)
{
    /// <summary>As the review page asks for a condition; the notice's wording where nothing else is said.</summary>
    public string Label { get => field ?? Citation.Quote; init; }

    /// <summary>What the review page calls the day the ground counts from, e.g. 返宁日期; empty where it asks for none.</summary>
    public string DayLabel { get; init; } = "";
}
