namespace HealthCode.Web.Data.Entities;

/// <summary>工作记录 — one job, done or failed, for one day. Written together with what it did: what is not here has not been done.</summary>
public sealed class JobRun
{
    /// <summary>As long as the result on the page may be.</summary>
    public const int LongestResult = 300;

    /// <summary>Key in the database.</summary>
    public long Id { get; init; }

    /// <summary>The code of the job.</summary>
    public required string Job { get; init; }

    /// <summary>The day it was done for: of a report, the day it reports on.</summary>
    public required DateOnly ForDay { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>One sentence for the office; names nobody.</summary>
    public required string Result { get; init; }

    /// <summary>Whether it was done.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>补做: it was due while the PC was off.</summary>
    public bool IsCatchUp { get; init; }

    /// <summary>Who pressed 立即运行; empty when it came by itself.</summary>
    public string StartedBy { get; init; } = "";
}
