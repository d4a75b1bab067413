using HealthCode.Domain.Rules;

namespace HealthCode.Web.Encryption;

/// <summary>换数据密钥的规则.</summary>
public static class DataKeyRules
{
    /// <summary>Every value is re-encrypted before another key is added.</summary>
    public static Rule OneAtATime { get; } = new("data-keys-one-at-a-time", "正在换数据密钥，请等这一次做完。", "DECISIONS.md D41");
}
