namespace HealthCode.Domain.Rules;

/// <summary>规则包 — what one province's notices say, as dated data: clauses, windows, days and wording.</summary>
/// <remarks>A pack is read by one engine; adding a province is adding a pack (rule-table D7).</remarks>
public sealed record RulePack
{
    /// <summary>e.g. <c>ningxia</c>.</summary>
    public required string Code { get; init; }

    /// <summary>e.g. 宁夏.</summary>
    public required string Name { get; init; }

    /// <summary>The first day this version is in force.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day this version is in force, or null while it is.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>有效期, in days after the issue day: last valid day = issue day + this (rule-table G3, D2). 0 where no cards are issued.</summary>
    public required int ValidityDays { get; init; }

    /// <summary>有效期怎么数, in words for a reader; empty where no cards are issued.</summary>
    public string ValiditySentence => ValidityDays == 0 ? ""
        : $"有效期 {ValidityDays} 天，核发那天不算，从第二天数起：最后一天是核发日期加 {ValidityDays} 天，当天仍然有效。";

    /// <summary>Days of residence in a low-risk area that 1.1 asks for; 以上 includes the day itself (G6). 0 where no cards are issued.</summary>
    public required int ResidenceDays { get; init; }

    /// <summary>Where the validity comes from; null where no cards are issued.</summary>
    public Citation? Validity { get; init; }

    /// <summary>What is written down of somebody who may pass a gate (rule-table G15).</summary>
    public required PassageKeeping Passages { get; init; }

    /// <summary>Where <see cref="Passages"/> comes from.</summary>
    public required Citation PassagesCitation { get; init; }

    /// <summary>Whether the notices know a 健康通行卡 at all; where they do not, gates are kept and nothing else.</summary>
    public bool IssuesPasses => Clauses.Count > 0;

    /// <summary>The five clauses, in the notice's order; empty where no cards are issued.</summary>
    public required IReadOnlyList<PackClause> Clauses { get; init; }

    /// <summary>The conditions of 1.1, in the notice's order; empty where no cards are issued.</summary>
    public required IReadOnlyList<PackClause> Conditions { get; init; }

    /// <summary>The clause with this number of the notice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pack has no such clause.</exception>
    public PackClause Clause(int number) => Numbered(Clauses, number);

    /// <summary>The condition with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pack has no such condition.</exception>
    public PackClause Condition(int number) => Numbered(Conditions, number);

    private static PackClause Numbered(IReadOnlyList<PackClause> clauses, int number) =>
        clauses.FirstOrDefault(clause => clause.Number == number)
        ?? throw new ArgumentOutOfRangeException(nameof(number), number, "no clause of this number in the pack");
}
