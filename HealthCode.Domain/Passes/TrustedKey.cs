using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>信任的密钥 — public key of an office's issuing key, and its key for document tags.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the list it stands in; the handles free themselves.")]
public sealed class TrustedKey
{
    /// <summary>Length in bytes of <see cref="DocumentTagKey"/>.</summary>
    public const int MarkKeyLength = 16;

    /// <summary>Maximum length of an office name in characters, also for imported keys.</summary>
    public const int LongestName = 100;

    /// <summary>Length in bytes of the SubjectPublicKeyInfo of a P-256 key: fixed prefix and point.</summary>
    public const int PublicKeyLength = 91;

    // SEQUENCE, SEQUENCE, id-ecPublicKey, prime256v1, BIT STRING, point not compressed (RFC 5480).
    private static readonly byte[] P256 = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    // ECDsa instances are not guaranteed to be thread-safe.
    private readonly ThreadLocal<ECDsa> _verifier;

    /// <summary>Creates a key.</summary>
    /// <param name="officeCode">12-digit code.</param>
    /// <param name="officeName">Name shown to guards.</param>
    /// <param name="number">1–255 within the office.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo of a P-256 key, 91 bytes.</param>
    /// <param name="documentTagKey">16 bytes; only for offices and gates that check documents.</param>
    /// <param name="firstDay">The first issue day it signs for.</param>
    /// <param name="lastDay">The last issue day, or null while in use.</param>
    /// <exception cref="ArgumentException">Invalid number, public key or document tag key.</exception>
    /// <exception cref="FormatException">Invalid office code.</exception>
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

    /// <summary>12-digit code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Name shown to guards.</summary>
    public string OfficeName { get; private set; }

    /// <summary>1–255 within the office.</summary>
    public int Number { get; private set; }

    /// <summary>SubjectPublicKeyInfo, 91 bytes.</summary>
    public byte[] PublicKey { get; private set; }

    /// <summary>Key for <see cref="DocumentTag"/>, 16 bytes.</summary>
    public byte[] DocumentTagKey { get; private set; }

    /// <summary>The first issue day it signs for.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last issue day, or null while in use.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>失窃时刻 — from then on others may have signed with the key; null if never stolen.</summary>
    public DateTimeOffset? CompromisedAt { get; private set; }

    /// <summary>Time at which the theft was first entered; cards printed later are signed with the next key.</summary>
    public DateTimeOffset? CompromiseEnteredAt { get; private set; }

    /// <summary>已经停止签发: the key cannot introduce other keys, and its signature alone does not make a file or package trusted.</summary>
    public bool HasEnded => LastDay is not null || CompromisedAt is not null;

    /// <summary>指纹 — compared by telephone: first 16 hex digits of SHA-256 over code, number, days, keys, name. Changes when the key ends.</summary>
    public string Fingerprint
    {
        get
        {
            // The name comes last, because it is the only part without fixed length or delimiter.
            var head = string.Create(CultureInfo.InvariantCulture, $"{OfficeCode}/{Number}/{FirstDay:yyyy-MM-dd}/{LastDay:yyyy-MM-dd}:");
            var digest = SHA256.HashData([.. Encoding.ASCII.GetBytes(head), .. PublicKey, .. DocumentTagKey, .. Encoding.UTF8.GetBytes(OfficeName)]);
            return string.Join(' ', Convert.ToHexString(digest)[..16].Chunk(4).Select(group => new string(group)));
        }
    }

    /// <summary>True if the key signs cards of this issue day.</summary>
    public bool SignsFor(DateOnly issueDay) => FirstDay <= issueDay && (LastDay is null || issueDay <= LastDay);

    /// <summary>换钥匙 — sets the last issue day; cards already signed stay valid. For a stolen key see <see cref="Compromise"/>.</summary>
    /// <exception cref="InvalidOperationException">The key has already ended on an earlier day.</exception>
    public void EndOn(DateOnly lastDay)
    {
        if (LastDay < lastDay)
        {
            throw new InvalidOperationException("The key has ended.");
        }

        LastDay = lastDay;
    }

    /// <summary>密钥失窃 — ends a stolen key on the day before the theft.</summary>
    /// <param name="at">Time of theft. Can be changed later to an earlier time, never to a later one.</param>
    /// <param name="enteredAt">Current time.</param>
    /// <exception cref="InvalidOperationException">An earlier time of theft was already entered.</exception>
    /// <remarks>
    /// A code contains the day of issue, not the hour, and a thief can write any day. So a gate without access to the office's database accepts
    /// only codes issued before the day of the theft: back-dated forgeries expire within the validity of a card, later dates are rejected.
    /// A gate with access to the database relies on the database.
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

    /// <summary>True if an office name is valid: not empty, one line, printable, not longer than <see cref="LongestName"/>.</summary>
    public static bool IsName(string? name) => FreeText.TryParse(name, LongestName, out var clean, out _) && clean.Length > 0 && clean == name;

    /// <summary>Verifies the 64-byte signature of a card's 16-byte head.</summary>
    public bool Verifies(ReadOnlySpan<byte> head, ReadOnlySpan<byte> signature) =>
        IssuingKey.IsLow(signature)
        && _verifier.Value!.VerifyData(PassToken.SignedPart(head), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Verifies the 64-byte signature of a trust file.</summary>
    public bool VerifiesFile(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        _verifier.Value!.VerifyData(FilePart(content), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Verifies the 64-byte signature of a 报送包.</summary>
    public bool VerifiesPackage(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        _verifier.Value!.VerifyData(PackagePart(content), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Verifies the 64-byte signature of a 销毁清册.</summary>
    public bool VerifiesRecord(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        _verifier.Value!.VerifyData(RecordPart(content), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Bytes to sign for a 销毁清册; the prefix makes the signature invalid for anything else.</summary>
    internal static byte[] RecordPart(ReadOnlySpan<byte> content) => [.. "HealthPassDestruction/1:"u8, .. content];

    /// <summary>Bytes to sign for a 报送包; the prefix makes the signature invalid for anything else.</summary>
    internal static byte[] PackagePart(ReadOnlySpan<byte> content) => [.. "HealthPassCourier/1:"u8, .. content];

    /// <summary>Bytes to sign for a trust file; the prefix makes the signature invalid for anything else.</summary>
    internal static byte[] FilePart(ReadOnlySpan<byte> content) => [.. "HealthPassTrust/1:"u8, .. content];

    /// <summary>True if the bytes are a valid P-256 public key.</summary>
    public static bool IsUsable(byte[] publicKey)
    {
        if (!HasShape(publicKey))
        {
            return false;
        }

        try
        {
            // The import checks that the point is on the curve.
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
