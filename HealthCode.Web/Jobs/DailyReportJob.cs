using HealthCode.Domain.Rules;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>日报 — creates the daily report of every office, an hour before its deadline.</summary>
public sealed class DailyReportJob(ReportFolder reports, OfficeClock clock) : IOfficeJob
{
    /// <summary>Days caught up after the PC was off; older ones are available on the 报表 page.</summary>
    public const int MostMissedDays = 7;

    private const string Report = "daily";

    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken)
    {
        // The evening report does not cover the whole day; the mark keeps it apart from the complete one of the next morning.
        var drawn = await reports.DrawAsync([Report], context.Day, context.Day, context.Job.DaysLater == 0 ? "当晚" : "", cancellationToken);
        return context.Deadline is { } deadline && clock.Now > deadline
            ? drawn with { Sentence = $"{drawn.Sentence}晚了：应在 {DateOnly.FromDateTime(deadline.DateTime).ChineseShort()} {TimeOnly.FromDateTime(deadline.DateTime).Typed()} 以前报。" }
            : drawn;
    }
}
