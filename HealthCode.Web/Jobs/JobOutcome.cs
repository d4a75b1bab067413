namespace HealthCode.Web.Jobs;

/// <summary>做完以后 — what is written down, and what is put in its place in the same moment.</summary>
/// <param name="Sentence">The result, for the office; names nobody.</param>
/// <param name="Settle">The last step, done inside the transaction that writes the result down.</param>
public sealed record JobOutcome(string Sentence, Action? Settle = null);
