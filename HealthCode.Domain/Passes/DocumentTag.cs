using System.Security.Cryptography;
using System.Text;
using HealthCode.Domain.People;

namespace HealthCode.Domain.Passes;

/// <summary>证件印记 — 24-bit HMAC of document and card number under the office's key. Confirms a document without disclosing its number.</summary>
/// <remarks>Keyed, so that numbers cannot be guessed without the key; salted with the card number, so that two cards of one person differ; and short:
/// another number matches once in 16.7 million. With the key, numbers can be tried (2 or 3 of a county's 36 million match).</remarks>
public readonly record struct DocumentTag
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 3;

    private readonly int _value;

    private DocumentTag(int value) => _value = value;

    /// <summary>The tag as three bytes, big-endian.</summary>
    public byte[] Bytes => [(byte)(_value >> 16), (byte)(_value >> 8), (byte)_value];

    /// <summary>Computes the tag of a document number on a card: the first three bytes of HMAC-SHA256 over card number and document number.</summary>
    /// <param name="documentTagKey">The office's key, 16 bytes.</param>
    /// <param name="card">Card number; its 20 characters precede the document number.</param>
    /// <param name="documentNumber">Typed or scanned number; normalised first (full width, blanks, lower case, 15 digits).</param>
    public static DocumentTag Of(ReadOnlySpan<byte> documentTagKey, PassNumber card, string documentNumber) => Keyed(documentTagKey, card.Value + Plain(documentNumber));

    /// <summary>Computes the tag of a holder: of the document number, for 无证件 of <c>Person.Key</c>.</summary>
    /// <param name="documentTagKey">The office's key, 16 bytes.</param>
    /// <param name="card">The number of the card.</param>
    /// <param name="holder">持卡人.</param>
    public static DocumentTag Of(ReadOnlySpan<byte> documentTagKey, PassNumber card, Person holder) => holder.Document.Kind == IdentityDocumentKind.None
        // Prefixed with a hyphen, which no card number begins with: name and birth date are no secret and must not match as typed text.
        ? Keyed(documentTagKey, $"-{card.Value}{holder.Key}")
        : Of(documentTagKey, card, holder.Document.Number);

    /// <summary>持卡人与证件一致: true if the typed or scanned number is the holder's document number. For cards stored on this server.</summary>
    public static bool Fits(Person holder, string documentNumber) => holder.Document.Kind != IdentityDocumentKind.None && Plain(documentNumber) == Plain(holder.Document.Number);

    /// <summary>Restores a tag from its three bytes.</summary>
    public static DocumentTag Restore(ReadOnlySpan<byte> bytes) => new((bytes[0] << 16) | (bytes[1] << 8) | bytes[2]);

    private static DocumentTag Keyed(ReadOnlySpan<byte> documentTagKey, string text)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(documentTagKey, Encoding.UTF8.GetBytes(text), digest);
        return Restore(digest[..Length]);
    }

    private static string Plain(string documentNumber)
    {
        var plain = ResidentIdNumber.Normalise(documentNumber);
        return ResidentIdNumber.ToEighteen(plain) ?? plain;
    }
}
