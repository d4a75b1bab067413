using System.Security.Cryptography;

namespace HealthCode.Web.Backups;

/// <summary>AES-256-GCM for short values with a random nonce; and length-prefixed blocks.</summary>
internal static class BackupEncryption
{
    public const int KeyLength = 32;
    public const int TagLength = 16;
    public const int NonceLength = 12;

    /// <summary>Upper bound for a block of the header.</summary>
    private const int LongestBlock = 4096;

    /// <summary>Returns nonce, ciphertext, tag.</summary>
    public static byte[] Seal(byte[] key, byte[] text, byte[] about)
    {
        var closed = new byte[NonceLength + text.Length + TagLength];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceLength));
        using var gcm = new AesGcm(key, TagLength);
        gcm.Encrypt(closed.AsSpan(0, NonceLength), text, closed.AsSpan(NonceLength, text.Length), closed.AsSpan(NonceLength + text.Length), about);
        return closed;
    }

    /// <exception cref="CryptographicException">Wrong key, or data changed.</exception>
    public static byte[] Open(byte[] key, byte[] closed, byte[] about)
    {
        if (closed.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("too short");
        }

        var text = new byte[closed.Length - NonceLength - TagLength];
        using var gcm = new AesGcm(key, TagLength);
        gcm.Decrypt(closed.AsSpan(0, NonceLength), closed.AsSpan(NonceLength, text.Length), closed.AsSpan(NonceLength + text.Length), text, about);
        return text;
    }

    public static void WriteBlock(this BinaryWriter to, byte[] block)
    {
        to.Write((ushort)block.Length);
        to.Write(block);
    }

    /// <exception cref="InvalidDataException">Longer than a block of the header can be.</exception>
    /// <exception cref="EndOfStreamException">Truncated.</exception>
    public static byte[] ReadBlock(this BinaryReader from)
    {
        int length = from.ReadUInt16();
        if (length > LongestBlock)
        {
            throw new InvalidDataException("block");
        }

        var block = from.ReadBytes(length);
        return block.Length == length ? block : throw new EndOfStreamException();
    }
}
