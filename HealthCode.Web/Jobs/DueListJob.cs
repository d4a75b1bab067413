using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>今天要问的 — after midnight: makes each office's list of the new day, so that it lies ready in the morning.</summary>
public sealed class DueListJob(OfficeDb db, OfficeClock clock) : IOfficeJob
{
    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken)
    {
        var people = 0;
        foreach (var office in await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync(cancellationToken))
        {
            people += (await db.DueRowsAsync(office, clock.Today)).Count;
        }

        return new($"今天要问 {people} 人。");
    }
}
