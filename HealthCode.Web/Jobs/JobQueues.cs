namespace HealthCode.Web.Jobs;

/// <summary>Two queues with one worker each: a clerk who waits for a print run never waits for the night's backup.</summary>
public static class JobQueues
{
    /// <summary>What somebody at a desk waits for: print layout, imports.</summary>
    public const string Interactive = "interactive";

    /// <summary>Everything else: scheduled jobs, backups, key rotation. The library's own name for the queue of a job that names none.</summary>
    public const string Background = "default";
}
