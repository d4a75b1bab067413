namespace HealthCode.Domain.Rules;

/// <summary>出处 — notice, clause and verbatim wording a rule is based on.</summary>
/// <param name="Notice">e.g. 宁疫指办发〔2020〕63号.</param>
/// <param name="Clause">e.g. 一(二)5.</param>
/// <param name="Quote">Verbatim wording.</param>
public sealed record Citation(string Notice, string Clause, string Quote)
{
    /// <summary>E.g. 宁疫指办发〔2020〕63号 一(二)5.</summary>
    public string Place => $"{Notice} {Clause}";
}
