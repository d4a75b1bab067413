using System.Security.Cryptography;

namespace HealthCode.Domain.Passes;

/// <summary>签发密钥 — an office's private key, signs the QR codes of its cards. ECDSA on P-256 (FIPS 186-4); renewed yearly or on demand.</summary>
public sealed class IssuingKey : IDisposable
{
    private static readonly byte[] Half = Convert.FromHexString("7FFFFFFF800000007FFFFFFFFFFFFFFFDE737D56D38BCF4279DCE5617E3192A8");
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    private readonly ECDsa _key;
    private readonly Lock _lock = new();

    private IssuingKey(ECDsa key, TrustedKey trusted) => (_key, Trusted) = (key, trusted);

    /// <summary>The public key, as distributed to other offices.</summary>
    public TrustedKey Trusted { get; }

    /// <summary>Generates a new key pair.</summary>
    /// <param name="officeCode">12-digit code.</param>
    /// <param name="officeName">Name shown to guards.</param>
    /// <param name="number">1–255, the office's next key number.</param>
    /// <param name="firstDay">First issue day it signs for; a card's validity ago, as reprints keep their issue day. May overlap other keys.</param>
    public static IssuingKey Make(string officeCode, string officeName, int number, DateOnly firstDay)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(key, new(officeCode, officeName, number, key.ExportSubjectPublicKeyInfo(), RandomNumberGenerator.GetBytes(TrustedKey.MarkKeyLength), firstDay, null));
    }

    /// <summary>Restores a stored key pair.</summary>
    /// <param name="privateKey">PKCS #8.</param>
    /// <param name="trusted">Its public key.</param>
    /// <exception cref="CryptographicException">Not a private key, or not that of <paramref name="trusted"/>: signatures would fail.</exception>
    public static IssuingKey Restore(ReadOnlySpan<byte> privateKey, TrustedKey trusted)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(privateKey, out var read);
            return read == privateKey.Length && key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(trusted.PublicKey)
                ? new(key, trusted)
                : throw new CryptographicException("The private key is not the other half of the trusted key.");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The private key as PKCS #8; must be stored encrypted.</summary>
    public byte[] PrivateKey() => _key.ExportPkcs8PrivateKey();

    /// <summary>Creates the signed content of a card's QR code, 125 characters.</summary>
    /// <exception cref="ArgumentException">Another office's card, or an issue day outside <see cref="TrustedKey.SignsFor"/>.</exception>
    public string Sign(HealthPass pass) => Sign(new PassToken(
        Trusted.Number, PassNumber.Restore(pass.Number), pass.Validity, DocumentTag.Of(Trusted.DocumentTagKey, PassNumber.Restore(pass.Number), pass.Holder)));

    /// <summary>Signs a token.</summary>
    /// <exception cref="ArgumentException">As above, or the token has another key number.</exception>
    public string Sign(PassToken token)
    {
        if (token.KeyNumber != Trusted.Number || token.Number.OfficeCode != Trusted.OfficeCode || !Trusted.SignsFor(token.Validity.FirstDay))
        {
            throw new ArgumentException("Not a card of this office, this key and its days.", nameof(token));
        }

        var head = token.Head();
        return TokenText.Write([.. head, .. Low(SignData(PassToken.SignedPart(head)))]);
    }

    /// <summary>Signs a trust file; 64 bytes. Whoever trusts this key trusts the keys and the stop list in the file.</summary>
    public byte[] SignFile(ReadOnlySpan<byte> content) => SignData(TrustedKey.FilePart(content));

    /// <summary>Signs a 报送包; 64 bytes.</summary>
    public byte[] SignPackage(ReadOnlySpan<byte> content) => SignData(TrustedKey.PackagePart(content));

    /// <summary>Signs a 销毁清册; 64 bytes.</summary>
    public byte[] SignRecord(ReadOnlySpan<byte> content) => SignData(TrustedKey.RecordPart(content));

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>True if s ≤ (n − 1) / 2. Both (r, s) and (r, n − s) verify; only the low s is accepted, against altered signatures.</summary>
    internal static bool IsLow(ReadOnlySpan<byte> signature) => signature[32..].SequenceCompareTo(Half) <= 0;

    private byte[] SignData(byte[] data)
    {
        lock (_lock)
        {
            return _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    private static byte[] Low(byte[] signature)
    {
        if (IsLow(signature))
        {
            return signature;
        }

        var borrow = 0;
        for (var at = 31; at >= 0; at--)
        {
            var rest = Order[at] - signature[32 + at] - borrow;
            borrow = rest < 0 ? 1 : 0;
            signature[32 + at] = (byte)rest;
        }

        return signature;
    }
}
