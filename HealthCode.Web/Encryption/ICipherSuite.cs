namespace HealthCode.Web.Encryption;

/// <summary>密码算法 — encryption and lookup hash. Another algorithm is another class with its own <see cref="Mark"/>; values of earlier ones stay readable.</summary>
public interface ICipherSuite
{
    /// <summary>Algorithm id, stored in every encrypted value.</summary>
    byte Mark { get; }

    /// <summary>Key length in bytes.</summary>
    int KeyLength { get; }

    /// <summary>Bytes by which the ciphertext is longer than the plain text.</summary>
    int Overhead { get; }

    /// <summary>加密, with a fresh nonce.</summary>
    /// <param name="key">Of <see cref="KeyLength"/> bytes.</param>
    /// <param name="open">Plain text.</param>
    /// <param name="place">Table and column, as associated data.</param>
    /// <param name="closed">Buffer for the result: length of <paramref name="open"/> plus <see cref="Overhead"/>.</param>
    void Encrypt(byte[] key, ReadOnlySpan<byte> open, ReadOnlySpan<byte> place, Span<byte> closed);

    /// <summary>解密. False if the value was changed, or encrypted with another key or for another column.</summary>
    bool TryDecrypt(byte[] key, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> place, Span<byte> open);

    /// <summary>带密钥的散列: equal for equal texts; without the key it cannot be brute-forced.</summary>
    byte[] Hash(byte[] key, ReadOnlySpan<byte> text);
}
