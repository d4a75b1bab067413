using System.Diagnostics;
using Hangfire.Server;
using HealthCode.Web.Metrics;

namespace HealthCode.Web.Jobs;

/// <summary>Counts queued jobs that end. <see cref="JobRunner"/> counts the scheduled ones itself, by their code.</summary>
public sealed class JobMetricsFilter(OfficeMetrics? metrics) : IServerFilter
{
    private const string Since = "Since";

    public void OnPerforming(PerformingContext context)
    {
        if (metrics is not null)
        {
            context.Items[Since] = Stopwatch.GetTimestamp();
        }
    }

    public void OnPerformed(PerformedContext context)
    {
        var type = context.BackgroundJob.Job.Type;
        if (metrics is not null && type != typeof(JobRunner) && context.Items.TryGetValue(Since, out var since) && !context.CancellationToken.ShutdownToken.IsCancellationRequested)
        {
            metrics.CountJob(type.Name, (long)since, context.Exception is null);
        }
    }
}
