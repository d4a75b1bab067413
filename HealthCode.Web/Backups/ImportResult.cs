namespace HealthCode.Web.Backups;

/// <summary>搬入的结果.</summary>
/// <param name="Offices">Official names.</param>
/// <param name="Declarations">Number of declarations.</param>
/// <param name="Passes">Number of cards.</param>
/// <param name="AuditRecords">Number of archived audit records.</param>
/// <param name="Notes">What the offices must be told: accounts renamed, cards that gave way, faults of the audit.</param>
public sealed record ImportResult(IReadOnlyList<string> Offices, long Declarations, long Passes, long AuditRecords, IReadOnlyList<string> Notes);
