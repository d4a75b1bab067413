namespace HealthCode.Domain.Rules;

/// <summary>规则包 — the regulations of one province from a day on, as data. No other code depends on a province by name.</summary>
public sealed record RulePack
{
    private readonly PassTerms? _pass;

    /// <summary>e.g. <c>ningxia</c>; stored with each office.</summary>
    public required string Code { get; init; }

    /// <summary>e.g. 宁夏.</summary>
    public required string Name { get; init; }

    /// <summary>The first two digits of the province's division codes (GB/T 2260); empty if offices of any province may use the pack.</summary>
    public string DivisionCode { get; init; } = "";

    /// <summary>The notice it is based on.</summary>
    public required string Notice { get; init; }

    /// <summary>The first day this version is in force; it ends when the next one begins.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>True if the notices provide for a 健康通行卡; otherwise there is only the official code and offices only run gates.</summary>
    public bool IssuesPasses => _pass is not null;

    /// <summary>The regulations of the card.</summary>
    /// <exception cref="InvalidOperationException">There is no card, see <see cref="IssuesPasses"/>.</exception>
    public PassTerms Pass
    {
        get => _pass ?? throw new InvalidOperationException($"'{Code}' issues no passes");
        init => _pass = value;
    }

    /// <summary>The five clauses, in the notice's order; empty if no cards are issued.</summary>
    public IReadOnlyList<PackClause> Clauses => _pass?.Clauses ?? [];

    /// <summary>The three conditions, in the notice's order; empty if no cards are issued.</summary>
    public IReadOnlyList<PackClause> Conditions => _pass?.Conditions ?? [];

    /// <summary>What the notices say of the official code.</summary>
    public required HealthCodeTerms HealthCode { get; init; }

    /// <summary>What the notices say of self-checks, inspections, complaints, supplies and deadlines; empty where they say nothing.</summary>
    public SupervisionTerms Supervision { get; init; } = new();

    /// <summary>What the notices say of places: posters, the code of a place, entries.</summary>
    public required VenueTerms Venues { get; init; }

    /// <summary>台账 that the notices ask for; none where they ask for none.</summary>
    public IReadOnlyList<RegisterForm> Registers { get; init; } = [];

    /// <summary>What the notices say of tips; null where they know no such desk.</summary>
    public TipTerms? Tips { get; init; }

    /// <summary>What is recorded when a person passes a gate.</summary>
    public required PassageKeeping Passages { get; init; }

    /// <summary>Source of <see cref="Passages"/>.</summary>
    public required Citation PassagesCitation { get; init; }

    /// <summary>Name of the official code displayed at gates, scanned at airports, stations and the provincial border; null if none.</summary>
    public string? GateCode { get; init; }

    /// <summary>Days of past passages of a card shown to the guard. 琼肺炎指〔2020〕29号 系统操作流程 3.1 says 14; no other notice gives a number.</summary>
    public int HistoryDays { get; init; } = 14;

    /// <summary>Citations shown on pages and in reports.</summary>
    public PackSources Sources { get; init; } = new();

    /// <summary>The clause with this number in the notice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pack has no such clause.</exception>
    public PackClause Clause(int number) => Numbered(Clauses, number);

    /// <summary>The condition with this number in the notice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pack has no such condition.</exception>
    public PackClause Condition(int number) => Numbered(Conditions, number);

    /// <summary>The register of a kind; null where the province keeps none.</summary>
    public RegisterForm? Register(RegisterKind kind) => Registers.FirstOrDefault(form => form.Kind == kind);

    /// <summary>Code and first day; the generated ToString reads <see cref="Pass"/>, which throws if there is no card.</summary>
    public override string ToString() => $"{Code} {FirstDay:O}";

    private static PackClause Numbered(IReadOnlyList<PackClause> clauses, int number) =>
        clauses.FirstOrDefault(clause => clause.Number == number)
        ?? throw new ArgumentOutOfRangeException(nameof(number), number, "no clause of this number in the pack");
}
