namespace HealthCode.Domain.Rules;

/// <summary>规则 — one rule of the office: a code that tests refer to, and the message shown to users.</summary>
/// <param name="Code">Stable, lower case with hyphens, e.g. <c>pass-one-live</c>.</param>
/// <param name="Sentence">Chinese message: what is wrong and what to do.</param>
/// <param name="Source">Source: notice and clause, law and article, national standard, or a heading of DECISIONS.md.</param>
public sealed record Rule(string Code, string Sentence, string Source)
{
    /// <summary>Throws if the rule is broken.</summary>
    /// <exception cref="RuleBrokenException"><paramref name="holds"/> is false.</exception>
    public void Require(bool holds, string? detail = null)
    {
        if (!holds)
        {
            throw new RuleBrokenException([Broken(detail)]);
        }
    }

    /// <summary>Creates a breach of this rule, with an optional detail appended to the sentence and the field concerned.</summary>
    public Breach Broken(string? detail = null, Field? field = null) =>
        new(this, detail is null ? Sentence : Sentence + detail, field);
}
