namespace HealthCode.Web.Encryption;

/// <summary>打不开 — an encrypted value was changed, damaged, moved from another column, or its key is missing. There is no fallback value.</summary>
/// <param name="place">Table and column: <c>Declarations.Content</c>.</param>
/// <param name="value">The stored bytes, by which the row is found.</param>
public sealed class DecryptionFailedException(string place, byte[] value) : Exception($"加密的内容打不开：{place}。可能被改动过，或已经损坏，或密钥不是这一套。")
{
    /// <summary>Table and column.</summary>
    public string Place => place;

    /// <summary>The stored bytes.</summary>
    public IReadOnlyList<byte> Value => value;
}
