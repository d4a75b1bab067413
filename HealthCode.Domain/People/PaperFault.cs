namespace HealthCode.Domain.People;

/// <summary>证件差错 — one failed check and what to look at.</summary>
/// <param name="Code">e.g. <c>id18-check</c>.</param>
/// <param name="Sentence">Chinese; names the place to check.</param>
public sealed record PaperFault(string Code, string Sentence);
