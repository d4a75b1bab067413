using System.Security.Cryptography;
using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>收件密钥 — a township's public key: encrypts ledgers and verifies receipts.</summary>
public sealed class TrustedTownship
{
    private static readonly byte[] Letters = "HCK"u8.ToArray();

    /// <summary>Creates the public key of a unit.</summary>
    /// <param name="code">12-digit code of the receiving unit.</param>
    /// <param name="name">Name shown to the clerk.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo of a P-256 key, 91 bytes.</param>
    public TrustedTownship(string code, string name, byte[] publicKey) => (Code, Name, PublicKey) = (DivisionCode.Parse(code).Value, name, publicKey);

    /// <summary>12-digit code of the receiving unit.</summary>
    public string Code { get; private set; }

    /// <summary>Name shown to the clerk.</summary>
    public string Name { get; private set; }

    /// <summary>SubjectPublicKeyInfo, 91 bytes.</summary>
    public byte[] PublicKey { get; private set; }

    /// <summary>指纹 — compared by both sides on the telephone: the first 16 hex digits of SHA-256 over code, colon, public key, name.</summary>
    public string Fingerprint =>
        string.Join(' ', Convert.ToHexString(SHA256.HashData([.. Encoding.ASCII.GetBytes(Code + ":"), .. PublicKey, .. Encoding.UTF8.GetBytes(Name)]))[..16].Chunk(4).Select(group => new string(group)));

    /// <summary>Parses a key file. It is self-signed, which proves only integrity, so the fingerprint must still be compared.</summary>
    public static (TrustedTownship? Key, Breach? Against) Read(ReadOnlySpan<byte> file)
    {
        if (SignedFile.Read(file, Letters, 1, CourierRules.IsKeyFile, out var against) is not { } read)
        {
            return (null, against);
        }

        if (SignedFile.FromJson<Content>(read.Parts[0]) is not { } content
            || !TrustedKey.IsName(content.Name) || !DivisionCode.TryParse(content.Code, out var code) || code.Level > 4 || !TrustedKey.IsUsable(content.PublicKey))
        {
            return (null, CourierRules.IsSound.Broken());
        }

        var key = new TrustedTownship(content.Code, content.Name, content.PublicKey);
        return key.Verifies(read.Signed, read.Signature) ? (key, null) : (null, CourierRules.SignatureHolds.Broken());
    }

    /// <summary>True if the office is within the unit's area.</summary>
    public bool Covers(string office) => DivisionCode.Parse(Code).Covers(DivisionCode.Parse(office));

    /// <summary>换密钥 — takes over another key of the same unit; its fingerprint must have been compared before.</summary>
    public void ReplaceKey(TrustedTownship other) => (Name, PublicKey) = (other.Name, other.PublicKey);

    /// <summary>Encrypts a ledger for this key.</summary>
    public byte[] Seal(ReadOnlySpan<byte> ledger, string office, int number) => LedgerEnvelope.Seal(ledger, PublicKey, office, number);

    internal byte[] KeyFileContent() => SignedFile.Content(Letters, SignedFile.Json(new Content(Code, Name, PublicKey)));

    internal bool Verifies(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(PublicKey, out _);
        return verifier.VerifyData([.. TownshipKey.Purpose, .. content], signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private sealed record Content(string Code, string Name, byte[] PublicKey);
}
