using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>销毁的规则.</summary>
public static class DestructionRules
{
    /// <summary>留存至疫情解除后 30 天: nothing is destroyed before the end of the thirtieth day.</summary>
    public static Rule NeverEarlier { get; } = new("destroy-never-earlier", "还没有到销毁的日子：资料要保存到疫情解除后第 30 天。", "宁疫指办发〔2020〕63号 附件1；DECISIONS.md D4");

    /// <summary>Once the destruction has begun, no new residents' data can be entered.</summary>
    public static Rule NothingNew { get; } = new("destroy-nothing-new", "本村居的居民资料已经按规定销毁，不能再录入新的。", "宁疫指办发〔2020〕63号 附件1；DECISIONS.md D4");

    /// <summary>A finished and signed 销毁清册 cannot be changed.</summary>
    public static Rule StaysAsSigned { get; } = new("destroy-stays-signed", "销毁清册已经做完、签过名，不能再改。", "DECISIONS.md D10");
}
