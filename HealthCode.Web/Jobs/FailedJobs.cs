using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace HealthCode.Web.Jobs;

/// <summary>Background jobs that have failed, for the page of the jobs.</summary>
public sealed class FailedJobs(JobStorage storage, IBackgroundJobClient jobs)
{
    /// <summary>So many of a kind are shown.</summary>
    public const int Most = 20;

    /// <summary>Those that wait for their retry, the next first; then those that are not retried any more, the newest first.</summary>
    public IReadOnlyList<FailedJob> All()
    {
        var monitoring = storage.GetMonitoringApi();
        return
        [
            .. monitoring.ScheduledJobs(0, Most).OrderBy(each => each.Value.EnqueueAt).Select(each => new FailedJob(Name(each.Value.Job), Reason(monitoring, each.Key), Utc(each.Value.EnqueueAt))),
            .. monitoring.FailedJobs(0, Most).Select(each => new FailedJob(Name(each.Value.Job), each.Value.ExceptionMessage, null)),
        ];
    }

    /// <summary>Deletes those that failed for good before a moment.</summary>
    public void DeleteBefore(DateTimeOffset moment)
    {
        foreach (var (id, _) in storage.GetMonitoringApi().FailedJobs(0, int.MaxValue).Where(each => each.Value.FailedAt < moment.UtcDateTime))
        {
            jobs.Delete(id);
        }
    }

    /// <summary>As the attribute of its method says; that of the schedule for a scheduled one.</summary>
    private static string Name(Job? job) =>
        job is null ? "以前版本的工作"
        : job.Args is [string code, ..] && Schedule.Find(code) is { } scheduled ? scheduled.Name
        : job.Method.GetCustomAttribute<DisplayNameAttribute>() is { } named ? string.Format(CultureInfo.InvariantCulture, named.DisplayName, [.. job.Args])
        : job.Method.Name;

    /// <summary>The sentence that was stored in place of the exception.</summary>
    private static string Reason(IMonitoringApi monitoring, string id) => monitoring.JobDetails(id)?.History.FirstOrDefault()?.Reason ?? "";

    private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}

/// <summary>One of <see cref="FailedJobs"/>.</summary>
/// <param name="Name">What it does, in Chinese.</param>
/// <param name="Reason">Why it failed, a sentence for the office.</param>
/// <param name="NextAt">When it is tried again, or null when it is not.</param>
public sealed record FailedJob(string Name, string Reason, DateTimeOffset? NextAt);
