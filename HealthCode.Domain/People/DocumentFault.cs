namespace HealthCode.Domain.People;

/// <summary>证件问题: one check a number did not pass.</summary>
/// <param name="Code">Which check, fixed for ever, such as <c>id18-check</c>; tests and logs use it.</param>
/// <param name="Sentence">What to look at on the paper, in Chinese, for the clerk.</param>
public sealed record DocumentFault(string Code, string Sentence);
