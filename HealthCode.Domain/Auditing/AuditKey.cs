using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace HealthCode.Domain.Auditing;

/// <summary>审计密钥 — who does not have it cannot write a record that fits into the chain (HMAC-SHA-256).</summary>
/// <param name="secret">32 bytes.</param>
public sealed class AuditKey(byte[] secret)
{
    /// <summary>Bytes of the key and of every hash.</summary>
    public const int Size = 32;

    /// <summary>The hash of a record at a place of the chain.</summary>
    /// <param name="previous">The hash of the record before it.</param>
    /// <param name="number">Its number.</param>
    /// <param name="at">Its moment as it lies in the file.</param>
    /// <param name="action">The office's word.</param>
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

    /// <summary>Whether a line is a record of ours at this number.</summary>
    public bool Wrote(AuditLine line, long number) =>
        line.PreviousHash.Length == Size && line.PayloadHash.Length == Size
        && CryptographicOperations.FixedTimeEquals(line.Hash, HashOf(line.PreviousHash, number, line.At, line.Action, line.PayloadHash));

    /// <summary>The head as it is kept outside the table: nobody else can write one.</summary>
    public string Sign(AuditHead head) => $"{Text(head)} {Convert.ToHexString(HMACSHA256.HashData(secret, AuditFields.Join(Text(head))))}\n";

    /// <summary>The head that was signed, or null when the text is none of ours.</summary>
    public AuditHead? Read(string text) =>
        text.Split(' ') is [var number, var hash, _] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && hash.Length == 2 * Size && hash.All(char.IsAsciiHexDigit) && new AuditHead(last, Convert.FromHexString(hash)) is var head
        && CryptographicOperations.FixedTimeEquals(AuditFields.Join(Sign(head)), AuditFields.Join(text))
            ? head : null;

    private static string Text(AuditHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Number:D19} {Convert.ToHexString(head.Hash)}");
}
