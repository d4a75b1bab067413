namespace HealthCode.Domain.Rules;

/// <summary>督查的规定 — what a province's notices say of self-checks, inspections, credentials that are not accepted, supplies and deadlines. What they do not
/// speak of is empty, and an office there has no page for it (DECISIONS.md D55).</summary>
public sealed record SupervisionTerms
{
    /// <summary>自查: the problems to look for; none where no notice lists any.</summary>
    public IReadOnlyList<SelfCheckQuestion> SelfCheck { get; init; } = [];

    /// <summary>Source of the self-check; null if there is none.</summary>
    public Citation? SelfCheckCitation { get; init; }

    /// <summary>督查: the lists of what is inspected, one a kind of place.</summary>
    public IReadOnlyList<InspectionForm> Inspections { get; init; } = [];

    /// <summary>不予认可: null where no notice speaks of it.</summary>
    public RecognitionTerms? Recognition { get; init; }

    /// <summary>物资: what the notices want to be there. An office may keep others, too.</summary>
    public IReadOnlyList<SupplyTerm> Supplies { get; init; } = [];

    /// <summary>Source of the supplies; null if there is none.</summary>
    public Citation? SuppliesCitation { get; init; }

    /// <summary>截止时间 the notices set.</summary>
    public IReadOnlyList<DeadlineTerm> Deadlines { get; init; } = [];

    /// <summary>The notices the program works by, in the order of their dates.</summary>
    public IReadOnlyList<NoticeTerm> Notices { get; init; } = [];

    /// <summary>The list with this code; null if there is none.</summary>
    public InspectionForm? Inspection(string? code) => Inspections.FirstOrDefault(form => form.Code == code);
}

/// <summary>自查的一个问题.</summary>
/// <param name="Code">Stable, e.g. <c>73-3-1</c>; stored with the answer.</param>
/// <param name="Text">The problem in plain words.</param>
/// <param name="Quote">The notice's words.</param>
public sealed record SelfCheckQuestion(string Code, string Text, string Quote);

/// <summary>督查表 — what is inspected at one kind of place.</summary>
/// <param name="Code">Stable, lower case, used in addresses.</param>
/// <param name="Name">E.g. 社区、单位出入口.</param>
/// <param name="Items">Item by item.</param>
/// <param name="Citation">Where it is said.</param>
public sealed record InspectionForm(string Code, string Name, IReadOnlyList<InspectionItem> Items, Citation Citation);

/// <summary>督查的一项.</summary>
/// <param name="Code">Stable within its list; stored with the result.</param>
/// <param name="Text">What is to be so.</param>
public sealed record InspectionItem(string Code, string Text);

/// <summary>不予认可 — credentials that every place has to accept.</summary>
/// <param name="Credentials">In the province's words.</param>
/// <param name="Citation">Where it is said.</param>
public sealed record RecognitionTerms(IReadOnlyList<string> Credentials, Citation Citation);

/// <summary>一种物资, or a kind of staff that is counted like one.</summary>
/// <param name="Name">E.g. 口罩.</param>
/// <param name="Unit">E.g. 只; 人 for staff.</param>
public sealed record SupplyTerm(string Name, string Unit);

/// <summary>通知定的截止时间.</summary>
/// <param name="Code">Stable, lower case, used in addresses.</param>
/// <param name="Title">What is due.</param>
/// <param name="Day">The day; null for every day.</param>
/// <param name="Time">The time; 00:00 where the notice says 某日前.</param>
/// <param name="Reporters">Who has to report, a line each; may be empty.</param>
/// <param name="To">To whom.</param>
/// <param name="Citation">Where it is said.</param>
public sealed record DeadlineTerm(string Code, string Title, DateOnly? Day, TimeOnly Time, IReadOnlyList<string> Reporters, string To, Citation Citation);

/// <summary>一份通知.</summary>
/// <param name="Number">Its number, or what it is called when it has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Day">Day of print or signature; null where the copy does not show it.</param>
/// <param name="Governs">What the office does by it.</param>
public sealed record NoticeTerm(string Number, string Title, DateOnly? Day, string Governs);
