using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>截止时间的规则.</summary>
public static class DeadlineRules
{
    /// <summary>What is due.</summary>
    public static Rule HasTitle { get; } = new("deadline-title", "请写明报什么，例如“落实情况”。", "DECISIONS.md D58");

    /// <summary>A deadline that is over warns nobody.</summary>
    public static Rule NotOver { get; } = new("deadline-over", "这个时间已经过了，请填以后的时间。", "DECISIONS.md D58");

    /// <summary>When.</summary>
    public static Rule HasTime { get; } = new("deadline-time", "请填几点，例如“22:00”。", "DECISIONS.md D58");

    /// <summary>Whether once or every day.</summary>
    public static Rule DayOrDaily { get; } = new("deadline-day", "只报一次的，请填哪天；每天报的，不填哪天。", "DECISIONS.md D58");

    /// <summary>Who.</summary>
    public static Rule ReportersNamed { get; } = new("deadline-reporters", "请写明谁报，一行一个，最多 40 个。", "DECISIONS.md D58");

    /// <summary>A line is somebody.</summary>
    public static Rule ReportersOnce { get; } = new("deadline-reporters-once", "有一行写了两遍，请删去一行。", "DECISIONS.md D58");

    /// <summary>To whom.</summary>
    public static Rule ReceiverNamed { get; } = new("deadline-to", "请写明报给谁，例如“镇防疫办”。", "DECISIONS.md D58");

    /// <summary>Ended once.</summary>
    public static Rule StillDue { get; } = new("deadline-ended", "这一项已经不用报了。", "DECISIONS.md D58");

    /// <summary>Why.</summary>
    public static Rule EndHasReason { get; } = new("deadline-end-reason", "请写明为什么不用报了。", "DECISIONS.md D58");

    /// <summary>On a day it is due.</summary>
    public static Rule DueThatDay { get; } = new("deadline-due", "那一天不用报，或者还没有到那一天，请核对日期。", "DECISIONS.md D58");

    /// <summary>Only who has to.</summary>
    public static Rule ReporterOnList { get; } = new("deadline-reporter", "请选是谁报的。", "DECISIONS.md D58");

    /// <summary>Once.</summary>
    public static Rule ReportedOnce { get; } = new("deadline-twice", "那一天已经记过报了，没有再记：", "DECISIONS.md D58");
}

/// <summary>截止时间的栏 that a rule speaks of.</summary>
public enum DeadlineField
{
    /// <summary>报什么.</summary>
    Title,

    /// <summary>哪天.</summary>
    Day,

    /// <summary>几点.</summary>
    Time,

    /// <summary>谁报.</summary>
    Reporters,

    /// <summary>报给谁.</summary>
    To,

    /// <summary>为什么不用报了.</summary>
    EndReason,

    /// <summary>报的是哪天的.</summary>
    ReportDay,

    /// <summary>谁报的.</summary>
    Reporter,
}
