using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>健康状态的规则.</summary>
public static class HealthStatusRules
{
    /// <summary>需本人授权; without it nothing is entered and nobody is refused anything.</summary>
    public static Rule HasConsent { get; } = new("status-consent", "请写明是本人还是监护人同意的；没有同意就不要登记，也不影响他办任何事。", "联防联控机制综发〔2020〕123号 问题十一；个人信息保护法 第二十九条");

    /// <summary>Colours are never converted.</summary>
    public static Rule IsOfProvince { get; } = new("status-value", "本省的官方码没有这个结果。可选的有：", "宁疫指办发〔2020〕71号 三");

    /// <summary>Shown, not expected.</summary>
    public static Rule SeenAlready { get; } = new("status-seen", "看到官方结果的时间在现在之后，请核对。", "DECISIONS.md D44");

    /// <summary>Only what the notices attach a value to.</summary>
    public static Rule GroundKnown { get; } = new("status-ground", "本省的通知没有说这种情况对应什么结果，不用登记。", "宁疫指办发〔2020〕66号 附件 四(一)；琼肺炎指〔2020〕29号 （二）");

    /// <summary>A ground has begun.</summary>
    public static Rule GroundHasBegun { get; } = new("status-ground-begun", "开始日期在今天之后，请核对日期。", "DECISIONS.md D44");

    /// <summary>Nobody is a contact because somebody typed it.</summary>
    public static Rule GroundHasSource { get; } = new("status-ground-source", "请写明是谁告诉的，或者看到了什么文书。", "DECISIONS.md D44");

    /// <summary>A ground is noted once.</summary>
    public static Rule GroundOnce { get; } = new("status-ground-once", "这个情况从同一天起已经登记过了。", "DECISIONS.md D44");

    /// <summary>A ground is withdrawn once.</summary>
    public static Rule WithdrawnOnce { get; } = new("status-withdrawn", "这一条已经撤回了，或者没有这一条。", "DECISIONS.md D44");

    /// <summary>What was a mistake is said.</summary>
    public static Rule WithdrawalHasReason { get; } = new("status-withdraw-reason", "请写明为什么撤回，例如“登记错了人”。", "DECISIONS.md D44");

    /// <summary>Only a case is cured.</summary>
    public static Rule CuredCase { get; } = new("status-cured-case", "没有登记确诊、疑似或发热病例，不用登记治愈。", "宁疫指办发〔2020〕66号 附件 四(一)5");

    /// <summary>Cured after it began.</summary>
    public static Rule CuredInTime { get; } = new("status-cured-day", "治愈日期要在发病登记之后、今天以前，请核对。", "DECISIONS.md D44");

    /// <summary>Nobody asks for who has gone.</summary>
    public static Rule IsHere { get; } = new("status-left", "这个人已经登记迁走或去世，不再打卡。回来了、记错了的，请在他的页上点“恢复”。", "DECISIONS.md D45");
}

/// <summary>健康状态的栏 that a rule speaks of.</summary>
public enum HealthStatusField
{
    /// <summary>谁同意的.</summary>
    Consent,

    /// <summary>官方结果.</summary>
    Result,

    /// <summary>看到的时间.</summary>
    SeenAt,

    /// <summary>情况.</summary>
    Ground,

    /// <summary>开始日期.</summary>
    Since,

    /// <summary>谁告诉的.</summary>
    ToldBy,
}
