using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>疫情解除登记的规则.</summary>
public static class EpidemicEndRules
{
    private const int FarthestDays = 366;

    /// <summary>Issuer and number of the notice are mandatory.</summary>
    public static Rule NoticeNamed { get; } = new("end-notice", "请照正式通知填写发文机关和文号。没有正式通知，不能登记疫情解除。", "宁疫指办发〔2020〕63号 三(二)；DECISIONS.md D27");

    /// <summary>The date of the notice is not in the future.</summary>
    public static Rule NoticeIsOut { get; } = new("end-notice-day", "发文日期不能晚于今天，请对着通知核对。", "DECISIONS.md D27");

    /// <summary>The end date must be plausible, because a wrong year could destroy all data the next night.</summary>
    public static Rule DayIsLikely { get; } = new("end-day", "解除日应在健康通行卡启用以后、今天起一年以内，请核对年份。", "宁疫指办发〔2020〕63号 三(四)；DECISIONS.md D27");

    /// <summary>A correction needs a reason.</summary>
    public static Rule CorrectionHasReason { get; } = new("end-reason", "已经有确认过的解除日。要更正，请写明原因。", "DECISIONS.md D27");

    /// <summary>A correction must change the date.</summary>
    public static Rule SomethingChanges { get; } = new("end-same", "和现在的解除日一样，不用再登记。", "DECISIONS.md D27");

    /// <summary>Only one entry at a time may await confirmation.</summary>
    public static Rule OneAtATime { get; } = new("end-one", "已经有一份登记等着确认。请先确认，或由登记人撤回。", "DECISIONS.md D27");

    /// <summary>两个人: the confirming user is not the one who entered it.</summary>
    public static Rule SecondPerson { get; } = new("end-second-person", "这是您自己登记的。请换另一位审核员或系统管理员来确认。", "DECISIONS.md D27");

    /// <summary>The confirming user has read the consequences aloud.</summary>
    public static Rule ReadAloud { get; } = new("end-read-aloud", "请先把上面的内容逐字念一遍，再勾选。", "DECISIONS.md D27");

    /// <summary>Only the user who entered it may withdraw it.</summary>
    public static Rule OwnEntry { get; } = new("end-own", "只有登记人自己能撤回。", "DECISIONS.md D27");

    /// <summary>Only an open entry can be confirmed or withdrawn.</summary>
    public static Rule StillOpen { get; } = new("end-open", "这份登记已经确认或撤回了。", "DECISIONS.md D27");

    /// <summary>The end date cannot be changed once the destruction has begun.</summary>
    public static Rule PapersThere { get; } = new("end-destroyed", "居民资料已经开始销毁，解除日不能再改。", "宁疫指办发〔2020〕63号 附件1；DECISIONS.md D4、D27");

    /// <summary>All rules that an entry breaks; empty if none.</summary>
    public static IReadOnlyList<Breach> Validate(Office office, EndNotice notice, DateOnly? endsOn, string reason, DateOnly today) =>
    [
        .. If(notice.Issuer.Length == 0, NoticeNamed, EpidemicEndField.Issuer),
        .. If(notice.Issuer.Length > 0 && notice.Number.Length == 0, NoticeNamed, EpidemicEndField.Number),
        .. If(notice.On > today, NoticeIsOut, EpidemicEndField.NoticeOn),
        .. If(endsOn is { } day && (day < office.RulesOn(today).FirstDay || day > today.AddDays(FarthestDays)), DayIsLikely, EpidemicEndField.EndsOn),
        .. If(endsOn == office.EpidemicEndedOn, SomethingChanges, EpidemicEndField.EndsOn),
        .. If(office.EpidemicEndedOn is not null && endsOn != office.EpidemicEndedOn && reason.Length == 0, CorrectionHasReason, EpidemicEndField.Reason),
    ];

    private static Breach[] If(bool broken, Rule rule, EpidemicEndField field) => broken ? [rule.Broken(field: field)] : [];
}

/// <summary>疫情解除登记的栏.</summary>
public enum EpidemicEndField
{
    /// <summary>发文机关.</summary>
    Issuer,

    /// <summary>文号.</summary>
    Number,

    /// <summary>发文日期.</summary>
    NoticeOn,

    /// <summary>疫情解除日.</summary>
    EndsOn,

    /// <summary>更正原因.</summary>
    Reason,
}
