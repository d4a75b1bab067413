using System.Security.Cryptography;
using System.Text;

namespace HealthCode.Web.Backups;

/// <summary>备份锁 — ECDH P-256 key pair. Backups are encrypted with the public key, without a passphrase; the private key, encrypted with the passphrase, is part of every backup, so that file and passphrase suffice to restore.</summary>
/// <param name="Rounds">Iterations of PBKDF2-HMAC-SHA-256.</param>
/// <param name="Salt">Salt of PBKDF2.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
/// <param name="SealedKey">PKCS #8, encrypted with AES-256-GCM: nonce, ciphertext, tag; the public key is the associated data.</param>
public sealed record BackupKeyPair(int Rounds, byte[] Salt, byte[] PublicKey, byte[] SealedKey)
{
    /// <summary>Minimum length of a passphrase.</summary>
    public const int ShortestPassphrase = 12;

    /// <summary>PBKDF2 iterations of a new pair.</summary>
    public const int UsualRounds = 600_000;

    private const int MostRounds = 100_000_000;
    private const int SaltLength = 16;

    /// <summary>Creates a pair and encrypts the private key.</summary>
    public static BackupKeyPair Make(string passphrase)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var (salt, open) = (RandomNumberGenerator.GetBytes(SaltLength), pair.ExportSubjectPublicKeyInfo());
        return new(UsualRounds, salt, open, BackupEncryption.Seal(KeyOf(passphrase, salt, UsualRounds), pair.ExportPkcs8PrivateKey(), open));
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Not a key pair.</exception>
    public static BackupKeyPair Read(BinaryReader from)
    {
        var rounds = from.ReadInt32();
        if (rounds is < 1 or > MostRounds)
        {
            throw new InvalidDataException("rounds");
        }

        return new(rounds, from.ReadBlock(), from.ReadBlock(), from.ReadBlock());
    }

    /// <summary>Reads the pair from the database column.</summary>
    public static BackupKeyPair Of(byte[] kept)
    {
        using var reader = new BinaryReader(new MemoryStream(kept));
        return Read(reader);
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        WriteTo(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    public void WriteTo(BinaryWriter to)
    {
        to.Write(Rounds);
        to.WriteBlock(Salt);
        to.WriteBlock(PublicKey);
        to.WriteBlock(SealedKey);
    }

    /// <summary>Encrypts a content key; needs no passphrase.</summary>
    /// <returns>The ephemeral public key and the encrypted content key.</returns>
    public (byte[] Once, byte[] Locked) Close(byte[] contentKey)
    {
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var own = ECDiffieHellman.Create();
        own.ImportSubjectPublicKeyInfo(PublicKey, out _);
        var open = once.ExportSubjectPublicKeyInfo();
        return (open, BackupEncryption.Seal(Between(once, own, open), contentKey, open));
    }

    /// <summary>Decrypts a content key.</summary>
    /// <exception cref="CryptographicException">Wrong passphrase, or the file was changed.</exception>
    public byte[] Open(string passphrase, byte[] once, byte[] locked)
    {
        using var own = ECDiffieHellman.Create();
        own.ImportPkcs8PrivateKey(BackupEncryption.Open(KeyOf(passphrase, Salt, Rounds), SealedKey, PublicKey), out _);
        using var other = ECDiffieHellman.Create();
        other.ImportSubjectPublicKeyInfo(once, out _);
        return BackupEncryption.Open(Between(own, other, once), locked, once);
    }

    private byte[] Between(ECDiffieHellman mine, ECDiffieHellman theirs, byte[] once) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, mine.DeriveRawSecretAgreement(theirs.PublicKey), BackupEncryption.KeyLength, [.. once, .. PublicKey], "HealthCode backup key"u8.ToArray());

    /// <summary>Full-width characters are normalized: a passphrase typed with a Chinese input method still matches.</summary>
    private static byte[] KeyOf(string passphrase, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Trim().Normalize(NormalizationForm.FormKC)), salt, rounds, HashAlgorithmName.SHA256, BackupEncryption.KeyLength);
}
