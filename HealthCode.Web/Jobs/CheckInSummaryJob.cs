using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>打卡汇总 — at the deadline of the evening and of the next morning: writes, for each office with a list of that day, how far every grid worker has reported
/// and who is missing (DECISIONS.md D26).</summary>
public sealed class CheckInSummaryJob(OfficeDb db, ReportFolder reports) : IOfficeJob
{
    private static readonly string[] Reports = ["check-ins", "not-checked-in"];

    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken)
    {
        var day = context.Day;
        var offices = (await db.DueEntries.Where(entry => entry.Day == day).Select(entry => entry.OfficeCode).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        if (offices.Count == 0)
        {
            return new("当天没有要问的人。");
        }

        var drawn = await reports.DrawAsync(Reports, day, day, context.Job.DaysLater == 0 ? "当晚" : "", cancellationToken, offices);
        var people = await db.DueEntries.NotCheckedIn(db).CountAsync(entry => entry.Day == day, cancellationToken);
        return drawn with { Sentence = $"没有报的 {people} 人。{drawn.Sentence}" };
    }
}
