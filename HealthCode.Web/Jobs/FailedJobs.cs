using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace HealthCode.Web.Jobs;

/// <summary>Background jobs that have failed, for the jobs page.</summary>
public sealed class FailedJobs(JobStorage storage, IBackgroundJobClient jobs)
{
    /// <summary>How many of each kind are shown.</summary>
    public const int Most = 20;

    /// <summary>Jobs waiting for a retry, soonest first; then jobs that failed for good, newest first.</summary>
    public IReadOnlyList<FailedJob> All()
    {
        var monitoring = storage.GetMonitoringApi();
        return
        [
            .. monitoring.ScheduledJobs(0, Most).OrderBy(each => each.Value.EnqueueAt).Select(each => new FailedJob(Name(each.Value.Job), Reason(monitoring, each.Key), Utc(each.Value.EnqueueAt))),
            .. monitoring.FailedJobs(0, Most).Select(each => new FailedJob(Name(each.Value.Job), each.Value.ExceptionMessage, null)),
        ];
    }

    /// <summary>Deletes the jobs that failed for good before the given time.</summary>
    public void DeleteBefore(DateTimeOffset moment)
    {
        foreach (var (id, _) in storage.GetMonitoringApi().FailedJobs(0, int.MaxValue).Where(each => each.Value.FailedAt < moment.UtcDateTime))
        {
            jobs.Delete(id);
        }
    }

    /// <summary>Name of the scheduled job, or the display name attribute of the method.</summary>
    private static string Name(Job? job) =>
        job is null ? "以前版本的工作"
        : job.Args is [string code, ..] && Schedule.Find(code) is { } scheduled ? scheduled.Name
        : job.Method.GetCustomAttribute<DisplayNameAttribute>() is { } named ? string.Format(CultureInfo.InvariantCulture, named.DisplayName, [.. job.Args])
        : job.Method.Name;

    /// <summary>The message stored in place of the exception.</summary>
    private static string Reason(IMonitoringApi monitoring, string id) => monitoring.JobDetails(id)?.History.FirstOrDefault()?.Reason ?? "";

    private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}

/// <summary>A failed job, see <see cref="FailedJobs"/>.</summary>
/// <param name="Name">Display name, in Chinese.</param>
/// <param name="Reason">Why it failed, in Chinese.</param>
/// <param name="NextAt">Time of the next retry, or null if there is none.</param>
public sealed record FailedJob(string Name, string Reason, DateTimeOffset? NextAt);
