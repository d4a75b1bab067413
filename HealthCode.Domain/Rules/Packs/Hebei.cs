namespace HealthCode.Domain.Rules.Packs;

/// <summary>河北 — official code only: no card, offices only run gates.</summary>
public sealed class Hebei : IProvince
{
    private const string Notice169 = "冀防领办〔2020〕169号";

    /// <summary>In force from the day notice 169号 was signed (2020-04-29).</summary>
    public static RulePack Pack { get; } = new()
    {
        Code = "hebei",
        Name = "河北",
        DivisionCode = "13",
        Notice = Notice169,
        FirstDay = new(2020, 4, 29),
        Passages = PassageKeeping.VenueAndTime,
        PassagesCitation = new(Notice169, "二(四)", "“河北健康码”已新增“场所码”功能，增加后台自动记录扫码人员进入时间等数据。"),
        Sources = new() { Inspection = Notice169 + " 三(三)" },
    };

    /// <inheritdoc />
    public IReadOnlyList<RulePack> Packs => [Pack];
}
