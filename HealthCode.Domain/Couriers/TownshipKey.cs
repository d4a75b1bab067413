using System.Security.Cryptography;

namespace HealthCode.Domain.Couriers;

/// <summary>乡镇的密钥 — a township's private key (P-256): decrypts ledgers, signs receipts and its own key file.</summary>
public sealed class TownshipKey : IDisposable
{
    private readonly ECDsa _signer;
    private readonly ECDiffieHellman _opener;

    private TownshipKey(ECDsa signer, TrustedTownship trusted)
    {
        (_signer, Trusted, _opener) = (signer, trusted, ECDiffieHellman.Create());
        _opener.ImportPkcs8PrivateKey(signer.ExportPkcs8PrivateKey(), out _);
    }

    /// <summary>The public key, as distributed to offices.</summary>
    public TrustedTownship Trusted { get; }

    /// <summary>Prefix of everything the key signs, so that its signatures are never valid as an office's.</summary>
    internal static ReadOnlySpan<byte> Purpose => "HealthPassTownship/1:"u8;

    /// <summary>Generates a new key pair.</summary>
    /// <param name="code">12-digit code of the unit.</param>
    /// <param name="name">Name shown to clerks.</param>
    public static TownshipKey Make(string code, string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(key, new(code, name, key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Restores a stored key pair.</summary>
    /// <param name="privateKey">PKCS #8.</param>
    /// <param name="code">12-digit code of the unit.</param>
    /// <param name="name">Name shown to clerks.</param>
    /// <exception cref="CryptographicException">The bytes are not a valid private key.</exception>
    public static TownshipKey Restore(ReadOnlySpan<byte> privateKey, string code, string name)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(privateKey, out _);
            return new(key, new(code, name, key.ExportSubjectPublicKeyInfo()));
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The private key as PKCS #8; must be stored encrypted.</summary>
    public byte[] PrivateKey() => _signer.ExportPkcs8PrivateKey();

    /// <summary>收件密钥文件: the public key file for offices.</summary>
    public byte[] KeyFile() => Signed(Trusted.KeyFileContent());

    /// <summary>Decrypts a ledger; null if it is encrypted for another key or was changed.</summary>
    public byte[]? Open(ReadOnlySpan<byte> ledger, string office, int number) => LedgerEnvelope.Open(ledger, _opener, Trusted.PublicKey, office, number);

    /// <inheritdoc/>
    public void Dispose()
    {
        _signer.Dispose();
        _opener.Dispose();
    }

    internal byte[] Signed(byte[] content) =>
        [.. content, .. _signer.SignData([.. Purpose, .. content], HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)];
}
