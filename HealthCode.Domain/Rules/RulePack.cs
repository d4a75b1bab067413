namespace HealthCode.Domain.Rules;

/// <summary>规则包 — what one province's notices say, as dated data. The engine reads it and asks for no province by name.</summary>
public sealed record RulePack
{
    private readonly PassTerms? _pass;

    /// <summary>e.g. <c>ningxia</c>; stored with each office.</summary>
    public required string Code { get; init; }

    /// <summary>e.g. 宁夏.</summary>
    public required string Name { get; init; }

    /// <summary>The first two figures of its division codes (GB/T 2260); empty where offices of any province may work by it.</summary>
    public string DivisionCode { get; init; } = "";

    /// <summary>The notice it rests on.</summary>
    public required string Notice { get; init; }

    /// <summary>The first day this version is in force; it is until the next one begins.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Whether the notices know a 健康通行卡; where they do not there is the official code alone, and the office keeps gates only.</summary>
    public bool IssuesPasses => _pass is not null;

    /// <summary>What the notices say of the card.</summary>
    /// <exception cref="InvalidOperationException">They know none, see <see cref="IssuesPasses"/>.</exception>
    public PassTerms Pass
    {
        get => _pass ?? throw new InvalidOperationException($"'{Code}' issues no passes");
        init => _pass = value;
    }

    /// <summary>The five clauses, in the notice's order; empty where no cards are issued.</summary>
    public IReadOnlyList<PackClause> Clauses => _pass?.Clauses ?? [];

    /// <summary>The three conditions, in the notice's order; empty where no cards are issued.</summary>
    public IReadOnlyList<PackClause> Conditions => _pass?.Conditions ?? [];

    /// <summary>What is written down of somebody who may pass a gate.</summary>
    public required PassageKeeping Passages { get; init; }

    /// <summary>Where <see cref="Passages"/> comes from.</summary>
    public required Citation PassagesCitation { get; init; }

    /// <summary>The official code of the gates themselves, scanned at airports, stations and the border of the province; null where the notices know none.</summary>
    public string? GateCode { get; init; }

    /// <summary>Days a guard looks back over the passages of a card. 琼肺炎指〔2020〕29号 系统操作流程 3.1 says 14; no other notice names a number.</summary>
    public int HistoryDays { get; init; } = 14;

    /// <summary>Where the notices speak of what pages and reports show.</summary>
    public PackSources Sources { get; init; } = new();

    /// <summary>The clause with this number of the notice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pack has no such clause.</exception>
    public PackClause Clause(int number) => Numbered(Clauses, number);

    /// <summary>The condition with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pack has no such condition.</exception>
    public PackClause Condition(int number) => Numbered(Conditions, number);

    /// <summary>Its code and first day; the generated text would read <see cref="Pass"/>.</summary>
    public override string ToString() => $"{Code} {FirstDay:O}";

    private static PackClause Numbered(IReadOnlyList<PackClause> clauses, int number) =>
        clauses.FirstOrDefault(clause => clause.Number == number)
        ?? throw new ArgumentOutOfRangeException(nameof(number), number, "no clause of this number in the pack");
}
