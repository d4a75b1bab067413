using System.ComponentModel;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>Runs what is due, one job after the other. What is due is decided by the office's own record alone, so that nothing is done twice, whoever asks, and what was missed while the PC was off is made up once.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, OfficeClock clock, ILogger<JobRunner> log) : IDisposable
{
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly HashSet<string> _doneSinceStart = [];

    /// <summary>Runs what is due of every job, the missed days included.</summary>
    /// <exception cref="JobFailedException">One of them failed; the others have been run.</exception>
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

    /// <summary>Runs what is due of one job, the missed days included.</summary>
    /// <param name="code">Of the schedule; one that an earlier version knew is nothing any more.</param>
    /// <param name="cancellationToken">The program is being stopped.</param>
    /// <exception cref="JobFailedException">It failed, and running it again may help.</exception>
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

    /// <summary>立即运行 — whatever has been done already. What is done before its time is done again when it is due.</summary>
    public async Task<JobRun?> RunNowAsync(ScheduledJob job, StaffMember by)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            return (await TryAsync(job, job.DayOf(clock.Now), by, CancellationToken.None)).Run;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>The days it was due for and is not done for, oldest first.</summary>
    private async Task<IReadOnlyList<DateOnly>> DueAsync(ScheduledJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateScopeFor(new SystemUser("job runner"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        if (!await db.Offices.AnyAsync(cancellationToken))
        {
            return [];
        }

        // Nothing was missed before the office was set up.
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

    /// <summary>Runs it for a day and writes down how that went.</summary>
    /// <returns>The record, or null when it had been done meanwhile; and the failure when running it again may help.</returns>
    private async Task<(JobRun? Run, JobFailedException? Failure)> TryAsync(ScheduledJob job, DateOnly day, StaffMember? by, CancellationToken cancellationToken)
    {
        var started = clock.Now;
        try
        {
            return (await DoAsync(job, day, by, started, cancellationToken), null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
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

                outcome.Settle?.Invoke();
                return db.JobRuns.Add(Run(job, day, by, started, outcome.Sentence, succeeded: true, isMadeUp: by is null && started > job.DueFor(day, deadlines) + Punctual)).Entity;
            },
            cancellationToken);
        _doneSinceStart.Add(job.Code);
        return done;
    }

    private async Task<JobRun> WriteDownAsync(ScheduledJob job, DateOnly day, StaffMember? by, DateTimeOffset started, string sentence)
    {
        await using var scope = scopes.CreateScopeFor(new SystemUser("job runner"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        return await db.InOneTransactionAsync(() => Task.FromResult(db.JobRuns.Add(Run(job, day, by, started, sentence, succeeded: false, isMadeUp: false)).Entity));
    }

    private JobRun Run(ScheduledJob job, DateOnly day, StaffMember? by, DateTimeOffset started, string result, bool succeeded, bool isMadeUp) => new()
    {
        // The clock may have been put back meanwhile.
        Job = job.Code, ForDay = day, StartedAt = started, EndedAt = clock.Now < started ? started : clock.Now, Succeeded = succeeded, IsCatchUp = isMadeUp, StartedBy = by?.Name ?? "",
        Result = result.Length > JobRun.LongestResult ? result[..JobRun.LongestResult] : result,
    };

    [LoggerMessage(LogLevel.Error, "定时工作 {Job} 的记录读不出或者写不进，过一会儿再来")]
    private partial void LogUnasked(string job, Exception fault);

    [LoggerMessage(LogLevel.Error, "定时工作 {Job}（{Day}）没有做成")]
    private partial void LogUnfinished(string job, DateOnly day, Exception fault);
}

/// <summary>做完以后 — the result sentence, and an action run in the transaction that records it.</summary>
/// <param name="Sentence">The result, for the office; names nobody.</param>
/// <param name="Settle">The last step, done inside the transaction that writes the result down.</param>
public sealed record JobOutcome(string Sentence, Action? Settle = null);

/// <summary>这一次 — for which day a job is done now.</summary>
/// <param name="Job">Its line of the schedule.</param>
/// <param name="Day">The day it is done for.</param>
/// <param name="DoneUpTo">The last earlier day it was done for, or null.</param>
/// <param name="Deadline">Until when a report for the day must have been sent, or null.</param>
/// <param name="AfterStart">It has not been done since the program started: an earlier time may have been cut short.</param>
public sealed record JobContext(ScheduledJob Job, DateOnly Day, DateOnly? DoneUpTo, DateTimeOffset? Deadline, bool AfterStart);
