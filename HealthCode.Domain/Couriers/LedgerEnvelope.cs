using System.Security.Cryptography;
using System.Text;

namespace HealthCode.Domain.Couriers;

/// <summary>台账信封 — encrypts the ledger for the township's key: ECDH on P-256 with an ephemeral key, HKDF-SHA256, AES-256-GCM.</summary>
internal static class LedgerEnvelope
{
    /// <summary>Length in bytes of the recipient's key identifier.</summary>
    public const int MarkLength = 8;

    private const int PointLength = 65;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Identifier of the recipient's key: the first bytes of its SHA-256.</summary>
    public static byte[] KeyIdOf(byte[] publicKey) => SHA256.HashData(publicKey)[..MarkLength];

    /// <summary>Encrypts the ledger.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> plain, byte[] publicKey, string office, int number)
    {
        using var reader = ECDiffieHellman.Create();
        reader.ImportSubjectPublicKeyInfo(publicKey, out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = once.ExportSubjectPublicKeyInfo()[^PointLength..];
        var secret = Secret(once, reader, [.. point, .. publicKey[^PointLength..]], office, number);

        var (cipher, tag) = (new byte[plain.Length], new byte[TagLength]);
        using var aes = new AesGcm(secret.AsSpan(0, KeyLength), TagLength);
        aes.Encrypt(secret.AsSpan(KeyLength), plain, cipher, tag);
        CryptographicOperations.ZeroMemory(secret);
        return [.. KeyIdOf(publicKey), .. point, .. cipher, .. tag];
    }

    /// <summary>Decrypts the ledger; null if it is encrypted for another key or was changed.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> envelope, ECDiffieHellman reader, byte[] publicKey, string office, int number)
    {
        if (envelope.Length < MarkLength + PointLength + TagLength || !envelope.StartsWith(KeyIdOf(publicKey)))
        {
            return null;
        }

        var point = envelope.Slice(MarkLength, PointLength).ToArray();
        var cipher = envelope[(MarkLength + PointLength)..^TagLength];
        try
        {
            using var once = ECDiffieHellman.Create();
            once.ImportSubjectPublicKeyInfo([.. publicKey[..^PointLength], .. point], out _);
            var secret = Secret(reader, once, [.. point, .. publicKey[^PointLength..]], office, number);
            var plain = new byte[cipher.Length];
            using var aes = new AesGcm(secret.AsSpan(0, KeyLength), TagLength);
            aes.Decrypt(secret.AsSpan(KeyLength), cipher, envelope[^TagLength..], plain);
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Secret(ECDiffieHellman own, ECDiffieHellman other, byte[] salt, string office, int number)
    {
        using var their = other.PublicKey;
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(their), KeyLength + NonceLength, salt, Encoding.ASCII.GetBytes($"HealthPassLedger/1:{office}/{number}"));
    }
}
