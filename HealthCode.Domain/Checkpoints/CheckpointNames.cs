using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>关口用语.</summary>
public static class CheckpointNames
{
    /// <summary>路口, 村庄, 小区.</summary>
    public static string ChineseName(this CheckpointKind kind) => kind switch
    {
        CheckpointKind.Road => "路口",
        CheckpointKind.Village => "村庄",
        CheckpointKind.Compound => "小区",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>场所, 机场、车站、省界, 校园.</summary>
    public static string ChineseName(this CheckMode mode) => mode switch
    {
        CheckMode.Venue => "场所",
        CheckMode.Port => "机场、车站、省界",
        CheckMode.Campus => "校园",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>Order of the checks in the wording of the notice; 扫码 only if the rule pack defines a gate code.</summary>
    public static string ChineseOrder(this CheckMode mode, RulePack pack) => mode switch
    {
        CheckMode.Venue or CheckMode.Campus => "先验码，再测温",
        CheckMode.Port => "先测温，再验码" + (pack.GateCode is null ? "" : "，再扫码"),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>有效, 已过期, …: shown in large type on the guard's page.</summary>
    public static string ChineseName(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Valid => "有效",
        CheckOutcome.Expired => "已过期",
        CheckOutcome.Revoked => "已停用",
        CheckOutcome.Void => "已遗失作废",
        CheckOutcome.NotOurs => "不是本系统签发",
        CheckOutcome.ListTooOld => "名单过旧",
        CheckOutcome.NotHandedOver => "还没有发放",
        CheckOutcome.Ended => "疫情解除，停止使用",
        CheckOutcome.NumberAlone => "还不能确定",
        CheckOutcome.NotRead => "没读全，请再扫一次",
        CheckOutcome.StolenKey => "须换卡",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>绿, 黄, 红, 灰, 未见异常, 提示信息.</summary>
    public static string ChineseName(this HealthCodeResult word) => word switch
    {
        HealthCodeResult.Green => "绿",
        HealthCodeResult.Yellow => "黄",
        HealthCodeResult.Red => "红",
        HealthCodeResult.Gray => "灰",
        HealthCodeResult.NothingFound => "未见异常",
        HealthCodeResult.Notice => "提示信息",
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    /// <summary>返工, 返乡, 购买生活用品, 其他.</summary>
    public static string ChineseName(this PassageReason reason) => reason switch
    {
        PassageReason.BackToWork => "返工",
        PassageReason.BackHome => "返乡",
        PassageReason.Shopping => "购买生活用品",
        PassageReason.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>外出, 进入.</summary>
    public static string ChineseName(this PassageDirection direction) => direction switch
    {
        PassageDirection.Out => "外出",
        PassageDirection.In => "进入",
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };
}
