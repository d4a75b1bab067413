using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>申报表条目 — one numbered item of the form and the clause it relates to. Its wording is in the rule pack.</summary>
/// <param name="Number">As printed: 1, 2, 3, 5, 6, 7, 8, 9; there is no 4.</param>
/// <param name="Field">Its form field.</param>
/// <param name="Clause">The clause that 是 relates to, or null if the notice attaches no consequence.</param>
/// <param name="Answer">Gets the answer to this item.</param>
public sealed record HealthQuestion(
    int Number, DeclarationField Field, RefusalClause? Clause, Func<HealthAnswers, bool?> Answer)
{
    /// <summary>All items, in the order of the form.</summary>
    public static IReadOnlyList<HealthQuestion> All { get; } =
    [
        new(1, DeclarationField.Diagnosed, RefusalClause.Patient, a => a.Diagnosed),
        new(2, DeclarationField.CloseContact, RefusalClause.CloseContact, a => a.CloseContact),
        new(3, DeclarationField.HadSymptoms, RefusalClause.Symptoms, a => a.HadSymptoms),
        new(5, DeclarationField.LeftNingxia, RefusalClause.Returnee, a => a.LeftNingxia),
        new(6, DeclarationField.MetHighRisk, RefusalClause.HighRiskContact, a => a.MetHighRisk),
        new(7, DeclarationField.MetFeverish, null, a => a.MetFeverish),
        new(8, DeclarationField.WillReport, null, a => a.WillReport),
        new(9, DeclarationField.WillKeepAway, null, a => a.WillKeepAway),
    ];

    /// <summary>The printed number, e.g. (5).</summary>
    public string Mark => $"({Number})";

    /// <summary>The verbatim text on the form of a province.</summary>
    public string TextIn(PassTerms terms) => terms.Item(Number).Text;
}
