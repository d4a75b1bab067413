namespace HealthCode.Domain.Rules.Packs;

/// <summary>国家平台 — 防疫健康信息码 of the national platform, for places that use only it: no card, gates only. 未见异常 passes and is only counted.</summary>
public sealed class National : IProvince
{
    // The notice by which 眉山 forwards 123号; it has no number.
    private const string PassedOn = "眉山市《进一步推广使用国家防疫健康码的通知》";

    private const int OneCorrection = 1;

    private static readonly Citation Warning = new(PassedOn, "问答二", "实现确诊或疑似患者、同行密切接触者、入境确诊疑似患者同乘人员、个人 14 天内到访地、城市防疫风险等级等查询");

    /// <summary>In force from the day by which it required the code to be displayed (2020-12-20; its own date is not legible).</summary>
    public static RulePack Pack { get; } = new()
    {
        Code = "national",
        Name = "国家平台",
        Notice = "联防联控机制综发〔2020〕123号",
        FirstDay = new(2020, 12, 20),
        Passages = PassageKeeping.Tally,
        PassagesCitation = new(PassedOn, "三", "凡持有显示“未见异常”信息码的人员均可通行，不得另行设置限制性政策。"),
        HealthCode = new()
        {
            Platform = "国家政务服务平台",
            Values = [new(HealthCodeResult.NothingFound, "未见异常"), new(HealthCodeResult.Notice, "异常提示")],
            Grounds =
            [
                new(HealthGround.Case, HealthCodeResult.Notice, "确诊或疑似", Warning),
                new(HealthGround.CloseContact, HealthCodeResult.Notice, "同行密切接触", Warning),
            ],
            CheckIn = CheckIn(),
            Corrections = new(1 + OneCorrection, CountsDeclarations: false, KeepsIdentity: true, new(PassedOn, "问答四", "用户可修改除身份证、姓名、手机号外的本人申报的健康信息。需提醒的是用户每天只有 1 次修改机会")),
            ScreenMinutes = 15,
        },
        Sources = new() { Inspection = PassedOn + " 四" },
        Supervision = new()
        {
            Inspections =
            [
                new("place", "人群密集场所", [new("check", "测温验码"), new("masks", "口罩佩戴"), new("air", "通风消毒"), new("posted", "张贴国家健康码和申领流程")],
                    new(PassedOn, "二、四", "重点检查测温验码、口罩佩戴、通风消毒等情况")),
            ],
            Recognition = new(["国家防疫健康信息码", "地方健康通行码"], new(PassedOn, "问答七", "若出现健康通行码无法互认的情况，可向本地相关管理部门或12345热线等反映。")),
            Deadlines = [new("post", "张贴国家健康码和申领流程", new(2020, 12, 20), new(0, 0), ["本村（居）委会"], "乡镇（街道）", new(PassedOn, "二", "应在12月20日前张贴国家健康码及申领流程"))],
            Notices =
            [
                new("联防联控机制综发〔2020〕123号", "关于做好健康通行码“一码通行”宣传推广相关工作的通知", null, "国家防疫健康信息码的申领、互认和纠错"),
                new(PassedOn, "进一步推广使用国家防疫健康码的通知", null, "一码通行，重点检查测温验码、口罩佩戴、通风消毒"),
            ],
        },
        Venues = Places(),
    };

    /// <inheritdoc />
    public IReadOnlyList<RulePack> Packs => [Pack];

    private static VenueTerms Places() => new()
    {
        Kinds =
        [
            "政务服务大厅", "学校", "医院", "车站", "小区", "大型商场", "超市", "农贸市场", "宾馆", "饭店", "企业", "药店", "金融网点", "图书馆",
            "文化馆（站）", "娱乐场所", "村（社区）", "其他人群密集场所",
        ],
        KindsCitation = new(PassedOn, "二", "各政务服务大厅、学校、医院、车站、小区、大型商场、超市、农贸市场、宾馆、饭店、企业、药店、金融网点、图书馆、文化馆（站）、娱乐场所及村（社区）等应在12月20日前张贴国家健康码及申领流程"),
        PostedBy = new(2020, 12, 20),
        Notices =
        [
            new(NoticeKind.HowToApply, "国家防疫健康信息码怎样领",
                [
                    "微信搜“国家政务服务平台”小程序，点“防疫信息码”。",
                    "照提示同意授权、验证，点“立即申领”。",
                    "如实填写个人信息，点“提交”，就能看到自己的防疫健康信息码。",
                    "有身份证的老人和小孩可以由别人帮着领；没有身份证的，填纸质的表。",
                ],
                new(PassedOn, "附件1、问答九", "微信搜索“国家政务服务平台”小程序，获取申领“国家级防疫健康信息码”入口，点击“防疫信息码”进入申领界面。")),
            new(NoticeKind.HowToUse, "进门两步：亮码，测体温",
                [
                    "请亮出国家防疫健康信息码，再测体温。",
                    "手机上的码 15 分钟有效，过了时间请重新点开。",
                    "没有手机的老人、小孩，请把纸质的表给工作人员看。",
                ],
                new(PassedOn, "二、问答三", "进一步强化“国家防疫信息码+体温检测”管理。")),
            new(NoticeKind.Supervision, "监督电话",
                ["亮了码还不让进，只认手机不认纸，请打这个电话。"],
                new(PassedOn, "问答七", "若出现健康通行码无法互认的情况，可向本地相关管理部门或12345热线等反映。")),
            new(NoticeKind.NoThreshold, "“未见异常”就能进",
                [
                    "凡持有显示“未见异常”信息码的人员均可通行，不得另行设置限制性政策。",
                    "不以健康通行码作为唯一通行凭证。没有手机的，一样进。",
                ],
                new(PassedOn, "三、问答九", "凡持有显示“未见异常”信息码的人员均可通行，不得另行设置限制性政策。")),
        ],
    };

    private static CheckInForm CheckIn() => new()
    {
        AsksTemperature = true,
        AsksAddress = true,
        // 问答一: 个人近 14 天行程申报与查询.
        ItineraryDays = 14,
        NoSymptoms = "没有出现症状",
        Symptoms =
        [
            "感冒样症状：乏力、咳嗽、发烧、肌肉痛、头痛", "喘憋、呼吸急促", "恶心呕吐、腹泻", "心慌、胸闷", "结膜炎（红眼病样表现：眼睛涩、红、分泌物）", "其他症状",
        ],
        Exposures =
        [
            new("hubei-14", "近14天内您是否曾经在湖北省居住或到过湖北省？"),
            new("contact-14", "近14天内您是否接触新冠肺炎确诊或疑似患者？", AllowsUncertain: true),
        ],
        Citation = new(PassedOn, "附件 三", "当前健康状况（可多选）"),
    };
}
