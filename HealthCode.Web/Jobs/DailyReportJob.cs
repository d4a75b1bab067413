using HealthCode.Domain.Rules;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>日报 — the daily report of every office of this server, laid ready an hour before it must be sent.</summary>
public sealed class DailyReportJob(ReportFolder reports, OfficeClock clock) : IOfficeJob
{
    /// <summary>Days that are still drawn up after the PC was off; older ones are asked for in 报表.</summary>
    public const int MostMissedDays = 7;

    private const string Report = "daily";

    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken)
    {
        // What is sent tonight does not count the whole day: the sheet of tomorrow morning lies beside it.
        var drawn = await reports.DrawAsync(Report, context.Day, context.Day, context.Job.DaysLater == 0 ? "当晚" : "", cancellationToken);
        return context.Deadline is { } deadline && clock.Now > deadline
            ? drawn with { Sentence = $"{drawn.Sentence}晚了：应在 {DateOnly.FromDateTime(deadline.DateTime).ChineseShort()} {TimeOnly.FromDateTime(deadline.DateTime).Typed()} 以前报。" }
            : drawn;
    }
}
