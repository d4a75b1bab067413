using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>定时工作 — a job of the schedule.</summary>
/// <param name="Code">Used in the database and in URLs.</param>
/// <param name="Name">Display name.</param>
/// <param name="What">One-line description for the page.</param>
/// <param name="Work">The class that does it, an <see cref="IOfficeJob"/>.</param>
/// <param name="At">Its time of day.</param>
public sealed record ScheduledJob(string Code, string Name, string What, Type Work, Func<ReportDeadlines, TimeOnly> At)
{
    /// <summary>Offset in days between the day it is run for and the day it runs: 1 for a job that runs in the morning for yesterday.</summary>
    public int DaysLater { get; init; }

    /// <summary>How many days are checked for missed runs, including the latest; 1 for a job that concerns only the present.</summary>
    public int CatchUpDays { get; init; } = 1;

    /// <summary>Time by which a report must have been sent, or null.</summary>
    public Func<ReportDeadlines, TimeOnly>? Deadline { get; init; }

    /// <summary>From when on the job is due; returns null while there is nothing to do. If not set, since the office was set up.</summary>
    public Func<OfficeDb, CancellationToken, Task<DateTimeOffset?>>? Since { get; init; }

    /// <summary>When the run for a day is due.</summary>
    public DateTimeOffset DueFor(DateOnly day, ReportDeadlines deadlines) => Moment(day, At(deadlines));

    /// <summary>When the report for a day must have been sent, or null.</summary>
    public DateTimeOffset? DeadlineFor(DateOnly day, ReportDeadlines deadlines) => Deadline is null ? null : Moment(day, Deadline(deadlines));

    /// <summary>The latest day whose run is already due.</summary>
    public DateOnly LastDue(ReportDeadlines deadlines, DateTimeOffset now)
    {
        var day = DayOf(now);
        return DueFor(day, deadlines) <= now ? day : day.AddDays(-1);
    }

    /// <summary>When the next run is due.</summary>
    public DateTimeOffset NextDue(ReportDeadlines deadlines, DateTimeOffset now) => DueFor(LastDue(deadlines, now).AddDays(1), deadlines);

    /// <summary>The day a manual run at this time counts for.</summary>
    public DateOnly DayOf(DateTimeOffset now) => BeijingTime.DayOf(now).AddDays(-DaysLater);

    private DateTimeOffset Moment(DateOnly day, TimeOnly time) => OfficeClock.StartOf(day.AddDays(DaysLater)) + time.ToTimeSpan();
}
