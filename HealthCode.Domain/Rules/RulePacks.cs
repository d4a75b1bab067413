namespace HealthCode.Domain.Rules;

/// <summary>规则包目录 — every pack the program knows, with its dates.</summary>
public static class RulePacks
{
    private const string Notice63 = "宁疫指办发〔2020〕63号";

    /// <summary>宁夏, from the day the 63号 notice was printed (2020-02-28).</summary>
    public static RulePack Ningxia { get; } = new()
    {
        Code = "ningxia",
        Name = "宁夏",
        FirstDay = new(2020, 2, 28),
        ValidityDays = 14,
        ResidenceDays = 14,
        Validity = new(Notice63, "二", "健康通行卡有效期 14 天，有效期满后须重新申办。"),
        Passages = PassageKeeping.Tally,
        PassagesCitation = new("宁疫指办发〔2020〕73号", "二(一)", "若为“绿码”，进行测温，体温正常，无需登记予以通行"),
        Clauses =
        [
            new(1, "63-1-2-1", "确诊、疑似或阳性",
                new(Notice63, "一(二)1", "被诊断为新冠肺炎确诊病例、疑似病例、阳性无症状感染者，未治愈或治愈出院后医学观察未满 14 天的"),
                "被诊断为确诊、疑似或阳性，还没有治愈，或者出院后的医学观察还没有满 14 天。",
                "请带上出院证明；医学观察满 14 天后再来。", 14),
            new(2, "63-1-2-2", "密切接触者",
                new(Notice63, "一(二)2", "被确定为新冠肺炎确诊病例、疑似病例、阳性无症状感染者的密切接触者，未解除隔离医学观察的"),
                "是病例或阳性人员的密切接触者，隔离医学观察还没有解除。",
                "请带上解除隔离医学观察的通知或证明。", null),
            new(3, "63-1-2-3", "来宁返宁观察未满",
                new(Notice63, "一(二)3", "来宁、返宁人员隔离医学观察未满 14 天的"),
                "从外地来宁夏或回宁夏，隔离医学观察还没有满 14 天。",
                "请在隔离医学观察满 14 天后再来；带上车票等能看出返宁日期的材料，没有也可以来说明。", 14),
            new(4, "63-1-2-4", "高风险地区接触史",
                new(Notice63, "一(二)4", "与湖北等疫情高风险地区人员有接触史，隔离观察未满 14 天的"),
                "接触过湖北等疫情高风险地区的人员，隔离观察还没有满 14 天。",
                "请在隔离观察满 14 天后再来。", 14),
            new(5, "63-1-2-5", "现有症状",
                new(Notice63, "一(二)5", "有发热、干咳、气促、呼吸道症状的"),
                "现在有发热、干咳、气促或者呼吸道症状。",
                "请先到发热门诊就诊；症状消失后就可以再来，不需要另开证明。", null),
        ],
        Conditions =
        [
            new(1, "63-1-1-1", "低风险地区居住满 14 天",
                new(Notice63, "一(一)", "在宁夏境内低风险地区居住 14 天以上"),
                "在宁夏境内低风险地区居住还没有满 14 天。",
                "住满 14 天后再来。", 14),
            new(2, "63-1-1-2", "接受本村（社区）管理",
                new(Notice63, "一(一)", "接受居住地村(社区)管理"),
                "现在住的地方不归本村（社区）管理。",
                "请到现在居住地的村（居）委会办理。", null),
            new(3, "63-1-1-3", "有外出需要",
                new(Notice63, "一(一)", "有外出需要的人员"),
                "目前没有外出需要。",
                "需要外出时再来即可。", null),
        ],
    };

    /// <summary>河北, from the day the 169号 notice was signed (2020-04-29): no card, gates only.</summary>
    public static RulePack Hebei { get; } = new()
    {
        Code = "hebei",
        Name = "河北",
        FirstDay = new(2020, 4, 29),
        ValidityDays = 0,
        ResidenceDays = 0,
        Passages = PassageKeeping.VenueAndTime,
        PassagesCitation = new("冀防领办〔2020〕169号", "二(四)", "“河北健康码”已新增“场所码”功能，增加后台自动记录扫码人员进入时间等数据。"),
        Clauses = [],
        Conditions = [],
    };

    /// <summary>海南, from the day by which the 29号 notice had the system laid out (2月18日; its own date is not legible): no card, gates only.</summary>
    public static RulePack Hainan { get; } = new()
    {
        Code = "hainan",
        Name = "海南",
        FirstDay = new(2020, 2, 18),
        ValidityDays = 0,
        ResidenceDays = 0,
        Passages = PassageKeeping.EveryPassage,
        // The handling follows in an annex to the college's notice that passes 29号 on.
        PassagesCitation = new("琼肺炎指〔2020〕29号", "系统操作流程 3.1", "系统会自动记录此次进出的时间和关口名称及地址"),
        Clauses = [],
        Conditions = [],
    };

    /// <summary>Every pack, the default first.</summary>
    public static IReadOnlyList<RulePack> All { get; } = [Ningxia, Hebei, Hainan];

    /// <summary>The version of a pack that is in force on a day; before its first day, the first version.</summary>
    /// <exception cref="ArgumentException">No pack has this code.</exception>
    public static RulePack InForce(string code, DateOnly day) =>
        All.Where(pack => pack.Code == code && (pack.LastDay is null || day <= pack.LastDay))
            .OrderByDescending(pack => pack.FirstDay <= day)
            .ThenByDescending(pack => pack.FirstDay)
            .FirstOrDefault() ?? throw new ArgumentException($"no rule pack '{code}'", nameof(code));
}
