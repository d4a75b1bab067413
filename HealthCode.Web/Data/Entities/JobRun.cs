namespace HealthCode.Web.Data.Entities;

/// <summary>工作记录 — one job, done or failed, for one day. Saved in the transaction of the job itself: without a record it was not done.</summary>
public sealed class JobRun
{
    /// <summary>Maximum length of the result shown.</summary>
    public const int LongestResult = 300;

    /// <summary>Primary key.</summary>
    public long Id { get; init; }

    /// <summary>Job code.</summary>
    public required string Job { get; init; }

    /// <summary>The day it was run for; for a report, the day covered.</summary>
    public required DateOnly ForDay { get; init; }

    /// <summary>Start time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End time.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Result sentence for the user, without personal data.</summary>
    public required string Result { get; init; }

    /// <summary>Whether it succeeded.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>补做: it was due while the PC was off.</summary>
    public bool IsCatchUp { get; init; }

    /// <summary>User who clicked 立即运行; empty for a scheduled run.</summary>
    public string StartedBy { get; init; } = "";
}
