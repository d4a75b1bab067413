using System.Security.Cryptography;
using System.Text;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Encryption;

/// <summary>主密钥 — encrypts the key files at rest. It lies apart from them, on the disk of each server: neither the shared folder nor the database opens anything without it.</summary>
public sealed class MasterKey
{
    /// <summary>Name of the setting with the path of its file: 32 random bytes.</summary>
    public const string Setting = "HEALTHCODE_MASTER_KEY";

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private static readonly byte[] Magic = "HCK1"u8.ToArray();

    private readonly byte[]? _secret;

    private MasterKey(byte[]? secret) => _secret = secret;

    /// <summary>None: key files are not encrypted.</summary>
    public static MasterKey None { get; } = new(null);

    /// <summary>Reads the file.</summary>
    /// <param name="path">The value of <see cref="Setting"/>; null or empty for <see cref="None"/>.</param>
    /// <exception cref="CannotStartException">It cannot be read, or is not of 32 bytes.</exception>
    public static MasterKey From(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return None;
        }

        try
        {
            var secret = File.ReadAllBytes(path);
            return secret.Length == 32 ? new(secret) : throw new IOException($"it has {secret.Length} bytes, not 32");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"主密钥文件 {path} 读不出来。它是 32 个字节，每台服务器上都要有同一份；做一份新的：openssl rand -out 文件 32。已经用过的不能换成新的，否则密钥目录打不开。",
                $"the master key in {path} cannot be read: {fault.Message}",
                fault);
        }
    }

    /// <summary>Encrypts the contents of a file; unchanged without a master key.</summary>
    public byte[] Seal(byte[] bytes, string name)
    {
        if (_secret is null)
        {
            return bytes;
        }

        var closed = new byte[Magic.Length + NonceSize + bytes.Length + TagSize];
        Magic.CopyTo(closed, 0);
        RandomNumberGenerator.Fill(closed.AsSpan(Magic.Length, NonceSize));
        using var aes = new AesGcm(_secret, TagSize);
        aes.Encrypt(closed.AsSpan(Magic.Length, NonceSize), bytes, closed.AsSpan(Magic.Length + NonceSize, bytes.Length), closed.AsSpan(^TagSize..), Encoding.UTF8.GetBytes(name));
        return closed;
    }

    /// <summary>Decrypts the contents of a file; one that is not sealed is returned unchanged and is sealed when it is written next.</summary>
    /// <exception cref="CannotStartException">It is sealed with another key, or there is none.</exception>
    public byte[] Open(byte[] closed, string name)
    {
        if (!closed.AsSpan().StartsWith(Magic))
        {
            return closed;
        }

        try
        {
            var open = new byte[closed.Length - Magic.Length - NonceSize - TagSize];
            using var aes = new AesGcm(_secret ?? throw new CryptographicException("there is no master key"), TagSize);
            aes.Decrypt(closed.AsSpan(Magic.Length, NonceSize), closed.AsSpan(Magic.Length + NonceSize, open.Length), closed.AsSpan(^TagSize..), open, Encoding.UTF8.GetBytes(name));
            return open;
        }
        catch (Exception fault) when (fault is CryptographicException or OverflowException or ArgumentException)
        {
            throw new CannotStartException(
                $"密钥目录里的 {name} 打不开：它是用别的主密钥加密的。请核对 {Setting} 指的文件，每台服务器上都要是同一份。",
                $"the key file {name} cannot be opened with the master key named in {Setting}.",
                fault);
        }
    }
}
