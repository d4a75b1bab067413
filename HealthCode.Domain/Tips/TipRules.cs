using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Tips;

/// <summary>线索与监督举报的规则.</summary>
public static class TipRules
{
    /// <summary>Which of the two.</summary>
    public static Rule KindChosen { get; } = new("tip-kind", "请选是线索还是监督举报。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>One of the four.</summary>
    public static Rule ConditionChosen { get; } = new("tip-condition", "请在四种身体状况里选一种。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>One of the notice's.</summary>
    public static Rule TopicChosen { get; } = new("tip-topic", "请选上报类型，没有列出的选“其他”。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>监督举报 tells of a place.</summary>
    public static Rule SuspectOfClueOnly { get; } = new("tip-suspect", "“被反映的人”只有线索填；监督举报要写到人的，写在情况里。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>Without a place nobody can go there.</summary>
    public static Rule PlaceNamed { get; } = new("tip-place", "请写明所在地，例如“3组 马家商店旁”。没有所在地，不知道派给谁。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>对情况有必要的描述.</summary>
    public static Rule IsDescribed { get; } = new("tip-description", "请写明是什么情况，例如“十几个人在屋里打牌”。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>Whoever carries it has it on paper.</summary>
    public static Rule NotDispatchedYet { get; } = new("tip-correct", "已经派出去或者已经并入别的一件，不能再更正。有要补充的，写在反馈里。", "DECISIONS.md D68");

    /// <summary>Corrected for a reason.</summary>
    public static Rule CorrectionExplained { get; } = new("tip-correct-reason", "请写明为什么更正，例如“地点听错了”。", "DECISIONS.md D68");

    /// <summary>Nobody is sent to where somebody was.</summary>
    public static Rule AwaitsDispatch { get; } = new("tip-dispatch", "已经有人上门，或者已经并入别的一件，不能再派。", "DECISIONS.md D68");

    /// <summary>To which area.</summary>
    public static Rule AreaChosen { get; } = new("tip-area", "请选派给哪个辖区。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>Nobody is sent who has left.</summary>
    public static Rule WorkerStillThere { get; } = new("tip-worker-left", "这个人已经离开或者还没有上岗，不能派给他。请先到“辖区表”换人，再派：", "DECISIONS.md D67");

    /// <summary>Who goes there was sent.</summary>
    public static Rule AwaitsVisit { get; } = new("tip-visit", "“已派”的才能登记上门：还没有派的，请先派发；登记过的不再登记。", "DECISIONS.md D68");

    /// <summary>Nobody is there before he was sent.</summary>
    public static Rule VisitAfterDispatch { get; } = new("tip-visit-time", "上门时间要在派发以后、现在以前，请核对日期和时间。", "DECISIONS.md D68");

    /// <summary>Nobody tells what he found before he was there.</summary>
    public static Rule FeedbackAfterVisit { get; } = new("tip-feedback", "还没有登记上门，不能登记反馈。请先登记什么时候上门的。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>One feedback.</summary>
    public static Rule FeedbackOnce { get; } = new("tip-feedback-once", "已经登记过反馈，或者已经并入别的一件，不能再登记。", "DECISIONS.md D68");

    /// <summary>反馈工作进展.</summary>
    public static Rule HasFeedback { get; } = new("tip-feedback-text", "请写明核查到什么、怎样处理的。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>What whoever was there says.</summary>
    public static Rule SuspicionAnswered { get; } = new("tip-suspected", "请照上门的人说的，选有没有疑似的人。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>Whose number it is, is asked of a suspected case alone.</summary>
    public static Rule NumberOfSuspectOnly { get; } = new("tip-suspect-none", "选了“没有疑似”的，请把疑似的人的姓名和证件号码空着。", "DECISIONS.md D70");

    /// <summary>The number is of somebody in the roster.</summary>
    public static Rule SuspectInRoster { get; } = new("tip-suspect-roster", "居民名册里没有这个证件号码。请核对；不是本村（居）居民的，号码空着，只写姓名。", "DECISIONS.md D70");

    /// <summary>向上级部门报告情况.</summary>
    public static Rule AwaitsReport { get; } = new("tip-report", "“已反馈”的才能登记上报：没有反馈的，请先登记反馈；登记过的不再登记。", "DECISIONS.md D68");

    /// <summary>To whom.</summary>
    public static Rule ReportedToNamed { get; } = new("tip-report-to", "请写明报给了谁，例如“镇疫情防控指挥部”。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>Nobody reports what nobody has seen.</summary>
    public static Rule ReportAfterVisit { get; } = new("tip-report-time", "上报时间要在上门以后、现在以前，请核对日期和时间。", "DECISIONS.md D68");

    /// <summary>What is under way goes its way.</summary>
    public static Rule LinkedBeforeDispatch { get; } = new("tip-link", "还没有派的才能并入别的一件；这一件已经派出去，或者已经并入。", "DECISIONS.md D69");

    /// <summary>No circle of one.</summary>
    public static Rule LinkedToAnother { get; } = new("tip-link-other", "请选要并入的另一件，不能并入自己。", "DECISIONS.md D69");

    /// <summary>No chain and no circle.</summary>
    public static Rule NoChain { get; } = new("tip-link-chain", "不能一件接一件地并：要并入的那一件已经并入别的，或者已经有别的并入这一件。请都并入同一件。", "DECISIONS.md D69");

    /// <summary>What is answered has nobody going there any more.</summary>
    public static Rule LinkedToOpen { get; } = new("tip-link-open", "那一件已经反馈了，不会再有人上门，不能并过去；请另派。", "DECISIONS.md D69");

    /// <summary>Two dispatchers send one.</summary>
    public static Rule NotDispatchedMeanwhile { get; } = new("tip-dispatched-meanwhile", "您打开以后，这一件已经被派出去了，没有再派。要改派的，请再点一次：", "DECISIONS.md D68");

    /// <summary>Only what was linked is separated.</summary>
    public static Rule IsLinked { get; } = new("tip-separate", "这一件没有并入别的一件。", "DECISIONS.md D69");

    /// <summary>The office's own hours.</summary>
    public static Rule HoursInRange { get; } = new("tip-hours", "办理时限请填 1 到 720 之间的整数，单位是小时。", "DECISIONS.md D68");

    /// <summary>Each step after the one before.</summary>
    public static Rule HoursInOrder { get; } = new("tip-hours-order", "都从受理算起，后一步的小时数不能比前一步少。", "DECISIONS.md D68");

    /// <summary>What is wrong with what was told; empty when nothing is.</summary>
    public static IReadOnlyList<Breach> Validate(TipContent content, TipTerms terms) =>
    [
        .. If(content.Kind is null, KindChosen, TipField.Kind),
        .. If(content.Kind == TipKind.Clue && terms.Condition(content.Condition) is null, ConditionChosen, TipField.Condition),
        .. If(content.Kind == TipKind.Supervision && !terms.Topics.Contains(content.Topic), TopicChosen, TipField.Topic),
        .. If(content.Kind == TipKind.Supervision && content.Suspect is not null, SuspectOfClueOnly, TipField.Suspect),
        .. If(content.Place.Length == 0, PlaceNamed, TipField.Place),
        .. If(content.Kind == TipKind.Supervision && content.Description.Length == 0, IsDescribed, TipField.Description),
    ];

    private static Breach[] If(bool broken, Rule rule, TipField field) => broken ? [rule.Broken(field: field)] : [];
}

/// <summary>线索的栏 that a rule speaks of.</summary>
public enum TipField
{
    /// <summary>线索还是监督.</summary>
    Kind,

    /// <summary>上报类型.</summary>
    Topic,

    /// <summary>身体状况.</summary>
    Condition,

    /// <summary>被反映的人.</summary>
    Suspect,

    /// <summary>所在地.</summary>
    Place,

    /// <summary>情况.</summary>
    Description,

    /// <summary>为什么更正.</summary>
    Reason,

    /// <summary>派给哪个辖区.</summary>
    Area,

    /// <summary>上门时间.</summary>
    VisitedAt,

    /// <summary>反馈.</summary>
    Feedback,

    /// <summary>有没有疑似.</summary>
    IsSuspected,

    /// <summary>疑似的人的证件号码.</summary>
    DocumentNumber,

    /// <summary>报给谁.</summary>
    ReportedTo,

    /// <summary>上报时间.</summary>
    ReportedAt,

    /// <summary>并入哪一件.</summary>
    LinkedTo,

    /// <summary>几小时内派发.</summary>
    DispatchHours,

    /// <summary>几小时内上门.</summary>
    VisitHours,

    /// <summary>几小时内反馈.</summary>
    FeedbackHours,
}
