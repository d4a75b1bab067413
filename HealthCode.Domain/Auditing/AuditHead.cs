namespace HealthCode.Domain.Auditing;

/// <summary>链头 — number and hash of the newest audit record; the next record includes this hash.</summary>
/// <param name="Number">Record number.</param>
/// <param name="Hash">Record hash.</param>
public sealed record AuditHead(long Number, byte[] Hash)
{
    /// <summary>The head of an empty chain: number 0, hash all zero.</summary>
    public static AuditHead None { get; } = new(0, new byte[AuditKey.Size]);

    /// <summary>Creates a head from stored values; a hash of the wrong length (e.g. tampered) becomes the all-zero hash.</summary>
    public static AuditHead Of(long number, byte[]? hash) => new(number, hash?.Length == AuditKey.Size ? hash : None.Hash);

    /// <summary>True if the given previous hash is this head's hash.</summary>
    public bool IsPreviousOf(byte[] previous) => Hash.AsSpan().SequenceEqual(previous);
}
