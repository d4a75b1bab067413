using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace HealthCode.Domain.Passes;

/// <summary>信任的密钥 — the public half of an office's issuing key, and the key of its paper marks.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the list it stands in; the handles free themselves.")]
public sealed class TrustedKey
{
    /// <summary>Bytes.</summary>
    public const int MarkKeyLength = 16;

    // An instance is not promised to serve two threads at once.
    private readonly ThreadLocal<ECDsa> _verifier;

    /// <summary>A key.</summary>
    /// <param name="officeCode">12 digits.</param>
    /// <param name="officeName">As guards read it.</param>
    /// <param name="number">1–255 within the office.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo of a P-256 key, 91 bytes.</param>
    /// <param name="markKey">16 bytes; only for desks and gates that check papers.</param>
    /// <param name="firstDay">The first issue day it signs for.</param>
    /// <param name="lastDay">The last, or null while it is in use.</param>
    public TrustedKey(string officeCode, string officeName, int number, byte[] publicKey, byte[] markKey, DateOnly firstDay, DateOnly? lastDay)
    {
        (OfficeCode, OfficeName, Number, PublicKey, MarkKey, FirstDay, LastDay) = (officeCode, officeName, number, publicKey, markKey, firstDay, lastDay);
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
    public byte[] MarkKey { get; private set; }

    /// <summary>The first issue day it signs for.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last, or null while it is in use.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>指纹 — what two people compare on the telephone: the first 16 hexadecimal figures of SHA-256 over everything that counts.</summary>
    public string Fingerprint => string.Join(' ', Convert.ToHexString(SHA256.HashData([.. Encoding.ASCII.GetBytes($"{OfficeCode}/{Number}:"), .. PublicKey, .. MarkKey]))[..16].Chunk(4).Select(group => new string(group)));

    /// <summary>Whether a card of this issue day may carry its signature.</summary>
    public bool SignsFor(DateOnly issueDay) => FirstDay <= issueDay && (LastDay is null || issueDay <= LastDay);

    /// <summary>换钥匙 — from the day after this one the next key signs; the cards it signed stay good.</summary>
    public void EndOn(DateOnly lastDay) => LastDay = lastDay;

    /// <summary>Whether these 64 bytes are its signature of these 16.</summary>
    public bool Verifies(ReadOnlySpan<byte> head, ReadOnlySpan<byte> signature) =>
        IssuingKey.IsLow(signature)
        && _verifier.Value!.VerifyData(PassToken.SignedPart(head), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Whether the key is one that verifies at all.</summary>
    public static bool IsUsable(byte[] publicKey)
    {
        try
        {
            using var verifier = ECDsa.Create();
            verifier.ImportSubjectPublicKeyInfo(publicKey, out var read);
            return read == publicKey.Length && verifier.KeySize == 256 && verifier.ExportParameters(false).Curve.Oid.Value == "1.2.840.10045.3.1.7";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
