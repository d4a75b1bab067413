namespace HealthCode.Domain.Rules;

/// <summary>违规之处 — one rule that a case breaks, as a reader sees it.</summary>
/// <param name="Rule">The rule broken.</param>
/// <param name="Sentence">The rule's sentence with the particulars of the case.</param>
/// <param name="Field">The property of the content the sentence belongs beside, or null for the whole form.</param>
public sealed record Breach(Rule Rule, string Sentence, string? Field);
