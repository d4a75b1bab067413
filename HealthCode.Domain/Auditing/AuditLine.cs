namespace HealthCode.Domain.Auditing;

/// <summary>账面上的一行 — an audit record as read from the database, not verified yet.</summary>
/// <param name="Number">Record number.</param>
/// <param name="At">Timestamp as stored text.</param>
/// <param name="Action">Action in Chinese, e.g. 打印.</param>
/// <param name="Payload">The part that is destroyed at the end of the epidemic.</param>
/// <param name="PreviousHash">Stored hash of the previous record.</param>
/// <param name="PayloadHash">Stored hash of the payload.</param>
/// <param name="Hash">Stored hash of this record.</param>
public sealed record AuditLine(long Number, string At, string Action, AuditPayload Payload, byte[] PreviousHash, byte[] PayloadHash, byte[] Hash);
