using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using Microsoft.Data.Sqlite;
using Quartz;

namespace HealthCode.Web.Jobs;

/// <summary>闹钟 — Quartz rings when a job is due; what should have rung while the PC was off or asleep rings once. Whether there is anything to do is known in the duty room.</summary>
public sealed partial class AlarmClock(ISchedulerFactory quartz, DutyRoom duty, IServiceScopeFactory scopes, TimeProvider time, DataFolder folder, IHostApplicationLifetime program, ILogger<AlarmClock> log) : BackgroundService
{
    /// <summary>How long a database that does not answer is left alone.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = program.ApplicationStarted.Register(started.SetResult);
        try
        {
            // A program that cannot open its address ends at once and leaves the work to the one that is open.
            await started.Task.WaitAsync(stoppingToken);
            await KeepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was begun is not written down and is due again at the next start.
        }
        catch (Exception fault)
        {
            // The desks go on without it; every job can still be had by hand, and the next start makes up what was missed.
            LogStopped(fault);
        }
    }

    private async Task KeepAsync(CancellationToken stopping)
    {
        if (IsSpoilt())
        {
            // It only says when to ring, which the schedule knows; what is due is in the office's own record.
            File.Delete(folder.Jobs);
        }

        var scheduler = await quartz.GetScheduler(stopping);
        try
        {
            var wound = await TryWindAsync(scheduler, stopping);
            await scheduler.Start(stopping);
            while (true)
            {
                var asked = await duty.DoDueAsync(stopping);
                await UntilAgainAsync(wound && asked, stopping);
                wound = await TryWindAsync(scheduler, stopping);
            }
        }
        finally
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }

    /// <summary>Waits for whoever rewinds; when something went wrong, no longer than a minute.</summary>
    private async Task UntilAgainAsync(bool isWell, CancellationToken stopping)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (!isWell)
        {
            soon.CancelAfter(Pause);
        }

        try
        {
            await duty.Rewound.ReadAsync(soon.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The minute is over.
        }
    }

    private async Task<bool> TryWindAsync(IScheduler scheduler, CancellationToken stopping)
    {
        try
        {
            await WindAsync(scheduler, stopping);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotWound(fault);
            return false;
        }
    }

    private bool IsSpoilt()
    {
        try
        {
            using var file = new SqliteConnection($"Data Source={folder.Jobs};Pooling=False");
            file.Open();
            using var check = file.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            return (string?)check.ExecuteScalar() != "ok";
        }
        catch (SqliteException)
        {
            return true;
        }
    }

    /// <summary>Sets what is not set yet or to another time; the rest stays as it lies in the file, with what it has missed.</summary>
    private async Task WindAsync(IScheduler scheduler, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var deadlines = await scope.ServiceProvider.GetRequiredService<OfficeDb>().DeadlinesAsync(stopping);
        foreach (var job in Schedule.All)
        {
            await WindAsync(scheduler, job, deadlines, stopping);
        }
    }

    private async Task WindAsync(IScheduler scheduler, ScheduledJob job, ReportDeadlines deadlines, CancellationToken stopping)
    {
        var (key, cron) = (new TriggerKey(job.Code), Cron(job.At(deadlines)));
        var set = await scheduler.GetTrigger(key, stopping) as ICronTrigger;
        if (set?.CronExpressionString == cron)
        {
            return;
        }

        var trigger = TriggerBuilder.Create(time).WithIdentity(key).ForJob(job.Code)
            .WithCronSchedule(cron, each => each.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
        if (set is null)
        {
            await scheduler.ScheduleJob(JobBuilder.Create<DueJob>().WithIdentity(job.Code).Build(), trigger, cancellationToken: stopping);
        }
        else
        {
            await scheduler.RescheduleJob(key, trigger, stopping);
        }
    }

    /// <summary>Every day at a time by Beijing, which is the same time by UTC every day: no time zone files are needed.</summary>
    private static string Cron(TimeOnly at)
    {
        var utc = (OfficeClock.StartOf(DateOnly.FromDateTime(DateTime.UnixEpoch)) + at.ToTimeSpan()).UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"0 {utc.Minute} {utc.Hour} * * ?");
    }

    [LoggerMessage(LogLevel.Error, "定时工作的闹钟没有上好，过一分钟再上")]
    private partial void LogNotWound(Exception fault);

    [LoggerMessage(LogLevel.Error, "定时工作的闹钟停了；重新启动程序会再开，工作可以在“定时工作”里手动做")]
    private partial void LogStopped(Exception fault);
}
