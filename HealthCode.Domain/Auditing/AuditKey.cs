using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace HealthCode.Domain.Auditing;

/// <summary>审计密钥 — secret key of the audit chain (HMAC-SHA-256); without it no valid record can be forged.</summary>
/// <param name="secret">32 bytes.</param>
public sealed class AuditKey(byte[] secret)
{
    /// <summary>Length in bytes of the key and of every hash.</summary>
    public const int Size = 32;

    /// <summary>Computes the hash of a record at its position in the chain.</summary>
    /// <param name="previous">Hash of the previous record.</param>
    /// <param name="number">Record number.</param>
    /// <param name="at">Timestamp as stored, see <see cref="AuditRecord.Text"/>.</param>
    /// <param name="action">Action in Chinese, e.g. 打印.</param>
    /// <param name="payloadHash">See <see cref="AuditPayload.Hash"/>.</param>
    public byte[] HashOf(byte[] previous, long number, string at, string action, byte[] payloadHash)
    {
        var fields = AuditFields.Join(at, action);
        var bytes = new byte[previous.Length + sizeof(long) + fields.Length + payloadHash.Length];
        previous.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(previous.Length), number);
        fields.CopyTo(bytes, previous.Length + sizeof(long));
        payloadHash.CopyTo(bytes, bytes.Length - payloadHash.Length);
        return HMACSHA256.HashData(secret, bytes);
    }

    /// <summary>True if the line carries a valid hash for this record number, i.e. was written with this key.</summary>
    public bool Verifies(AuditLine line, long number) =>
        line.PreviousHash.Length == Size && line.PayloadHash.Length == Size
        && CryptographicOperations.FixedTimeEquals(line.Hash, HashOf(line.PreviousHash, number, line.At, line.Action, line.PayloadHash));

    /// <summary>The head as signed text, stored outside the audit table to detect a truncated chain.</summary>
    public string Sign(AuditHead head) => $"{Text(head)} {Convert.ToHexString(HMACSHA256.HashData(secret, AuditFields.Join(Text(head))))}\n";

    /// <summary>Parses the text written by <see cref="Sign"/>; null if it is malformed or its signature is wrong.</summary>
    public AuditHead? Read(string text) =>
        text.Split(' ') is [var number, var hash, _] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && hash.Length == 2 * Size && hash.All(char.IsAsciiHexDigit) && new AuditHead(last, Convert.FromHexString(hash)) is var head
        && CryptographicOperations.FixedTimeEquals(AuditFields.Join(Sign(head)), AuditFields.Join(text))
            ? head : null;

    private static string Text(AuditHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Number:D19} {Convert.ToHexString(head.Hash)}");
}
