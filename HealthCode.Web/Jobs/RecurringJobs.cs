using System.Globalization;
using Hangfire;
using Hangfire.Storage;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;

namespace HealthCode.Web.Jobs;

/// <summary>The schedule as recurring jobs. They only say when to look: what is due is decided by <see cref="JobRunner"/> from the office's own record.</summary>
public sealed class RecurringJobs(IRecurringJobManager recurring, IBackgroundJobClient jobs, JobStorage storage)
{
    /// <summary>Deletes uploaded files that belong to no import any more.</summary>
    public const string ImportFiles = "import-files";

    private static readonly RecurringJobOptions InUtc = new() { TimeZone = TimeZoneInfo.Utc };

    /// <summary>Sets every job to its time by the office's deadlines, and has it looked at once what is due by them.</summary>
    public async Task RescheduleAsync(OfficeDb db, CancellationToken cancellationToken = default)
    {
        Set(await db.DeadlinesAsync(cancellationToken));
        jobs.Enqueue<JobRunner>(runner => runner.RunAllDueAsync(CancellationToken.None));
    }

    /// <summary>Those that an earlier version knew are removed.</summary>
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

    /// <summary>Every day at a time by Beijing, which is the same time by UTC every day: no time zone files are needed.</summary>
    private static string Cron(TimeOnly at)
    {
        var utc = (OfficeClock.StartOf(DateOnly.FromDateTime(DateTime.UnixEpoch)) + at.ToTimeSpan()).UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{utc.Minute} {utc.Hour} * * *");
    }
}
