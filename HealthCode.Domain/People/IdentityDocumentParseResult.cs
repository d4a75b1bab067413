namespace HealthCode.Domain.People;

/// <summary>证件读取结果: result of validating a number: either a <see cref="Document"/> or <see cref="Faults"/>.</summary>
/// <param name="Document">证件, null if there are faults.</param>
/// <param name="Faults">问题: all failed checks; empty if there is a document.</param>
/// <param name="Warnings">提醒: shown to clerk and reviewer, not blocking.</param>
/// <param name="Notes">备注: remarks such as a retired area code, shown only on request.</param>
public sealed record IdentityDocumentParseResult(
    IdentityDocument? Document,
    IReadOnlyList<DocumentFault> Faults,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Notes);
