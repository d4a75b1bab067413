namespace HealthCode.Domain.Rules.Packs;

/// <summary>河北 — official code only: no card, offices only run gates.</summary>
public sealed class Hebei : IProvince
{
    private const string Notice169 = "冀防领办〔2020〕169号";
    private const string SpecialPeople = "对不便申领“河北健康码”的老人、儿童和残障人士等特殊人群，可通过监护人代领或开具相关证明材料的方式有序通行。";

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
        HealthCode = new()
        {
            Platform = "冀时办",
            // The screen of a code has the colours, the one who scans it reads 未见异常 or 提示信息.
            Values =
            [
                new(HealthCodeResult.Green, "绿码"), new(HealthCodeResult.NothingFound, "未见异常"), new(HealthCodeResult.Notice, "提示信息"),
                new(HealthCodeResult.Yellow, "黄码"), new(HealthCodeResult.Red, "红码"),
            ],
            // 附件 一(一)4: 如果显示“黄码”或“红码”，需核实健康状况; 附件 二(一)4: 如果有红色“提示信息”，需进行健康状态核验.
            VerifiedResults = [HealthCodeResult.Notice, HealthCodeResult.Yellow, HealthCodeResult.Red],
            CheckIn = CheckInForm.OwnWordsAlone,
            GuardianClaims = new(Notice169, "二(二)", SpecialPeople),
            CircumstanceStatements = new(Notice169, "二(二)", SpecialPeople),
            Corrections = new(3, CountsDeclarations: true, KeepsIdentity: false, new(Notice169, "附件 四1", "每人每日可进行3次健康申报，如发生错填情况，可如实再次进行健康申报，实现状态更正。")),
        },
        Sources = new() { Inspection = Notice169 + " 三(三)" },
        Supervision = new()
        {
            Inspections =
            [
                new("entrance", "小区、厂区、公共场所出入口",
                    [
                        new("posted", "出入口张贴“河北健康码”使用说明"), new("staff", "有专人指导进入的人亮码并核验"),
                        new("elders", "老人、儿童和残障人士，有监护人代领或证明材料的，可以通行"), new("venue-code", "申领了“场所码”的，贴在入口显著位置"),
                    ],
                    new(Notice169, "二(二)、二(四)", "出入口张贴“河北健康码”使用说明，设立专人指导进入人员主动亮码并进行核验")),
            ],
            Recognition = new(["“河北健康码”"], new(Notice169, "三(三)", "对落实不力、执行不严格的单位通报全省")),
            Deadlines =
            [
                new("carry-out", "落实“河北健康码”亮码通行制度", new(2020, 5, 1), new(0, 0), ["本村（居）委会"], "乡镇（街道）", new(Notice169, "三(一)", "务于5月1日前将“河北健康码”亮码通行制度落到实处")),
                new("report", "报工作落实情况", new(2020, 5, 6), new(17, 0), ["本村（居）委会"], "乡镇（街道），逐级报省领导小组办公室", new(Notice169, "三", "请于5月6日17时前，将工作落实情况报省应对新型冠状病毒感染肺炎疫情工作领导小组办公室。")),
            ],
            Notices = [new(Notice169, "关于全面推行“河北健康码”亮码通行制度的通知", new(2020, 4, 29), "亮码通行，场所码，每人每日三次健康申报，暗访和排序")],
        },
    };

    /// <inheritdoc />
    public IReadOnlyList<RulePack> Packs => [Pack];
}
