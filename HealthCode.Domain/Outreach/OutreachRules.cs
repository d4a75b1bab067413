using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Outreach;

/// <summary>帮办排查的规则.</summary>
public static class OutreachRules
{
    /// <summary>Somebody is visited.</summary>
    public static Rule HasPeople { get; } = new("outreach-people", "请先勾选要上门的人。", "宁疫指办发〔2020〕73号 三");

    /// <summary>What one person can walk.</summary>
    public static Rule OneWalk { get; } = new("outreach-most", "一张名单人太多了，请分几次排，每次最多：", "DECISIONS.md D49");

    /// <summary>The list is in the name of who walks.</summary>
    public static Rule HasWorker { get; } = new("outreach-worker", "请写明谁去上门：名单上有住址和电话，要写他的姓名。", "DECISIONS.md D49");

    /// <summary>A round is ahead.</summary>
    public static Rule StartsAhead { get; } = new("outreach-start", "上门的日子已经过去了，请填今天或以后。", "DECISIONS.md D49");

    /// <summary>Nobody is asked twice at a time.</summary>
    public static Rule OnOneRound { get; } = new("outreach-once", "有人已经在另一张还没有结束的名单上：", "DECISIONS.md D49");

    /// <summary>A row belongs to its list.</summary>
    public static Rule RowOfRound { get; } = new("outreach-row", "这张名单上没有这一行，请重新打开名单。", "DECISIONS.md D49");

    /// <summary>A row is keyed once.</summary>
    public static Rule KeyedOnce { get; } = new("outreach-keyed", "这一行已经录过了：", "DECISIONS.md D49");

    /// <summary>Only what was keyed is corrected.</summary>
    public static Rule CorrectsSomething { get; } = new("outreach-correct", "这一行还没有录，直接录就行。", "DECISIONS.md D49");

    /// <summary>A correction says why.</summary>
    public static Rule CorrectionHasReason { get; } = new("outreach-correct-reason", "请写明为什么改，例如“看错了行”。", "DECISIONS.md D49");

    /// <summary>Visited on the walk.</summary>
    public static Rule VisitedInTime { get; } = new("outreach-day", "上门日期请核对，应当是：", "DECISIONS.md D49");

    /// <summary>A closed round takes nothing more.</summary>
    public static Rule StillOpen { get; } = new("outreach-open", "这次上门已经结束了，不能再录。没有录完的人会列在下一次里。", "DECISIONS.md D49");
}

/// <summary>帮办排查的栏 that a rule speaks of.</summary>
public enum OutreachField
{
    /// <summary>要上门的人.</summary>
    Residents,

    /// <summary>谁去.</summary>
    Worker,

    /// <summary>从哪天起.</summary>
    StartsOn,

    /// <summary>上门日期.</summary>
    VisitedOn,

    /// <summary>备注, or why it is corrected.</summary>
    Note,
}
