using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>信任的密钥 — the public half of an office's issuing key, and the key of its paper marks.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the list it stands in; the handles free themselves.")]
public sealed class TrustedKey
{
    /// <summary>Bytes.</summary>
    public const int MarkKeyLength = 16;

    /// <summary>Characters of a name; one that another office sends is held to it.</summary>
    public const int LongestName = 100;

    /// <summary>Bytes: what every P-256 key begins with, and its point.</summary>
    public const int PublicKeyLength = 91;

    // SEQUENCE, SEQUENCE, id-ecPublicKey, prime256v1, BIT STRING, point not compressed (RFC 5480).
    private static readonly byte[] P256 = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    // An instance is not promised to serve two threads at once.
    private readonly ThreadLocal<ECDsa> _verifier;

    /// <summary>A key.</summary>
    /// <param name="officeCode">12 digits.</param>
    /// <param name="officeName">As guards read it.</param>
    /// <param name="number">1–255 within the office.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo of a P-256 key, 91 bytes.</param>
    /// <param name="documentTagKey">16 bytes; only for desks and gates that check papers.</param>
    /// <param name="firstDay">The first issue day it signs for.</param>
    /// <param name="lastDay">The last, or null while it is in use.</param>
    /// <exception cref="ArgumentException">A number, a public key or a mark key that is none.</exception>
    /// <exception cref="FormatException">An office code that is none.</exception>
    public TrustedKey(string officeCode, string officeName, int number, byte[] publicKey, byte[] documentTagKey, DateOnly firstDay, DateOnly? lastDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, byte.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNotEqual(documentTagKey.Length, MarkKeyLength);
        if (!HasShape(publicKey))
        {
            throw new ArgumentException("Not the SubjectPublicKeyInfo of a P-256 key.", nameof(publicKey));
        }

        (OfficeCode, OfficeName, Number, PublicKey, DocumentTagKey, FirstDay, LastDay) = (DivisionCode.Parse(officeCode).Value, officeName, number, publicKey, documentTagKey, firstDay, lastDay);
        _verifier = new(() =>
        {
            var verifier = ECDsa.Create();
            verifier.ImportSubjectPublicKeyInfo(PublicKey, out _);
            return verifier;
        });
    }

    /// <summary>12 digits.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>As guards read it.</summary>
    public string OfficeName { get; private set; }

    /// <summary>1–255 within the office.</summary>
    public int Number { get; private set; }

    /// <summary>SubjectPublicKeyInfo, 91 bytes.</summary>
    public byte[] PublicKey { get; private set; }

    /// <summary>Key of the paper marks, 16 bytes.</summary>
    public byte[] DocumentTagKey { get; private set; }

    /// <summary>The first issue day it signs for.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last, or null while it is in use.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>失窃时刻 — from here on somebody else may have signed with it; null for a key that was never stolen.</summary>
    public DateTimeOffset? CompromisedAt { get; private set; }

    /// <summary>When that was entered: a card printed later bears the signature of the key that took over.</summary>
    public DateTimeOffset? CompromiseEnteredAt { get; private set; }

    /// <summary>已经停止签发: it introduces no other key, and no file or package is believed for its signature alone.</summary>
    public bool HasEnded => LastDay is not null || CompromisedAt is not null;

    /// <summary>指纹 — what two people compare on the telephone: the first 16 hexadecimal figures of SHA-256 over everything above. A key that ends has another one.</summary>
    public string Fingerprint
    {
        get
        {
            // The name comes last: of all parts it alone has no fixed length or end.
            var head = string.Create(CultureInfo.InvariantCulture, $"{OfficeCode}/{Number}/{FirstDay:yyyy-MM-dd}/{LastDay:yyyy-MM-dd}:");
            var digest = SHA256.HashData([.. Encoding.ASCII.GetBytes(head), .. PublicKey, .. DocumentTagKey, .. Encoding.UTF8.GetBytes(OfficeName)]);
            return string.Join(' ', Convert.ToHexString(digest)[..16].Chunk(4).Select(group => new string(group)));
        }
    }

    /// <summary>Whether a card of this issue day may carry its signature.</summary>
    public bool SignsFor(DateOnly issueDay) => FirstDay <= issueDay && (LastDay is null || issueDay <= LastDay);

    /// <summary>换钥匙 — from the day after this one the next key signs; the cards it signed stay good. A stolen key is ended by <see cref="Compromise"/>.</summary>
    /// <exception cref="InvalidOperationException">It ended earlier, and does not come back.</exception>
    public void EndOn(DateOnly lastDay)
    {
        if (LastDay < lastDay)
        {
            throw new InvalidOperationException("The key has ended.");
        }

        LastDay = lastDay;
    }

    /// <summary>密钥失窃 — ends a stolen key at a moment.</summary>
    /// <param name="at">From when on it may have been in other hands. May move to an earlier moment later on, never to a later one.</param>
    /// <param name="enteredAt">Now.</param>
    /// <exception cref="InvalidOperationException">It was ended from an earlier moment on.</exception>
    /// <remarks>
    /// A code carries the day of issue and not the hour, and a thief writes whatever day he likes. So a gate that cannot ask the office's database believes
    /// only codes dated before the day of the theft: what is back-dated into that time runs out within the days of a card, and nothing dated later passes.
    /// A gate that can ask the database believes the database.
    /// </remarks>
    public void Compromise(DateTimeOffset at, DateTimeOffset enteredAt)
    {
        if (CompromisedAt < at)
        {
            throw new InvalidOperationException("The key was stolen earlier.");
        }

        var lastDay = BeijingTime.DayOf(at).AddDays(-1);
        LastDay = LastDay < lastDay ? LastDay : lastDay;
        CompromisedAt = at;
        CompromiseEnteredAt ??= enteredAt;
    }

    /// <summary>Whether a name may stand on a page: there is one, on one line, of printable characters, not too long.</summary>
    public static bool IsName(string? name) => FreeText.TryParse(name, LongestName, out var clean, out _) && clean.Length > 0 && clean == name;

    /// <summary>Whether these 64 bytes are its signature of these 16.</summary>
    public bool Verifies(ReadOnlySpan<byte> head, ReadOnlySpan<byte> signature) =>
        IssuingKey.IsLow(signature)
        && _verifier.Value!.VerifyData(PassToken.SignedPart(head), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Whether these 64 bytes are its signature under a trust file.</summary>
    public bool VerifiesFile(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        _verifier.Value!.VerifyData(FilePart(content), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Whether these 64 bytes are its signature under a 报送包.</summary>
    public bool VerifiesPackage(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        _verifier.Value!.VerifyData(PackagePart(content), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Whether these 64 bytes are its signature under a 销毁清册.</summary>
    public bool VerifiesRecord(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        _verifier.Value!.VerifyData(RecordPart(content), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Nothing else passes for a record of destruction.</summary>
    internal static byte[] RecordPart(ReadOnlySpan<byte> content) => [.. "HealthPassDestruction/1:"u8, .. content];

    /// <summary>A package never passes for a trust file.</summary>
    internal static byte[] PackagePart(ReadOnlySpan<byte> content) => [.. "HealthPassCourier/1:"u8, .. content];

    /// <summary>A file never passes for a card, nor a card for a file.</summary>
    internal static byte[] FilePart(ReadOnlySpan<byte> content) => [.. "HealthPassTrust/1:"u8, .. content];

    /// <summary>Whether the key is one that verifies at all.</summary>
    public static bool IsUsable(byte[] publicKey)
    {
        if (!HasShape(publicKey))
        {
            return false;
        }

        try
        {
            // Whether its point lies on the curve, the import tells.
            using var verifier = ECDsa.Create();
            verifier.ImportSubjectPublicKeyInfo(publicKey, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool HasShape(ReadOnlySpan<byte> publicKey) => publicKey.Length == PublicKeyLength && publicKey.StartsWith(P256);
}
