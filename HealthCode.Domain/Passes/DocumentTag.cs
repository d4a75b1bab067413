using System.Security.Cryptography;
using System.Text;
using HealthCode.Domain.People;

namespace HealthCode.Domain.Passes;

/// <summary>证件印记 — 24 bits that the holder's paper number gives under the office's mark key and this card's number. Who has the paper can confirm it; who has only the code learns nothing.</summary>
/// <remarks>Keyed, so that nobody without the key can try numbers; salted with the card's number, so that two cards of one person differ; and short:
/// a stranger's own number fits once in 16.7 million. Whoever has the key can try numbers: of one county's some 36 million two or three fit. So the key is for desks and gates only.</remarks>
public readonly record struct DocumentTag
{
    /// <summary>Bytes of a mark.</summary>
    public const int Length = 3;

    private readonly int _value;

    private DocumentTag(int value) => _value = value;

    /// <summary>Three bytes, the first highest.</summary>
    public byte[] Bytes => [(byte)(_value >> 16), (byte)(_value >> 8), (byte)_value];

    /// <summary>The mark of a paper on a card: the first three bytes of HMAC-SHA256 over the card's number and the paper's number.</summary>
    /// <param name="documentTagKey">The office's, 16 bytes.</param>
    /// <param name="card">20 characters of it go before the paper's number.</param>
    /// <param name="documentNumber">As typed or read; full width, blanks, small letters and 15 digits are made plain first.</param>
    public static DocumentTag Of(ReadOnlySpan<byte> documentTagKey, PassNumber card, string documentNumber) => Keyed(documentTagKey, card.Value + Plain(documentNumber));

    /// <summary>The mark of a holder: of the number of the paper; for 无证件 of the person.</summary>
    /// <param name="documentTagKey">The office's, 16 bytes.</param>
    /// <param name="card">The number of the card.</param>
    /// <param name="holder">持卡人.</param>
    public static DocumentTag Of(ReadOnlySpan<byte> documentTagKey, PassNumber card, Person holder) => holder.Document.Kind == IdentityDocumentKind.None
        // A card's number never begins with a hyphen, so no text typed at a gate comes to the same: name and birthday are no secret.
        ? Keyed(documentTagKey, $"-{card.Value}{holder.Key}")
        : Of(documentTagKey, card, holder.Document.Number);

    /// <summary>持卡人与证件一致, where the card itself is at hand: whether a number, typed or read, is the one of the holder's paper.</summary>
    public static bool Fits(Person holder, string documentNumber) => holder.Document.Kind != IdentityDocumentKind.None && Plain(documentNumber) == Plain(holder.Document.Number);

    /// <summary>From three bytes.</summary>
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
