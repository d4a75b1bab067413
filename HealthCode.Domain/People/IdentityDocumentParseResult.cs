namespace HealthCode.Domain.People;

/// <summary>证件读取结果: what came of reading a number. Either there is a <see cref="Document"/> or there are <see cref="Faults"/>.</summary>
/// <param name="Document">证件, null when a fault stands.</param>
/// <param name="Faults">问题: every failed check; empty when there is a paper.</param>
/// <param name="Warnings">提醒: shown to the clerk and the reviewer, never a bar.</param>
/// <param name="Notes">备注: silent remarks, such as a retired area code; shown only on request.</param>
public sealed record IdentityDocumentParseResult(
    IdentityDocument? Document,
    IReadOnlyList<DocumentFault> Faults,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Notes);
