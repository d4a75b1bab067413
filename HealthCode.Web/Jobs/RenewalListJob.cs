using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>续办名单 — cards that expire within three days or expired recently, as of today; a missed day is not caught up.</summary>
public sealed class RenewalListJob(ReportFolder reports, OfficeClock clock) : IOfficeJob
{
    private const string Report = "renewals";

    public Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken) => reports.DrawAsync([Report], clock.Today, clock.Today, "", cancellationToken);
}
