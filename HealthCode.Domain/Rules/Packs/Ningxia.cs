namespace HealthCode.Domain.Rules.Packs;

/// <summary>宁夏 — 健康通行卡 in addition to the official code; gates record only the number of people.</summary>
public sealed class Ningxia : IProvince
{
    private const string Notice63 = "宁疫指办发〔2020〕63号";
    private const string Notice66 = "宁疫指办发〔2020〕66号";
    private const string Notice73 = "宁疫指办发〔2020〕73号";
    private const string Notice71 = "宁疫指办发〔2020〕71号";
    private const string SchoolNotice = "宁教办函〔2020〕38号";

    // Days of 有效期, of the form's look-back, of residence, of observation.
    private const int ValidityDays = 14;
    private const int LookBackDays = 14;
    private const int ResidenceDays = 14;
    private const int ObservationDays = 14;

    // 赋码转换.
    private const int ReportedDays = 14;
    private const int GrayAfterDays = 3;

    /// <summary>In force from the day notice 63号 was printed (2020-02-28).</summary>
    public static RulePack Pack { get; } = new()
    {
        Code = "ningxia",
        Name = "宁夏",
        DivisionCode = "64",
        Notice = Notice63,
        FirstDay = new(2020, 2, 28),
        Passages = PassageKeeping.Tally,
        PassagesCitation = new(Notice73, "二(一)", "若为“绿码”，进行测温，体温正常，无需登记予以通行"),
        GateCode = "入宁卡口管理码",
        Sources = new()
        {
            Clauses = Notice63 + " 一(二)",
            Grounds = Notice63 + " 一(一)、一(二)",
            Decisions = Notice63 + " 一、三(一)",
            Form = Notice63 + " 附件1",
            Temperature = Notice63 + " 附件1 (10)",
            Corrections = Notice63 + " 二、附件1",
            Reasons = Notice66 + " 二",
            Promptness = Notice73 + " 二(三)",
            Inspection = Notice73 + " 四(四)",
            Incidents = Notice73 + " 二",
            Schools = SchoolNotice + " 三",
            SchoolGates = SchoolNotice + " 二",
        },
        Pass = new()
        {
            Title = "宁夏回族自治区健康通行卡",
            FormTitle = "宁夏回族自治区健康通行卡办理申报表",
            Warning = "请如实填报，如有隐瞒或虚假填报，将依法追究责任",
            Promise = "以上内容属实，如隐瞒、虚报，本人承担一切法律责任或相应后果。",
            Foot = $"(盖章有效, 与本人身份证同时使用, 有效期 {ValidityDays} 天)",
            ValidWithin = "宁夏区内",
            ValidityDays = ValidityDays,
            Validity = new(Notice63, "二", "健康通行卡有效期 14 天，有效期满后须重新申办。"),
            ResidenceDays = ResidenceDays,
            LookBackDays = LookBackDays,
            Items = Items(),
            Clauses = Clauses(),
            Conditions = Conditions(),
        },
        HealthCode = new()
        {
            Platform = "我的宁夏",
            Values = [new(HealthCodeResult.Green, "绿码"), new(HealthCodeResult.Gray, "灰码"), new(HealthCodeResult.Yellow, "黄码"), new(HealthCodeResult.Red, "红码")],
            Grounds = Grounds(),
            Transitions =
            [
                new(HealthCodeResult.Red, HealthCodeResult.Yellow, ReportedDays, CountedReports.ByInstitutionAfterCure,
                    new(Notice66, "附件 四(一)5", "“红码”需要医院治愈并由隔离机构每日上报健康情况连续14天，才可以转换为“黄码”")),
                new(HealthCodeResult.Yellow, HealthCodeResult.Green, ReportedDays, CountedReports.ByPerson,
                    new(Notice66, "附件 四(一)5", "“黄码”需要个人连续上报14天的健康情况，才可以转换成“绿码”")),
            ],
            Clear = new(Notice66, "附件 四(一)1", "符合防疫人员健康条件的，自动生成绿色防疫健康信息码"),
            Gray = new(GrayAfterDays, new(Notice66, "附件 四(一)5", "3天没有进行健康打卡的，“绿码”变为“灰码”")),
            ObservationDays = ObservationDays,
            Audience = CheckInAudience.KeptUp,
            CheckIn = new() { AsksTemperature = true, Citation = new(Notice66, "附件 三", "如实填写信息和当日体温") },
        },
        Supervision = Supervision(),
        Venues = Places(),
        Registers = [Returnees()],
    };

    /// <inheritdoc />
    public IReadOnlyList<RulePack> Packs => [Pack];

    // 63号 一(二)3 makes the isolation of who comes back a matter of the review; no notice asks more of him.
    private static RegisterForm Returnees() => new(
        RegisterKind.Returnees, "返宁登记",
        [
            new(RegisterField.Name, "姓名", true),
            new(RegisterField.DocumentNumber, "证件号码"),
            new(RegisterField.Address, "居住地", false, "没有证件号码的填"),
            new(RegisterField.ArrivedOn, "返宁日期", true),
            new(RegisterField.IsolationFrom, "隔离从哪天起", false, "没有隔离的空着"),
            new(RegisterField.IsolationTo, "隔离到哪天止", false, "空着就按规定的天数算"),
        ],
        new(Notice63, "一(二)3", "来宁、返宁人员隔离医学观察未满 14 天的"))
    {
        Coming = "返宁",
        Ground = HealthGround.Returnee,
        GroundNeedsIsolation = true,
    };

    private static SupervisionTerms Supervision() => new()
    {
        SelfCheck = SelfCheck(),
        SelfCheckCitation = new(Notice73, "三", "请各地对照目前健康码推广使用存在的共性问题，结合本地工作实际，认真梳理汇总存在的问题，采取有效措施，认真做好整改落实"),
        Inspections =
        [
            new("entrance", "社区、单位和公共场所出入口",
                [
                    new("staff", "有专人负责查验"), new("order", "先验码（卡），再测温"), new("pass", "绿码、体温正常的，不登记就放行"),
                    new("card", "健康通行卡和健康码一样认"), new("report", "红码、黄码的，及时报告处置"),
                ],
                new(Notice73, "二(一)", "由专人负责，按照“验码、测温”程序，做好查验工作。")),
            new("port", "机场、火车站、省界公路入口",
                [
                    new("staff", "有专人负责查验"), new("order", "先测温，再验码（卡），再扫码"), new("gate-code", "入宁卡口管理码贴在看得见的地方，扫了再放行"),
                    new("report", "体温异常的，及时报告处置"),
                ],
                new(Notice73, "二(二)", "由专人负责，按照“测温、验码、扫码”的程序，做好查验工作。")),
            new("school", "校园出入口",
                [
                    new("check", "查验健康码（卡）并测温后才进校园"), new("thermometer", "配有体温检测设备"), new("guards", "配齐专职保安员"),
                    new("nurses", "配齐卫生专业技术人员"), new("masks", "配有口罩、手套、防护服等防护用具"),
                ],
                new(SchoolNotice, "二、四", "配齐专职保安员和卫生专业技术人员，配备符合疫情防控要求的口罩、手套、防护服等防护用具")),
        ],
        Recognition = new(["健康通行卡", "“我的宁夏”健康码"], new(Notice73, "四(四)", "对于有令不行、无故推托、拒绝办理、不予认可、推行不力的，一律及时纠正")),
        Supplies = [new("体温枪", "支"), new("口罩", "只"), new("手套", "双"), new("防护服", "件"), new("专职保安员", "人"), new("卫生专业技术人员", "人")],
        SuppliesCitation = new(SchoolNotice, "四", "在校园出入口配备必要的体温检测和相应设备，配齐专职保安员和卫生专业技术人员，配备符合疫情防控要求的口罩、手套、防护服等防护用具"),
        Notices =
        [
            new(Notice63, "关于启用健康通行卡的通知", new(2020, 2, 28), "申报、审核、发放健康通行卡；申报表留存"),
            new(Notice66, "关于在全区统一推广使用防疫健康信息码的通知", new(2020, 3, 2), "健康码四种颜色、健康打卡、赋码转换"),
            new("宁疫指办发〔2020〕71号", "关于重申在全区推广使用宁夏防疫健康信息码相关要求的通知", null, "不得自行开发别的健康码，卡和码同时有效"),
            new(Notice73, "关于进一步做好宁夏防疫健康信息码推广使用工作的通知", new(2020, 3, 11), "查验的顺序，自查五个问题，不予认可的一律及时纠正"),
            new(SchoolNotice, "关于印发《关于进一步做好宁夏防疫健康信息码推广使用工作的通知》等文件的通知", null, "学生一人一码（卡），校园查验和物资"),
        ],
    };

    private static SelfCheckQuestion[] SelfCheck() =>
    [
        new("73-3-1", "没有公布监督电话", "部分地方尚未公布本辖区健康码推广使用监督电话"),
        new("73-3-2", "没有制定或者公布具体措施", "部分地方没有制定或公布本辖区推广使用健康码具体措施"),
        new("73-3-3", "宣传不到位，群众不知道怎么用", "部分地方宣传工作不到位，群众对使用健康码知晓度低"),
        new("73-3-4", "没有落实到农村、社区，基层不认可、不执行", "部分地方没有将健康码推广使用工作部署和操作规范落实到农村、社区等基层，群众普遍反映基层存在不认可、不执行健康码的情况"),
        new("73-3-5", "没有考虑老年人、儿童等用码困难的人", "部分地方工作措施单一，没有统筹考虑老年人、儿童等特殊群体使用健康码困难的实际问题"),
    ];

    private static GroundValue[] Grounds()
    {
        var red = new Citation(Notice66, "附件 四(一)4", "系统审核比对发现申请人记录为确诊病例（含临床诊断）、疑似病例、发热病例，生成红色防疫健康码。");
        var yellow = new Citation(Notice66, "附件 四(一)3", "系统审核比对发现申请人数据为密切接触者，并居家隔离且尚未复核新冠肺炎症状、集中或居家隔离未满14天的，生成黄色防疫健康码。");
        return
        [
            new(HealthGround.Case, HealthCodeResult.Red, "确诊病例（含临床诊断）、疑似病例", red),
            new(HealthGround.FeverCase, HealthCodeResult.Red, "发热病例", red),
            new(HealthGround.CloseContact, HealthCodeResult.Yellow, "密切接触者", yellow),
            new(HealthGround.Returnee, HealthCodeResult.Yellow, "来宁、返宁，集中或居家隔离", yellow),
            new(HealthGround.HighRisk, HealthCodeResult.Yellow, "接触高风险地区人员，集中或居家隔离", yellow),
        ];
    }

    private static VenueTerms Places() => new()
    {
        Kinds =
        [
            "村（社区）", "学校", "机场", "火车站", "汽车站", "交通卡口", "政务服务大厅", "菜市场", "商超", "宾馆", "酒店", "金融经营网点",
            "医疗机构", "企事业单位办公楼", "工厂", "公园", "公共交通工具", "其他人员密集场所",
        ],
        KindsCitation = new(Notice66, "二", "可作为城乡居民进入村（社区）、学校、机场、火车站、汽车站、交通卡口、政务服务大厅、菜市场、商超、宾馆、酒店、金融经营网点、医疗机构、企事业单位办公楼、工厂、公园等人员密集场所和乘坐公共交通工具的重要电子凭证。"),
        Notices =
        [
            new(NoticeKind.HowToApply, "健康码、健康通行卡怎样办",
                [
                    "有手机的：在手机应用市场搜“我的宁夏”，下载安装，照提示实名注册、登录；在首页点“领取您的防疫健康码”，如实填写信息和当日体温，就能领到。",
                    "老年人、未成年人，或者因特殊情况领不到健康码的：到居住地村（居）委会申领健康通行卡，不用手机。",
                    "信息要如实填写。",
                ],
                new(Notice66, "二、附件 一至四(二)", "老年人、未成年人或因特殊情况无法申请获取防疫健康信息码的，可按照……要求，申领宁夏健康通行卡。")),
            new(NoticeKind.HowToUse, "进门两步：先验码（卡），再测体温",
                [
                    "请主动出示健康码；没有健康码的，出示健康通行卡和本人身份证。",
                    "绿码或健康通行卡，体温正常：不用登记，直接进。",
                    "红码、黄码，或者体温不正常：请不要着急，工作人员会按规定及时报告处置。",
                ],
                new(Notice73, "二(一)", "按照“验码、测温”程序，做好查验工作。……若为“绿码”，进行测温，体温正常，无需登记予以通行；若为“红码”或“黄码”，按照有关规定和程序及时报告处置。")),
            new(NoticeKind.Supervision, "监督电话",
                ["不认健康码，不认健康通行卡，要您另办证明、另外登记的，请打这个电话。"],
                new(Notice73, "三", "部分地方尚未公布本辖区健康码推广使用监督电话")),
            new(NoticeKind.NoThreshold, "健康码、健康通行卡同时有效",
                [
                    "健康码和健康通行卡并行使用，同时有效，全区通用。有一样就行。",
                    "不得另行设置门槛。任何地区和单位不得自行使用其他任何形式的出行凭证。",
                    "老年人、儿童没有手机，凭健康通行卡一样进。",
                ],
                new(Notice71, "一", "宁夏防疫健康信息码与宁夏健康通行卡并行使用，同时有效，不得另行设置门槛。")),
        ],
    };

    // 附件1 has no item (4).
    private static FormItem[] Items() =>
    [
        new(1, $"{LookBackDays} 天内是否被诊断为新冠肺炎确诊病例、疑似病例、阳性无症状感染者"),
        new(2, $"{LookBackDays} 天内是否为新冠肺炎病例、阳性无症状感染者的密切接触者"),
        new(3, $"{LookBackDays} 天内是否曾有发热、持续干咳、乏力症状"),
        new(5, $"{LookBackDays} 天内是否到过宁夏以外地区（外省区）")
        {
            Hint = $"第(5)项答“是”：{LookBackDays} 天内到过宁夏以外，与“连续 {ResidenceDays} 天居住在该社区（村）”对不上，第(11)项请当面问清。",
        },
        new(6, $"{LookBackDays} 天内是否与湖北等疫情高风险地区人员有接触史"),
        new(7, $"{LookBackDays} 天内是否与有发热或呼吸道症状的人员有接触史"),
        new(8, "抵达目的地后承诺立即向居住地或单位所在地社区（村）报告"),
        new(9, "疫情期间承诺做到除上下班外不外出、不参与聚餐聚会等聚集性活动"),
        new(11, $"申报人是否连续 {ResidenceDays} 天居住在该社区（村）") { Hint = $"“否”不等于不予办理，要看在宁夏低风险地区是否住满 {ResidenceDays} 天" },
        new(12, "申报人当前是否属于隔离观察人员"),
    ];

    private static PackClause[] Clauses() =>
    [
        new(1, "63-1-2-1", "确诊、疑似或阳性",
            new(Notice63, "一(二)1", "被诊断为新冠肺炎确诊病例、疑似病例、阳性无症状感染者，未治愈或治愈出院后医学观察未满 14 天的"),
            $"被诊断为确诊、疑似或阳性，还没有治愈，或者出院后的医学观察还没有满 {ObservationDays} 天。",
            "请带上出院证明。", ObservationDays) { Awaits = $"治愈出院、医学观察满 {ObservationDays} 天" },
        new(2, "63-1-2-2", "密切接触者",
            new(Notice63, "一(二)2", "被确定为新冠肺炎确诊病例、疑似病例、阳性无症状感染者的密切接触者，未解除隔离医学观察的"),
            "是病例或阳性人员的密切接触者，隔离医学观察还没有解除。",
            "请带上解除隔离医学观察的通知或证明。", null) { Awaits = "隔离医学观察解除" },
        new(3, "63-1-2-3", "来宁返宁观察未满",
            new(Notice63, "一(二)3", "来宁、返宁人员隔离医学观察未满 14 天的"),
            $"从外地来宁夏或回宁夏，隔离医学观察还没有满 {ObservationDays} 天。",
            "有车票等能看出返宁日期的材料，请带上；没有也可以来说明。", ObservationDays) { DayLabel = "返宁日期", Awaits = $"隔离医学观察满 {ObservationDays} 天" },
        new(4, "63-1-2-4", "高风险地区接触史",
            new(Notice63, "一(二)4", "与湖北等疫情高风险地区人员有接触史，隔离观察未满 14 天的"),
            $"接触过湖北等疫情高风险地区的人员，隔离观察还没有满 {ObservationDays} 天。",
            "不需要另开证明。", ObservationDays) { DayLabel = "接触日期", Awaits = $"隔离观察满 {ObservationDays} 天" },
        new(5, "63-1-2-5", "现有症状",
            new(Notice63, "一(二)5", "有发热、干咳、气促、呼吸道症状的"),
            "现在有发热、干咳、气促或者呼吸道症状。",
            "请先到发热门诊就诊；不需要另开证明。", null) { Awaits = "症状消失" },
    ];

    private static PackClause[] Conditions() =>
    [
        new(1, "63-1-1-1", $"低风险地区居住满 {ResidenceDays} 天",
            new(Notice63, "一(一)", "在宁夏境内低风险地区居住 14 天以上"),
            $"在宁夏境内低风险地区居住还没有满 {ResidenceDays} 天。",
            "不需要另开证明。", ResidenceDays) { DayLabel = "从哪天起住在宁夏境内低风险地区", Awaits = $"在宁夏境内低风险地区住满 {ResidenceDays} 天" },
        new(2, "63-1-1-2", "接受本村（社区）管理",
            new(Notice63, "一(一)", "接受居住地村(社区)管理"),
            "现在住的地方不归本村（社区）管理。",
            "请到现在居住地的村（居）委会办理。", null) { Awaits = "到现在居住地的村（居）委会办", Label = "接受居住地村（社区）管理" },
        new(3, "63-1-1-3", "有外出需要",
            new(Notice63, "一(一)", "有外出需要的人员"),
            "目前没有外出需要。",
            "来的时候说明去哪里就行，不需要证明。", null) { Awaits = "有外出需要", Label = "有外出需要" },
    ];
}
