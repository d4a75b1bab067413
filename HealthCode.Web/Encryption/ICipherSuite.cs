namespace HealthCode.Web.Encryption;

/// <summary>密码算法 — what closes values and what finds them again. Another profile is another class with a mark of its own; what an earlier one closed stays readable.</summary>
public interface ICipherSuite
{
    /// <summary>Stands in every value it closed.</summary>
    byte Mark { get; }

    /// <summary>Bytes of a key.</summary>
    int KeyLength { get; }

    /// <summary>So many bytes is a closed value longer than the open one.</summary>
    int Overhead { get; }

    /// <summary>加密, under a nonce that is used once.</summary>
    /// <param name="key">As long as it must be.</param>
    /// <param name="open">What is closed.</param>
    /// <param name="place">Where it stands: it opens nowhere else.</param>
    /// <param name="closed">As long as <paramref name="open"/> and the overhead.</param>
    void Encrypt(byte[] key, ReadOnlySpan<byte> open, ReadOnlySpan<byte> place, Span<byte> closed);

    /// <summary>解密. False when a bit of it was changed, or it was closed under another key or for another place.</summary>
    bool TryDecrypt(byte[] key, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> place, Span<byte> open);

    /// <summary>带密钥的散列: equal for equal texts, and nobody without the key can try out which.</summary>
    byte[] Hash(byte[] key, ReadOnlySpan<byte> text);
}
