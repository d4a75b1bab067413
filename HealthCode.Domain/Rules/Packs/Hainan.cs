namespace HealthCode.Domain.Rules.Packs;

/// <summary>海南 — official code only: no card, offices only run gates.</summary>
public sealed class Hainan : IProvince
{
    private const string Notice29 = "琼肺炎指〔2020〕29号";

    private const string CollegeNotice = "琼贸职院办字〔2020〕5号";

    // The operating steps are in an annex to the college's notice that forwards 29号.
    private const string Gates = "系统操作流程 3.1";
    private const string CheckIns = "系统操作流程 1.1";
    private const string TipClause = "系统使用说明 三(三)";
    private const string Use = "（二）健康码的使用管理";

    private const int NormalDays = 14;

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
        HealthCode = new()
        {
            Platform = "海南健康一码通",
            Values = [new(HealthCodeResult.Green, "绿码"), new(HealthCodeResult.Yellow, "黄码"), new(HealthCodeResult.Red, "红码")],
            Grounds = Grounds(),
            Transitions = [Normal(HealthCodeResult.Red), Normal(HealthCodeResult.Yellow)],
            Clear = new(Notice29, Use, "红码和黄码以外的人员为绿码人员。"),
            Audience = CheckInAudience.Everyone,
            CheckIn = CheckIn(),
        },
        Sources = new() { Incidents = $"{Notice29} {Gates}" },
        Supervision = new()
        {
            Deadlines =
            [
                new("open", "开通应用健康一码通系统", new(2020, 2, 28), new(0, 0), ["本村（居）委会"], "乡镇（街道）", new(Notice29, "二", "要在2月28日前在本县全范围内开通应用健康一码通系统")),
                new("evening", "当天登录注册情况报组长", null, new(22, 0), ["各小组"], "本村（居）委会", new(CollegeNotice, "四", "于今晚 22 时分别报送")),
                new("morning", "汇总报办公室", null, new(8, 0), ["本村（居）委会"], "防控办公室", new(CollegeNotice, "四", "再分别汇总于明天早上 8 时报送")),
            ],
            Notices =
            [
                new(Notice29, "关于全省统一推行健康一码通的通知", null, "健康码三色、健康登记、卡口登记"),
                new(CollegeNotice, "转发健康一码通的通知和系统操作流程", new(2020, 2, 23), "登录注册情况的报送时间，系统操作流程"),
            ],
        },
        Venues = Places(),
        Registers = [Returnees(), Work(), FeverClinic(), Medicines()],
        Tips = Tips(),
    };

    /// <inheritdoc />
    public IReadOnlyList<RulePack> Packs => [Pack];

    private static GroundValue[] Grounds()
    {
        var red = new Citation(Notice29, Use, "确诊病人、疑似病人、密切接触者等隔离人群标注为红码人员");
        var yellow = new Citation(Notice29, Use, "对购买止咳、退烧药物的患者、来自重点疫区、发热门诊、外省来琼人员等重点关注人群标注为黄码人员");
        var symptoms = new Citation(Notice29, "系统操作流程", "“黄码”标识为来自重点疫区、发热门诊、外省来琼人员、具有发烧咳嗽等症状的患者等重点关注人群");
        return
        [
            new(HealthGround.Case, HealthCodeResult.Red, "确诊病人、疑似病人", red),
            new(HealthGround.CloseContact, HealthCodeResult.Red, "密切接触者", red),
            new(HealthGround.FeverMedicine, HealthCodeResult.Yellow, "购买止咳、退烧药物", yellow),
            new(HealthGround.HighRisk, HealthCodeResult.Yellow, "来自重点疫区", yellow),
            new(HealthGround.FeverClinic, HealthCodeResult.Yellow, "发热门诊", yellow),
            new(HealthGround.Returnee, HealthCodeResult.Yellow, "外省来琼", yellow),
            new(HealthGround.Symptoms, HealthCodeResult.Yellow, "发烧咳嗽等症状", symptoms),
        ];
    }

    private static RegisterForm Returnees() => new(
        RegisterKind.Returnees, "返琼登记",
        [
            new(RegisterField.On, "登记日期"),
            new(RegisterField.Origin, "从哪里返琼", true, "省外或者省内"),
            new(RegisterField.Name, "姓名", true),
            new(RegisterField.DocumentNumber, "身份证号"),
            new(RegisterField.Phone, "电话"),
            new(RegisterField.From, "出发地"),
            new(RegisterField.LeftOn, "离岛时间", false, "上次离开海南岛的日期"),
            new(RegisterField.ExpectedOn, "返琼计划时间"),
            new(RegisterField.ArrivedOn, "实际返琼时间", false, "还没有到的空着"),
            new(RegisterField.HealthBefore, "返琼前健康状况"),
            new(RegisterField.StayedInArea, "返琼前14天内有无湖北省旅居史"),
            new(RegisterField.CaseContact, "返琼前14天内有无与确诊或疑似病例接触史"),
            new(RegisterField.CarrierContact, "返琼前14天内有无与无症状感染者接触史"),
            new(RegisterField.HadSymptoms, "返琼前14天内有无发热、干咳、乏力、咽痛、腹泻等症状"),
            new(RegisterField.Address, "返琼后居住地"),
            new(RegisterField.IsolationFrom, "返琼后居家隔离从哪天起"),
            new(RegisterField.IsolationTo, "返琼后居家隔离到哪天止"),
            new(RegisterField.IsolationPlace, "隔离地点", false, "在家的空着"),
            new(RegisterField.Health, "身体状况"),
            new(RegisterField.Measures, "采取措施"),
            new(RegisterField.Note, "其他需要申报的健康问题和需求"),
        ],
        new(Notice29, "系统操作流程 1.2", "填写返琼计划时间、返琼前健康状况、返琼前14天内有无湖北省旅居史"))
    {
        Coming = "返琼",
        Ground = HealthGround.Returnee,
    };

    private static RegisterForm Work() => new(
        RegisterKind.Work, "返岗登记",
        [
            new(RegisterField.On, "登记日期"),
            new(RegisterField.Name, "姓名", true),
            new(RegisterField.Phone, "手机", false, "没有手机的空着"),
            new(RegisterField.DocumentNumber, "身份证号"),
            new(RegisterField.County, "市县"),
            new(RegisterField.Township, "街道/乡镇"),
            new(RegisterField.Address, "目前所在地址（详细地址）"),
            new(RegisterField.From, "出发地"),
            new(RegisterField.Contacts, "接触史"),
            new(RegisterField.Health, "身体状况"),
            new(RegisterField.Result, "看到的官方码", false, "照手机上的写，没有看到的空着"),
            new(RegisterField.ResultSeenOn, "哪天看到的"),
            new(RegisterField.Consent, "谁同意登记", false, "本人，或者监护人和姓名"),
            new(RegisterField.Note, "其他需要填写上报的问题和线索"),
        ],
        new(Notice29, "系统操作流程 2", "如实填写个人基本信息、健康状态、居住地、出发地以及接触史等信息"));

    private static RegisterForm FeverClinic() => new(
        RegisterKind.FeverClinic, "发热门诊登记",
        [
            new(RegisterField.On, "就诊日期", true),
            new(RegisterField.Name, "姓名", true),
            new(RegisterField.ParentName, "家长姓名", false, "不满14岁的必填，14岁可以填"),
            new(RegisterField.DocumentNumber, "身份证号"),
            new(RegisterField.Phone, "电话号"),
            new(RegisterField.Temperature, "体温（现场测）", true),
            new(RegisterField.Address, "居住地", false, "和名册不一样的照现在的写"),
            new(RegisterField.Exposure, "有无疫区旅居史或发热人员接触史"),
            new(RegisterField.CaseReport, "上报病例信息"),
            new(RegisterField.Opinion, "就诊意见"),
            new(RegisterField.Referred, "转回村（居）委会随访"),
        ],
        new(Notice29, "系统操作流程 4.1", "其中家长姓名一栏针对于14岁以下儿童需手写输入，体温一栏由医护人员填写现场测温数字，居住地可修改"))
    {
        Ground = HealthGround.FeverClinic,
    };

    private static RegisterForm Medicines() => new(
        RegisterKind.Medicines, "购药登记",
        [
            new(RegisterField.On, "购药日期", true),
            new(RegisterField.Name, "购药人姓名", true),
            new(RegisterField.DocumentNumber, "购药人身份证号"),
            new(RegisterField.Phone, "购药人电话", false, "没有电话的空着"),
            new(RegisterField.Temperature, "体温"),
            new(RegisterField.Drugs, "药品名称和数量", true, "只记止咳、退烧药"),
            new(RegisterField.Address, "居住地", false, "和名册不一样的照现在的写"),
            new(RegisterField.Exposure, "有无疫区旅居史或发热人员接触史"),
            new(RegisterField.ForOther, "是不是代购", false, "代购的，下面写患者"),
            new(RegisterField.PatientPhone, "患者手机号"),
            new(RegisterField.PatientName, "患者姓名", false, "没有手机的，写姓名和住址，或者身份证号"),
            new(RegisterField.PatientNumber, "患者身份证号"),
            new(RegisterField.PatientAddress, "患者住址"),
            new(RegisterField.Note, "备注"),
        ],
        new(Notice29, "系统操作流程 6.2", "药品信息一栏可结合实际购买数量和药品种类增加或删除填写表行"))
    {
        Ground = HealthGround.FeverMedicine,
    };

    private static VenueTerms Places() => new()
    {
        Kinds = ["小区", "乡村", "企业", "医疗机构", "药店", "商超", "其他机构"],
        KindsCitation = new(Notice29, "二、推广要求", "积极引导小区、乡村、企业、医疗机构、药店和商超等机构使用"),
        Entries = new(Notice29, Gates, "系统会自动记录此次进出的时间和关口名称及地址"),
        Notices =
        [
            new(NoticeKind.HowToApply, "健康码怎样领",
                [
                    "从海南政务服务 APP、椰城市民云、支付宝或者政务大数据公众号进入“海南健康一码通”。",
                    "首次登录先注册，再如实填写个人信息、目前所在地址和身体状况，就能看到自己的健康码。",
                    "不会用手机、没有手机的，请找村（居）委会和网格员登记。",
                ],
                new(Notice29, "系统使用说明 三(一)", "通过海南政务服务 APP、椰城市民云、支付宝、政务大数据公众号等渠道提供入口")),
            new(NoticeKind.HowToUse, "进出请出示健康码",
                [
                    "请向值守人员出示健康码，由值守人员登记。",
                    "绿码：凭码通行。",
                    "红码、黄码：请按规定隔离，每天做好健康打卡。",
                    "没有手机的，请告诉值守人员，由值守人员登记。",
                ],
                new(Notice29, Use, "“绿码”人员可凭码通行和正常上班，“红码”和“黄码”的人员需按规定隔离并做好每日健康打卡")),
            new(NoticeKind.Supervision, "监督电话",
                ["健康码不认的，没有人登记的，对我们的工作有意见的，请打这个电话。"],
                new(Notice29, "系统使用说明 三", "系统主要集成了疫情线索举报、群众监督举报等功能。")),
            new(NoticeKind.NoThreshold, "一次申报，全省通用",
                [
                    "健康码全省统一，是大家出行的便捷有效凭证。",
                    "绿码就能通行，不要求另办别的证、别的码。",
                ],
                new(Notice29, "系统使用说明 一", "作为个人统一的健康电子凭证，一次申报，全省通用")),
        ],
    };

    private static StatusTransition Normal(HealthCodeResult from) => new(
        from, HealthCodeResult.Green, NormalDays, CountedReports.Normal, new(Notice29, Use, "红码、黄码人员须连续14天健康登记信息正常才能转为绿码。"));

    // The copy of the notice is damaged where it lists the four conditions: the first one is spread over two others, and 干咳、咳痰 reads 寒痰. The words that belong
    // together by the forms of the same platform are put together; nothing but the desk's list is built on them.
    private static TipTerms Tips() => new()
    {
        Conditions =
        [
            new("stay", "两周内有本地病例持续传播地区的居住或旅行史，或者有湖北省、其他省份旅居史"),
            new("contact", "两周内与疑似病人、确诊病例、密切接触者或无症状感染者有过没有有效防护的接触"),
            new("symptoms", "出现发热、干咳、咳痰、鼻塞、流涕、咽痛、头痛、乏力、肌肉酸痛、关节酸痛、气促、呼吸困难、胸闷、结膜充血、恶心、呕吐、腹痛、腹泻等症状"),
            new("none", "没有上述情况"),
        ],
        ConditionsCitation = new(Notice29, TipClause, "身体状况分为四种情况"),
        Topics = ["可疑人员流动", "群众聚集活动", "哄抬物价", "制假售假", "违规复工复产复课", "哄抢物资", "其他"],
        TopicsCitation = new(Notice29, TipClause, "报送时填写上报类型、所在地等信息，并对情况有必要的描述"),
        Handling = new(Notice29, TipClause, "收到信息后应立即上门核查处理"),
    };

    // The picture of the form shows no temperature.
    private static CheckInForm CheckIn() => new()
    {
        AsksAddress = true,
        AsksNeeds = true,
        NoSymptoms = "没有上述情况",
        Symptoms = ["发热", "乏力", "咳痰", "结膜充血", "腹泻", "其他情况"],
        Exposures =
        [
            new("fever-14", "14天内是否曾发热、持续干咳症状"),
            new("contact-month", "1个月内是否与发热患者有过密切接触"),
            new("hubei-month", "1个月内是否到过湖北等疫情高发地区，或与该地区人员有接触史"),
        ],
        Citation = new(Notice29, CheckIns, "上述信息是本人从填写，本人对信息内容的真实性完整性负责。"),
    };
}
