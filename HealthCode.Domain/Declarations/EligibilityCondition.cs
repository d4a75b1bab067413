namespace HealthCode.Domain.Declarations;

/// <summary>申办条件 — the three conditions of 63号 一(一); values are their order in the notice, the wording is in the rule pack.</summary>
public enum EligibilityCondition
{
    /// <summary>在本省低风险地区居住满所要求的天数.</summary>
    LowRiskResidence = 1,

    /// <summary>接受居住地村（社区）管理.</summary>
    ManagedHere = 2,

    /// <summary>有外出需要.</summary>
    NeedsToGoOut = 3,
}
