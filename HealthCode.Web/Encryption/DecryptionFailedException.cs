namespace HealthCode.Web.Encryption;

/// <summary>打不开 — a closed value that was changed, damaged, moved from another place, or closed by keys that are not here. Nothing is read in its stead.</summary>
/// <param name="place">Table and column: <c>Declarations.Content</c>.</param>
/// <param name="value">As it lies in the file: its row is found by it.</param>
public sealed class DecryptionFailedException(string place, byte[] value) : Exception($"加密的内容打不开：{place}。可能被改动过，或已经损坏，或密钥不是这一套。")
{
    /// <summary>Table and column.</summary>
    public string Place => place;

    /// <summary>As it lies in the file.</summary>
    public IReadOnlyList<byte> Value => value;
}
