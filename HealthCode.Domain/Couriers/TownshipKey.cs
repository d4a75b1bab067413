using System.Security.Cryptography;

namespace HealthCode.Domain.Couriers;

/// <summary>乡镇的密钥 — its private half: opens ledgers, signs receipts and its own key file. P-256.</summary>
public sealed class TownshipKey : IDisposable
{
    private readonly ECDsa _signer;
    private readonly ECDiffieHellman _opener;

    private TownshipKey(ECDsa signer, TrustedTownship trusted)
    {
        (_signer, Trusted, _opener) = (signer, trusted, ECDiffieHellman.Create());
        _opener.ImportPkcs8PrivateKey(signer.ExportPkcs8PrivateKey(), out _);
    }

    /// <summary>The public half, as offices get it.</summary>
    public TrustedTownship Trusted { get; }

    /// <summary>What it signs never passes for anything an office signs.</summary>
    internal static ReadOnlySpan<byte> Purpose => "HealthPassTownship/1:"u8;

    /// <summary>A new pair.</summary>
    /// <param name="code">12 digits of the unit.</param>
    /// <param name="name">As clerks read it.</param>
    public static TownshipKey Make(string code, string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(key, new(code, name, key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>A pair that was kept.</summary>
    /// <param name="privateKey">PKCS #8.</param>
    /// <param name="code">12 digits of the unit.</param>
    /// <param name="name">As clerks read it.</param>
    /// <exception cref="CryptographicException">It is no key.</exception>
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

    /// <summary>PKCS #8, to be kept under lock.</summary>
    public byte[] PrivateKey() => _signer.ExportPkcs8PrivateKey();

    /// <summary>收件密钥文件.</summary>
    public byte[] KeyFile() => Signed(Trusted.KeyFileContent());

    /// <summary>Opens a ledger; null when it is closed for another key or was changed.</summary>
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
