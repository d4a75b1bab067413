using Quartz;

namespace HealthCode.Web.Jobs;

/// <summary>响了 — one of the schedule's jobs is due; the key says which.</summary>
[DisallowConcurrentExecution]
public sealed class DueJob(DutyRoom duty) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // One that an earlier version knew rings on in the file.
        if (Schedule.Find(context.JobDetail.Key.Name) is { } job)
        {
            if (!await duty.DoDueAsync(job, cancellationToken))
            {
                duty.Rewind();
            }
        }
    }
}
