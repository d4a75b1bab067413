using Hangfire.Server;
using Hangfire.States;

namespace HealthCode.Web.Jobs;

/// <summary>Retries a failed job a few times, and stores a Chinese message in place of the exception, which may contain resident data.</summary>
public sealed partial class JobFailureFilter(ILogger<JobFailureFilter> log) : IServerFilter, IElectStateFilter
{
    /// <summary>Delay before each retry; after the last one the job stays failed.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    // Name of the job parameter that counts the retries.
    private const string Retries = "Retries";

    public void OnPerforming(PerformingContext context)
    {
    }

    /// <exception cref="JobFailedException">Replaces the original exception before Hangfire creates and stores a state from it.</exception>
    public void OnPerformed(PerformedContext context)
    {
        var fault = context.Exception is JobPerformanceException performance ? performance.InnerException : context.Exception;
        if (fault is null or JobFailedException or JobAbortedException || context.CancellationToken.ShutdownToken.IsCancellationRequested)
        {
            return;
        }

        LogFailed(context.BackgroundJob.Id, context.BackgroundJob.Job.Type.Name, fault);
        throw new JobFailedException(JobFaults.SentenceOf(fault), !JobFaults.IsRefusal(fault));
    }

    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is not FailedState { Exception: JobFailedException { CanRetry: true } fault })
        {
            return;
        }

        var retries = context.GetJobParameter<int>(Retries, allowStale: true);
        if (retries < Waits.Count)
        {
            context.SetJobParameter(Retries, retries + 1);
            context.CandidateState = new ScheduledState(Waits[retries]) { Reason = fault.Message };
        }
    }

    [LoggerMessage(LogLevel.Error, "后台工作 {Id}（{Type}）没有做成")]
    private partial void LogFailed(string id, string type, Exception fault);
}
