using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>定时工作 — one line of the schedule.</summary>
/// <param name="Code">In the database and in addresses.</param>
/// <param name="Name">As the office calls it.</param>
/// <param name="What">One line for whoever looks at the page.</param>
/// <param name="Work">The class that does it, an <see cref="IOfficeJob"/>.</param>
/// <param name="At">Its time of day.</param>
public sealed record ScheduledJob(string Code, string Name, string What, Type Work, Func<ReportDeadlines, TimeOnly> At)
{
    /// <summary>How many days after the day it is done for: 1 for what is done in the morning about yesterday.</summary>
    public int DaysLater { get; init; }

    /// <summary>How many missed days are caught up, newest first; 1 for a job that only looks at the present.</summary>
    public int CatchUpDays { get; init; } = 1;

    /// <summary>Until when a report must have been sent, or null.</summary>
    public Func<ReportDeadlines, TimeOnly>? Deadline { get; init; }

    /// <summary>From when on there is anything to do, or null while there is not; from the office's set-up on when not given.</summary>
    public Func<OfficeDb, CancellationToken, Task<DateTimeOffset?>>? Since { get; init; }

    /// <summary>When it is due for a day.</summary>
    public DateTimeOffset DueFor(DateOnly day, ReportDeadlines deadlines) => Moment(day, At(deadlines));

    /// <summary>Until when what it draws up for a day must have been sent, or null.</summary>
    public DateTimeOffset? DeadlineFor(DateOnly day, ReportDeadlines deadlines) => Deadline is null ? null : Moment(day, Deadline(deadlines));

    /// <summary>The last day it has been due for.</summary>
    public DateOnly LastDue(ReportDeadlines deadlines, DateTimeOffset now)
    {
        var day = DayOf(now);
        return DueFor(day, deadlines) <= now ? day : day.AddDays(-1);
    }

    /// <summary>When it is due next.</summary>
    public DateTimeOffset NextDue(ReportDeadlines deadlines, DateTimeOffset now) => DueFor(LastDue(deadlines, now).AddDays(1), deadlines);

    /// <summary>The day it is done for when somebody has it done now.</summary>
    public DateOnly DayOf(DateTimeOffset now) => BeijingTime.DayOf(now).AddDays(-DaysLater);

    private DateTimeOffset Moment(DateOnly day, TimeOnly time) => OfficeClock.StartOf(day.AddDays(DaysLater)) + time.ToTimeSpan();
}
