using System.Runtime.CompilerServices;
using HealthCode.Domain.Rules;

namespace HealthCode.Tests.Support;

/// <summary>样例省 — an invented province: cards valid for 7 days, a form that asks for 10 days, its own wording.</summary>
public sealed class SampleProvince : IProvince
{
    private const string Notice7 = "样疫办〔2020〕7号";
    private const int ValidityDays = 7;
    private const int LookBackDays = 10;
    private const int ObservationDays = 10;

    public static RulePack Pack { get; } = new()
    {
        Code = "sample",
        Name = "样例省",
        DivisionCode = "99",
        Notice = Notice7,
        FirstDay = new(2020, 3, 1),
        Passages = PassageKeeping.VenueAndTime,
        PassagesCitation = new(Notice7, "五", "记场所和时间。"),
        GateCode = "入样码",
        HistoryDays = 10,
        HealthCode = new()
        {
            Platform = "样例码",
            Values = [new(HealthCodeResult.Green, "样绿"), new(HealthCodeResult.Gray, "样灰"), new(HealthCodeResult.Red, "样红")],
            Grounds = [new(HealthGround.CloseContact, HealthCodeResult.Red, "样例密接", new(Notice7, "六", "密接为红。"))],
            Transitions = [new(HealthCodeResult.Red, HealthCodeResult.Green, 5, CountedReports.Normal, new(Notice7, "六", "连续 5 天正常转绿。"))],
            Clear = new(Notice7, "六", "其余为绿。"),
            Gray = new(2, new(Notice7, "六", "2 天不打卡转灰。")),
            Audience = CheckInAudience.KeptUp,
            CheckIn = new() { AsksTemperature = true, NoSymptoms = "没有", Symptoms = ["样例症状"], Exposures = [new("sample", "到过样例市？", AllowsUncertain: true)] },
            Corrections = new(2, CountsDeclarations: true, KeepsIdentity: true, new(Notice7, "七", "每天可改一次。")),
        },
        Venues = new()
        {
            Kinds = ["样例市场", "其他样例场所"],
            KindsCitation = new(Notice7, "八", "样例市场等。"),
            Notices = [.. new[] { NoticeKind.HowToApply, NoticeKind.HowToUse, NoticeKind.Supervision, NoticeKind.NoThreshold }.Select(kind => new NoticeText(kind, $"样例告示{(int)kind}", ["样例告示的话。"], new(Notice7, "八", "张贴。")))],
        },
        Sources = new() { Clauses = Notice7 + " 二", Grounds = Notice7 + " 一、二", Form = Notice7 + " 附表" },
        Pass = new()
        {
            Title = "样例省通行卡",
            FormTitle = "样例省通行卡申领表",
            Warning = "请如实填写",
            Promise = "以上内容是真的。",
            Foot = $"(盖章有效, {ValidityDays} 天)",
            ValidWithin = "样例省内",
            ValidityDays = ValidityDays,
            Validity = new(Notice7, "三", "通行卡有效期 7 天。"),
            ResidenceDays = ObservationDays,
            LookBackDays = LookBackDays,
            Items = [.. ((int[])[1, 2, 3, 5, 6, 7, 8, 9, 11, 12]).Select(number => new FormItem(number, $"{LookBackDays} 天内样例第{number}问") { Hint = number is 5 or 11 ? $"样例提示{number}" : "" })],
            Clauses =
            [
                Clause(1, "样例患者", ObservationDays), Clause(2, "样例密接", null), Clause(3, "返样人员", ObservationDays, "返样日期"),
                Clause(4, "样例接触", ObservationDays, "样例接触日"), Clause(5, "样例症状", null),
            ],
            Conditions = [Clause(1, "样例居住", ObservationDays, "从哪天起住在样例省"), Clause(2, "样例管理", null), Clause(3, "样例外出", null)],
        },
    };

    /// <summary>Rules from July on: cards valid for 5 days.</summary>
    public static RulePack Later { get; } = Pack with
    {
        FirstDay = new(2020, 7, 1),
        Pass = Pack.Pass with { ValidityDays = 5, Foot = "(盖章有效, 5 天)" },
    };

    public static IReadOnlyList<RulePack> Versions { get; } = [Pack, Later];

    public IReadOnlyList<RulePack> Packs => Versions;

    [ModuleInitializer]
    internal static void Include() => RulePacks.Include(typeof(SampleProvince).Assembly);

    private static PackClause Clause(int number, string topic, int? days, string dayLabel = "") => new(
        number, $"7-{topic}", topic, new(Notice7, $"二{number}", topic + (days is null ? "的" : $"未满 {days} 天的")), topic + "，还不能办。", "请以后再来。", days) { DayLabel = dayLabel };
}
