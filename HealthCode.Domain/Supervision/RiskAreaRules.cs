using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>风险地区的规则.</summary>
public static class RiskAreaRules
{
    /// <summary>Which area.</summary>
    public static Rule HasName { get; } = new("risk-name", "请照通知写地名，至少两个字，例如“湖北省武汉市江汉区”。", "DECISIONS.md D59");

    /// <summary>Which level.</summary>
    public static Rule HasLevel { get; } = new("risk-level", "请照通知写等级，例如“高风险”。", "DECISIONS.md D59");

    /// <summary>Both ends.</summary>
    public static Rule DaysInOrder { get; } = new("risk-days", "结束的日子早于开始的日子，请核对。", "DECISIONS.md D59");

    /// <summary>Nobody makes up a risk area.</summary>
    public static Rule HasNotice { get; } = new("risk-notice", "请写明是哪份通知定的；没有通知不能登记。", "DECISIONS.md D59");

    /// <summary>What is withdrawn stays so.</summary>
    public static Rule NotWithdrawn { get; } = new("risk-withdrawn", "这一条已经撤回，不能再改。", "DECISIONS.md D59");

    /// <summary>Why.</summary>
    public static Rule WithdrawalHasReason { get; } = new("risk-withdraw-reason", "请写明为什么撤回。", "DECISIONS.md D59");
}

/// <summary>风险地区的栏 that a rule speaks of.</summary>
public enum RiskAreaField
{
    /// <summary>地名.</summary>
    Name,

    /// <summary>等级.</summary>
    Level,

    /// <summary>到哪天.</summary>
    LastDay,

    /// <summary>哪份通知.</summary>
    Notice,

    /// <summary>解除的通知.</summary>
    EndNotice,

    /// <summary>为什么撤回.</summary>
    Reason,
}
