using System.Security.Cryptography;
using System.Text;

namespace HealthCode.Web.Backups;

/// <summary>备份锁 — a pair of keys (ECDH P-256). The public half locks every backup without anybody typing; the private half, sealed by the passphrase, lies in every backup, so that file and passphrase are all one needs.</summary>
/// <param name="Rounds">Of PBKDF2-HMAC-SHA-256.</param>
/// <param name="Salt">Of PBKDF2.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
/// <param name="SealedKey">PKCS #8, sealed by AES-256-GCM: nonce, text, tag; the public half is its associated data.</param>
public sealed record BackupKeyPair(int Rounds, byte[] Salt, byte[] PublicKey, byte[] SealedKey)
{
    /// <summary>Characters a passphrase must have.</summary>
    public const int ShortestPassphrase = 12;

    /// <summary>Rounds of a new lock.</summary>
    public const int UsualRounds = 600_000;

    private const int MostRounds = 100_000_000;
    private const int SaltLength = 16;

    /// <summary>A new pair, its private half sealed.</summary>
    public static BackupKeyPair Make(string passphrase)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var (salt, open) = (RandomNumberGenerator.GetBytes(SaltLength), pair.ExportSubjectPublicKeyInfo());
        return new(UsualRounds, salt, open, BackupEncryption.Seal(KeyOf(passphrase, salt, UsualRounds), pair.ExportPkcs8PrivateKey(), open));
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static BackupKeyPair Read(BinaryReader from)
    {
        var rounds = from.ReadInt32();
        if (rounds is < 1 or > MostRounds)
        {
            throw new InvalidDataException("rounds");
        }

        return new(rounds, from.ReadBlock(), from.ReadBlock(), from.ReadBlock());
    }

    /// <summary>The lock as it is kept in the database.</summary>
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

    /// <summary>Locks a content key; needs no passphrase.</summary>
    /// <returns>The public half of the pair made for this once, and the locked key.</returns>
    public (byte[] Once, byte[] Locked) Close(byte[] contentKey)
    {
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var own = ECDiffieHellman.Create();
        own.ImportSubjectPublicKeyInfo(PublicKey, out _);
        var open = once.ExportSubjectPublicKeyInfo();
        return (open, BackupEncryption.Seal(Between(once, own, open), contentKey, open));
    }

    /// <summary>The content key again.</summary>
    /// <exception cref="CryptographicException">The passphrase is another, or the file was changed.</exception>
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

    /// <summary>Full width and half width are one: what was typed with the Chinese keyboard on opens without it.</summary>
    private static byte[] KeyOf(string passphrase, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Trim().Normalize(NormalizationForm.FormKC)), salt, rounds, HashAlgorithmName.SHA256, BackupEncryption.KeyLength);
}
