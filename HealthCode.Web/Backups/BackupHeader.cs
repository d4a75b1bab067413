using System.Security.Cryptography;

namespace HealthCode.Web.Backups;

/// <summary>备份文件的开头 — not encrypted, but the chunk key depends on every byte of it: a changed header makes the file unreadable.</summary>
/// <param name="Lock">The backup key pair.</param>
/// <param name="Once">Public key of the ephemeral pair of this backup.</param>
/// <param name="LockedKey">The content key, encrypted for the public key of the pair.</param>
public sealed record BackupHeader(BackupKeyPair Lock, byte[] Once, byte[] LockedKey)
{
    /// <summary>Version of the file format.</summary>
    public const ushort Version = 1;

    // PBKDF2-HMAC-SHA-256, ECDH P-256 with HKDF-SHA-256, AES-256-GCM.
    private const ushort Algorithm = 1;

    private static ReadOnlySpan<byte> Magic => "HCBACKUP"u8;

    /// <summary>Header for a new content key.</summary>
    public static BackupHeader For(BackupKeyPair lockOf, byte[] contentKey)
    {
        var (once, locked) = lockOf.Close(contentKey);
        return new(lockOf, once, locked);
    }

    /// <exception cref="BackupRefusedException">The file is not a backup, or of a later version.</exception>
    public static BackupHeader Read(Stream from)
    {
        using var reader = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
            {
                throw new InvalidDataException("magic");
            }

            if (reader.ReadUInt16() != Version || reader.ReadUInt16() != Algorithm)
            {
                throw new BackupRefusedException("这份备份是更新的版本做的。请先换上新版本的程序，再恢复。");
            }

            return new(BackupKeyPair.Read(reader), reader.ReadBlock(), reader.ReadBlock());
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new BackupRefusedException("这个文件不是本系统的备份，或者开头已经损坏。请换一份备份。", fault);
        }
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Algorithm);
        Lock.WriteTo(writer);
        writer.WriteBlock(Once);
        writer.WriteBlock(LockedKey);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Decrypts the content key with the passphrase.</summary>
    /// <exception cref="BackupRefusedException">Wrong passphrase.</exception>
    public byte[] ContentKey(string passphrase)
    {
        try
        {
            return Lock.Open(passphrase, Once, LockedKey);
        }
        catch (CryptographicException fault)
        {
            throw new BackupRefusedException("口令不对，打不开这份备份。请核对大小写；备份是用做它那天的口令锁的。", fault);
        }
    }

    /// <summary>The key that encrypts the chunks.</summary>
    public byte[] ChunkKey(byte[] contentKey) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, contentKey, BackupEncryption.KeyLength, SHA256.HashData(ToBytes()), "HealthCode backup chunks"u8.ToArray());
}
