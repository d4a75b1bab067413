using System.Globalization;
using Hangfire;
using Hangfire.Storage;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;

namespace HealthCode.Web.Jobs;

/// <summary>Registers the schedule with Hangfire. The recurring jobs only trigger a check; <see cref="JobRunner"/> decides from the JobRuns table
/// what is due.</summary>
public sealed class RecurringJobs(IRecurringJobManager recurring, IBackgroundJobClient jobs, JobStorage storage)
{
    /// <summary>Id of the job that deletes uploaded files of finished imports.</summary>
    public const string ImportFiles = "import-files";

    private static readonly RecurringJobOptions InUtc = new() { TimeZone = TimeZoneInfo.Utc };

    /// <summary>Sets the time of every job from the office's deadlines, and queues a check for jobs already due.</summary>
    public async Task RescheduleAsync(OfficeDb db, CancellationToken cancellationToken = default)
    {
        Set(await db.DeadlinesAsync(cancellationToken));
        jobs.Enqueue<JobRunner>(runner => runner.RunAllDueAsync(CancellationToken.None));
    }

    /// <summary>Also removes jobs of earlier versions.</summary>
    private void Set(ReportDeadlines deadlines)
    {
        foreach (var job in Schedule.All)
        {
            recurring.AddOrUpdate<JobRunner>(job.Code, runner => runner.RunDueAsync(job.Code, CancellationToken.None), Cron(job.At(deadlines)), InUtc);
        }

        recurring.AddOrUpdate<ImportJob>(ImportFiles, imports => imports.DeleteLeftovers(), Hangfire.Cron.Hourly(), InUtc);
        using var connection = storage.GetConnection();
        foreach (var known in connection.GetRecurringJobs().Where(known => known.Id != ImportFiles && Schedule.Find(known.Id) is null))
        {
            recurring.RemoveIfExists(known.Id);
        }
    }

    /// <summary>Cron expression for a daily Beijing time. In UTC it is the same time every day (no daylight saving), so no time zone data is
    /// needed.</summary>
    private static string Cron(TimeOnly at)
    {
        var utc = (OfficeClock.StartOf(DateOnly.FromDateTime(DateTime.UnixEpoch)) + at.ToTimeSpan()).UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{utc.Minute} {utc.Hour} * * *");
    }
}
