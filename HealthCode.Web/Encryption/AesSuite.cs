using System.Security.Cryptography;

namespace HealthCode.Web.Encryption;

/// <summary>国际算法 — AES-256-GCM (NIST SP 800-38D) and HMAC-SHA-256 (RFC 2104) from the runtime. Encrypted value: nonce, ciphertext, tag.</summary>
public sealed class AesSuite : ICipherSuite
{
    private const int Nonce = 12;
    private const int Tag = 16;

    // A report decrypts 100,000 values with one key: the key schedule is computed once per thread.
    [ThreadStatic]
    private static (byte[] Key, AesGcm Cipher)? _last;

    public byte Mark => 1;

    public int KeyLength => 32;

    public int Overhead => Nonce + Tag;

    public void Encrypt(byte[] key, ReadOnlySpan<byte> open, ReadOnlySpan<byte> place, Span<byte> closed)
    {
        RandomNumberGenerator.Fill(closed[..Nonce]);
        CipherOf(key).Encrypt(closed[..Nonce], open, closed[Nonce..^Tag], closed[^Tag..], place);
    }

    public bool TryDecrypt(byte[] key, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> place, Span<byte> open)
    {
        try
        {
            CipherOf(key).Decrypt(closed[..Nonce], closed[Nonce..^Tag], closed[^Tag..], open, place);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public byte[] Hash(byte[] key, ReadOnlySpan<byte> text) => HMACSHA256.HashData(key, text);

    private static AesGcm CipherOf(byte[] key)
    {
        if (_last is not { } last || !ReferenceEquals(last.Key, key))
        {
            _last?.Cipher.Dispose();
            _last = last = (key, new(key, Tag));
        }

        return last.Cipher;
    }
}
