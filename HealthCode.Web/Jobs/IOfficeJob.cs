namespace HealthCode.Web.Jobs;

/// <summary>一项定时工作 — may be cut short at any moment and is then done again from the beginning.</summary>
public interface IOfficeJob
{
    /// <summary>Does it for one day.</summary>
    /// <param name="context">Which day, and what is known of earlier times.</param>
    /// <param name="cancellationToken">The program is being stopped.</param>
    Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken);
}
