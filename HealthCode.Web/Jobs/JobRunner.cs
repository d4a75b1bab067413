using System.ComponentModel;
using System.Diagnostics;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Metrics;
using HealthCode.Web.Offices;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>Runs due jobs one after another. What is due is decided from the JobRuns table alone, so that nothing runs twice, and runs missed while
/// the PC was off are caught up once.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, IDatabaseEngine engine, OfficeClock clock, ILogger<JobRunner> log, OfficeMetrics? metrics = null) : IDisposable
{
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly HashSet<string> _doneSinceStart = [];

    /// <summary>Runs all due jobs, including missed days.</summary>
    /// <exception cref="JobFailedException">At least one failed; the others have still been run.</exception>
    [DisplayName("补做到时间的工作")]
    public async Task RunAllDueAsync(CancellationToken cancellationToken = default)
    {
        JobFailedException? first = null;
        foreach (var job in Schedule.All)
        {
            try
            {
                await RunDueAsync(job.Code, cancellationToken);
            }
            catch (JobFailedException fault)
            {
                first ??= fault;
            }
        }

        if (first is not null)
        {
            throw first;
        }
    }

    /// <summary>Runs one job if it is due, including missed days.</summary>
    /// <param name="code">Code of the job in the schedule; an unknown one (from an earlier version) is ignored.</param>
    /// <param name="cancellationToken">Cancelled when the server stops.</param>
    /// <exception cref="JobFailedException">It failed, and a retry may succeed.</exception>
    [DisplayName("定时工作 {0}")]
    public async Task RunDueAsync(string code, CancellationToken cancellationToken = default)
    {
        if (Schedule.Find(code) is not { } job)
        {
            return;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var alone = await engine.EnterAloneAsync(SharedWork.Jobs, cancellationToken);
            JobFailedException? first = null;
            foreach (var day in await DueAsync(job, cancellationToken))
            {
                first ??= (await TryAsync(job, day, null, cancellationToken)).Failure;
            }

            if (first is not null)
            {
                throw first;
            }
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or JobFailedException))
        {
            LogUnasked(job.Name, fault);
            throw new JobFailedException(JobFaults.SentenceOf(fault));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>立即运行 — runs the job now, even if it is already done. A run before its scheduled time does not replace the scheduled one.</summary>
    public async Task<JobRun?> RunNowAsync(ScheduledJob job, StaffMember by)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await using var alone = await engine.EnterAloneAsync(SharedWork.Jobs, CancellationToken.None);
            return (await TryAsync(job, job.DayOf(clock.Now), by, CancellationToken.None)).Run;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>The days the job is due for but not done, oldest first.</summary>
    private async Task<IReadOnlyList<DateOnly>> DueAsync(ScheduledJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateScopeFor(new SystemUser("job runner"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        if (!await db.Offices.AnyAsync(cancellationToken))
        {
            return [];
        }

        // Days before the office was set up do not count as missed.
        var opened = job.Since is null
            ? await db.AuditRecords.OrderBy(record => record.Id).Select(record => record.At).FirstOrDefaultAsync(cancellationToken)
            : await job.Since(db, cancellationToken) ?? DateTimeOffset.MaxValue;
        var deadlines = await db.DeadlinesAsync(cancellationToken);
        var last = job.LastDue(deadlines, clock.Now);
        List<DateOnly> due = [];
        for (var day = last.AddDays(1 - job.CatchUpDays); day <= last; day = day.AddDays(1))
        {
            if (job.DueFor(day, deadlines) >= opened && !await IsDoneAsync(db, job, day, deadlines, cancellationToken))
            {
                due.Add(day);
            }
        }

        return due;
    }

    private static Task<bool> IsDoneAsync(OfficeDb db, ScheduledJob job, DateOnly day, ReportDeadlines deadlines, CancellationToken cancellationToken)
    {
        var due = job.DueFor(day, deadlines);
        return db.JobRuns.AnyAsync(run => run.Job == job.Code && run.ForDay == day && run.Succeeded && run.StartedAt >= due, cancellationToken);
    }

    /// <summary>Runs the job for a day and records the result.</summary>
    /// <returns>The record, or null if it had been done meanwhile; and the failure if a retry may succeed.</returns>
    private async Task<(JobRun? Run, JobFailedException? Failure)> TryAsync(ScheduledJob job, DateOnly day, StaffMember? by, CancellationToken cancellationToken)
    {
        var (started, timestamp) = (clock.Now, Stopwatch.GetTimestamp());
        try
        {
            var run = await DoAsync(job, day, by, started, cancellationToken);
            metrics?.CountJob(job.Code, timestamp, succeeded: true);
            return (run, null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            metrics?.CountJob(job.Code, timestamp, succeeded: false);
            LogUnfinished(job.Name, day, fault);
            var (sentence, canRetry) = (JobFaults.SentenceOf(fault), !JobFaults.IsRefusal(fault));
            var record = await WriteDownAsync(job, day, by, started, sentence + WhatNow(canRetry, by));
            return (record, canRetry ? new(sentence) : null);
        }
    }

    private static string WhatNow(bool canRetry, StaffMember? by) =>
        !canRetry ? "" : by is null ? "过几分钟会再做，也可以点“立即运行”。" : "到下次时间会再做，也可以再点“立即运行”。";

    private async Task<JobRun?> DoAsync(ScheduledJob job, DateOnly day, StaffMember? by, DateTimeOffset started, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateScopeFor(new SystemUser("job runner"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var deadlines = await db.DeadlinesAsync(cancellationToken);
        var doneUpTo = await db.JobRuns.Where(run => run.Job == job.Code && run.Succeeded && run.ForDay < day).MaxAsync(run => (DateOnly?)run.ForDay, cancellationToken);
        var context = new JobContext(job, day, doneUpTo, job.DeadlineFor(day, deadlines), !_doneSinceStart.Contains(job.Code));
        var outcome = await ((IOfficeJob)scope.ServiceProvider.GetRequiredService(job.Work)).DoAsync(context, cancellationToken);
        var done = await db.InOneTransactionAsync(
            async () =>
            {
                if (by is null && await IsDoneAsync(db, job, day, deadlines, cancellationToken))
                {
                    return null;
                }

                outcome.OnCommit?.Invoke();
                return db.JobRuns.Add(Run(job, day, by, started, outcome.Sentence, succeeded: true, isCatchUp: by is null && started > job.DueFor(day, deadlines) + Punctual)).Entity;
            },
            cancellationToken);
        _doneSinceStart.Add(job.Code);
        return done;
    }

    private async Task<JobRun> WriteDownAsync(ScheduledJob job, DateOnly day, StaffMember? by, DateTimeOffset started, string sentence)
    {
        await using var scope = scopes.CreateScopeFor(new SystemUser("job runner"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        return await db.InOneTransactionAsync(() => Task.FromResult(db.JobRuns.Add(Run(job, day, by, started, sentence, succeeded: false, isCatchUp: false)).Entity));
    }

    private JobRun Run(ScheduledJob job, DateOnly day, StaffMember? by, DateTimeOffset started, string result, bool succeeded, bool isCatchUp) => new()
    {
        // The clock may have been set back meanwhile.
        Job = job.Code, ForDay = day, StartedAt = started, EndedAt = clock.Now < started ? started : clock.Now, Succeeded = succeeded, IsCatchUp = isCatchUp, StartedBy = by?.Name ?? "",
        Result = result.Length > JobRun.LongestResult ? result[..JobRun.LongestResult] : result,
    };

    [LoggerMessage(LogLevel.Error, "定时工作 {Job} 的记录读不出或者写不进，过一会儿再来")]
    private partial void LogUnasked(string job, Exception fault);

    [LoggerMessage(LogLevel.Error, "定时工作 {Job}（{Day}）没有做成")]
    private partial void LogUnfinished(string job, DateOnly day, Exception fault);
}

/// <summary>做完以后 — the result sentence, and an action run in the transaction that records it.</summary>
/// <param name="Sentence">The result in Chinese, without personal data.</param>
/// <param name="OnCommit">Final step, run inside the transaction that records the result.</param>
public sealed record JobOutcome(string Sentence, Action? OnCommit = null);

/// <summary>这一次 — context of one run of a job.</summary>
/// <param name="Job">The scheduled job.</param>
/// <param name="Day">The day it is run for.</param>
/// <param name="DoneUpTo">The latest earlier day it succeeded for, or null.</param>
/// <param name="Deadline">When a report for the day must have been sent, or null.</param>
/// <param name="AfterStart">True for the first run since the server started: an earlier run may have been interrupted.</param>
public sealed record JobContext(ScheduledJob Job, DateOnly Day, DateOnly? DoneUpTo, DateTimeOffset? Deadline, bool AfterStart);
