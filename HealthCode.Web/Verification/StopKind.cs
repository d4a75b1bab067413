namespace HealthCode.Web.Verification;

/// <summary>卡为什么停止使用 — as a gate says it.</summary>
public enum StopKind
{
    /// <summary>停用: the office took it back.</summary>
    Revoked = 1,

    /// <summary>作废: lost, damaged, or replaced by a new one.</summary>
    Void = 2,
}
