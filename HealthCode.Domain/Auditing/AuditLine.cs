namespace HealthCode.Domain.Auditing;

/// <summary>账面上的一行 — a record as it lies in the file now, whoever wrote it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">Its moment as text.</param>
/// <param name="Action">The office's word.</param>
/// <param name="Payload">What can be destroyed.</param>
/// <param name="PreviousHash">The hash of the record before it, as the line says.</param>
/// <param name="PayloadHash">The hash of the payload, as the line says.</param>
/// <param name="Hash">Its own hash, as the line says.</param>
public sealed record AuditLine(long Number, string At, string Action, AuditPayload Payload, byte[] PreviousHash, byte[] PayloadHash, byte[] Hash);
