namespace HealthCode.Domain.Rules;

/// <summary>规则 — one thing the office may or may not do: a code that tests point at, and the sentence people read.</summary>
/// <param name="Code">Stable, lower case with hyphens, e.g. <c>pass-one-live</c>.</param>
/// <param name="Sentence">Chinese; says what is wrong and what to do.</param>
/// <param name="Source">Where it comes from: notice and clause, law and article, national standard, or a heading of DECISIONS.md.</param>
public sealed record Rule(string Code, string Sentence, string Source)
{
    /// <summary>Refuses when the rule does not hold.</summary>
    /// <exception cref="RuleBrokenException">The rule does not hold.</exception>
    public void Require(bool holds, string? detail = null)
    {
        if (!holds)
        {
            throw new RuleBrokenException([Broken(detail)]);
        }
    }

    /// <summary>The rule as a finding, with what this case adds to its sentence and the field it belongs to.</summary>
    public Breach Broken(string? detail = null, Field? field = null) =>
        new(this, detail is null ? Sentence : Sentence + detail, field);
}
