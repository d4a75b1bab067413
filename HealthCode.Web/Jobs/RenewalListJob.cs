using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>续办名单 — whose card ends within three days, as it stands now: a missed morning is not made up with what was true then.</summary>
public sealed class RenewalListJob(ReportFolder reports, OfficeClock clock) : IOfficeJob
{
    private const string Report = "renewals";

    public Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken) => reports.DrawAsync(Report, clock.Today, clock.Today, "", cancellationToken);
}
