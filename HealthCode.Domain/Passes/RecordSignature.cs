using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HealthCode.Domain.Passes;

/// <summary>清册的签名 — of a 销毁清册, 125 characters: key number, office, truncated digest of the text, signature. Never valid as a card's code.</summary>
/// <remarks>Byte format: Offices/FORMAT.md.</remarks>
public static class RecordSignature
{
    /// <summary>First byte; differs from the version byte of a card's code.</summary>
    private const byte Kind = 0xD1;

    private const int HeadLength = 16;
    private const int DigestAt = 7;

    /// <summary>Signs a text.</summary>
    public static string Write(IssuingKey key, string text) =>
        TokenText.Write([.. Head(key.Trusted, text), .. key.SignRecord(Encoding.UTF8.GetBytes(text))]);

    /// <summary>True if this key signed this text.</summary>
    public static bool Holds(string signature, string text, TrustedKey key) =>
        TokenText.Read(signature) is { } bytes
        && bytes.AsSpan(0, HeadLength).SequenceEqual(Head(key, text))
        && key.VerifiesRecord(Encoding.UTF8.GetBytes(text), bytes.AsSpan(HeadLength));

    private static byte[] Head(TrustedKey key, string text)
    {
        var head = new byte[HeadLength];
        (head[0], head[1]) = (Kind, (byte)key.Number);
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(eight, ulong.Parse(key.OfficeCode, CultureInfo.InvariantCulture));
        eight[3..].CopyTo(head.AsSpan(2));
        SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HeadLength - DigestAt).CopyTo(head.AsSpan(DigestAt));
        return head;
    }
}
