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
        Venues = Places(),
    };

    /// <inheritdoc />
    public IReadOnlyList<RulePack> Packs => [Pack];

    private static VenueTerms Places() => new()
    {
        Kinds = ["居民小区", "工厂厂区", "交通卡口", "公共管理和服务机构", "公共交通工具", "其他人员聚集场所"],
        KindsCitation = new(Notice169, "二(二)", "各地要在居民小区、工厂厂区、交通卡口、公共管理和服务机构以及公共交通工具等人员聚集场所出入口张贴“河北健康码”使用说明"),
        PostedBy = new(2020, 5, 1),
        Code = new(
            "冀时办",
            ["用微信“扫一扫”，扫上面的图。", "出示健康码和个人健康信息。", "核验无误，正常通行。", "红黄码、红色“提示信息”，要进行健康状态核验。", "没有手机的，请告诉工作人员，由工作人员登记。"],
            new(Notice169, "附件 三", "保存至手机图片→打印张贴至入口显眼位置→主动指导进出人员用微信“扫一扫”扫描→指导进出人员出示健康码和个人健康信息→核验无误→正常通行"),
            new(Notice169, "附件 四3", "场所码一人只能申领一个。")),
        Entries = new(Notice169, "二(四)", "“河北健康码”已新增“场所码”功能，增加后台自动记录扫码人员进入时间等数据。"),
        Notices =
        [
            new(NoticeKind.HowToApply, "河北健康码怎样领",
                [
                    "微信搜“冀时办”，打开“冀时办”小程序。初次使用，先登录、实名认证。",
                    "点“出示码”。初次使用时如实做一次健康申报，就能亮出健康码。",
                    "填错了可以如实再申报，每人每日可以申报 3 次。",
                    "老人、儿童、残障人士不便申领的，可以由监护人代领，或者开具相关证明材料。",
                ],
                new(Notice169, "二(二)、附件 一", "微信搜索“冀时办”→打开“冀时办”小程序→初次使用，需先登录→实名认证→点击“出示码”按钮→初次使用时，进行一次健康申报（去打卡）→亮出本人“健康码”")),
            new(NoticeKind.HowToUse, "进门请亮码",
                [
                    "请主动亮码，由专人核验。不会用的，请问门口的工作人员。",
                    "绿码、“未见异常”：可以通行。",
                    "黄码、红码或红色“提示信息”：要核实健康状况。",
                ],
                new(Notice169, "二(二)、附件 一(一)4", "设立专人指导进入人员主动亮码并进行核验")),
            new(NoticeKind.Supervision, "监督电话",
                ["有健康码还要您另开证明的，没有人指导、没有人核验的，请打这个电话。"],
                new(Notice169, "三(三)", "对落实不力、执行不严格的单位通报全省。")),
            new(NoticeKind.NoThreshold, "有健康码，不用另开证明",
                [
                    "河北健康码是小区、厂区、交通卡口、公共管理和服务机构通行的有效凭证，不用另开证明。",
                    "老人、儿童、残障人士没有健康码的，凭监护人代领的码或者相关证明材料通行。",
                ],
                new(Notice169, "一", "作为在交通卡口、居住小区、工厂厂区以及公共管理和服务机构通行的有效凭证，无需另行开具相关证明材料。")),
        ],
    };
}
