using System.Diagnostics.Metrics;
using Hangfire;
using HealthCode.Web.Metrics;

namespace HealthCode.Web.Jobs;

/// <summary>Two queues with one worker each, so that a user waiting for a print run never waits for the nightly backup.</summary>
public static class JobQueues
{
    /// <summary>Jobs a user waits for: print layout, imports.</summary>
    public const string Interactive = "interactive";

    /// <summary>Everything else: scheduled jobs, backups, key rotation. Hangfire's default queue name.</summary>
    public const string Background = "default";

    /// <summary>Jobs of each queue that wait for a worker, those that wait for a retry, and those that failed for good.</summary>
    public static ObservedGauge Length(IServiceProvider services) => new("healthcode.job.queue.length", "{job}", "Background jobs that have not succeeded yet, by state.", () =>
    {
        // Asked for here: the storage is opened only after the server listens.
        var jobs = services.GetRequiredService<JobStorage>().GetMonitoringApi();
        return
        [
            Measured(jobs.EnqueuedCount(Interactive), "waiting_interactive"),
            Measured(jobs.EnqueuedCount(Background), "waiting_background"),
            Measured(jobs.ScheduledCount(), "retrying"),
            Measured(jobs.FailedCount(), "failed"),
        ];
    });

    private static Measurement<double> Measured(long count, string state) => new(count, new KeyValuePair<string, object?>("state", state));
}
