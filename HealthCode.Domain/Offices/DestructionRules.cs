using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>销毁的规则.</summary>
public static class DestructionRules
{
    /// <summary>留存至疫情解除后 30 天: the thirtieth day is still kept.</summary>
    public static Rule NeverEarlier { get; } = new("destroy-never-earlier", "还没有到销毁的日子：资料要保存到疫情解除后第 30 天。", "63号 附件1；rule-table 1.18、D4");
}
