namespace HealthCode.Domain.Auditing;

/// <summary>链头 — the newest record: the next one is tied to it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditHead(long Number, byte[] Hash)
{
    /// <summary>Before the first record.</summary>
    public static AuditHead None { get; } = new(0, new byte[AuditKey.Size]);

    /// <summary>The head as it lies in the file, whatever somebody has put there: a hash that is none ties nothing.</summary>
    public static AuditHead Of(long number, byte[]? hash) => new(number, hash?.Length == AuditKey.Size ? hash : None.Hash);

    /// <summary>Whether a record is tied to this one.</summary>
    public bool IsBefore(byte[] previous) => Hash.AsSpan().SequenceEqual(previous);
}
