namespace HealthCode.Domain.Rules.Packs;

/// <summary>国家平台 — 防疫健康信息码 of the national platform, for places that use only it: no card, gates only. 未见异常 passes and is only counted.</summary>
public sealed class National : IProvince
{
    // The notice by which 眉山 forwards 123号; it has no number.
    private const string PassedOn = "眉山市《进一步推广使用国家防疫健康码的通知》";

    /// <summary>In force from the day by which it required the code to be displayed (2020-12-20; its own date is not legible).</summary>
    public static RulePack Pack { get; } = new()
    {
        Code = "national",
        Name = "国家平台",
        Notice = "联防联控机制综发〔2020〕123号",
        FirstDay = new(2020, 12, 20),
        Passages = PassageKeeping.Tally,
        PassagesCitation = new(PassedOn, "三", "凡持有显示“未见异常”信息码的人员均可通行，不得另行设置限制性政策。"),
        Sources = new() { Inspection = PassedOn + " 四" },
    };

    /// <inheritdoc />
    public IReadOnlyList<RulePack> Packs => [Pack];
}
