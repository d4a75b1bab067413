namespace HealthCode.Domain.Rules.Packs;

/// <summary>海南 — official code only: no card, offices only run gates.</summary>
public sealed class Hainan : IProvince
{
    private const string Notice29 = "琼肺炎指〔2020〕29号";

    // The operating steps are in an annex to the college's notice that forwards 29号.
    private const string Gates = "系统操作流程 3.1";

    /// <summary>In force from the day by which notice 29号 required the system to be deployed (2月18日; its own date is not legible).</summary>
    public static RulePack Pack { get; } = new()
    {
        Code = "hainan",
        Name = "海南",
        DivisionCode = "46",
        Notice = Notice29,
        FirstDay = new(2020, 2, 18),
        Passages = PassageKeeping.EveryPassage,
        PassagesCitation = new(Notice29, Gates, "系统会自动记录此次进出的时间和关口名称及地址"),
        HistoryDays = 14,
        Sources = new() { Incidents = $"{Notice29} {Gates}" },
    };

    /// <inheritdoc />
    public IReadOnlyList<RulePack> Packs => [Pack];
}
