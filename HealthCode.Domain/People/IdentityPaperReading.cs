namespace HealthCode.Domain.People;

/// <summary>证件读取结果.</summary>
/// <param name="Paper">The paper, or null when a fault stands in the way.</param>
/// <param name="Faults">What stands in the way.</param>
/// <param name="Warnings">What to look at again; stops nothing.</param>
/// <param name="Notes">What is good to know, e.g. a retired area code.</param>
public sealed record IdentityPaperReading(
    IdentityPaper? Paper, IReadOnlyList<PaperFault> Faults, IReadOnlyList<string> Warnings, IReadOnlyList<string> Notes);
