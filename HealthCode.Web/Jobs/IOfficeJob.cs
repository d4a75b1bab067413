namespace HealthCode.Web.Jobs;

/// <summary>一项定时工作 — may be interrupted at any time and is then run again from the beginning.</summary>
public interface IOfficeJob
{
    /// <summary>Runs the job for one day.</summary>
    /// <param name="context">The day, and what is known of earlier runs.</param>
    /// <param name="cancellationToken">Cancelled when the server stops.</param>
    Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken);
}
