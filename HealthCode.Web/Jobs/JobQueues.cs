namespace HealthCode.Web.Jobs;

/// <summary>Two queues with one worker each, so that a user waiting for a print run never waits for the nightly backup.</summary>
public static class JobQueues
{
    /// <summary>Jobs a user waits for: print layout, imports.</summary>
    public const string Interactive = "interactive";

    /// <summary>Everything else: scheduled jobs, backups, key rotation. Hangfire's default queue name.</summary>
    public const string Background = "default";
}
