using System.Threading.Channels;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>值班室 — does what is due, one job after the other. What is due is told by the office's own record alone, so that nothing is done twice, whoever rings, and what was missed while the PC was off is made up once.</summary>
public sealed partial class DutyRoom(IServiceScopeFactory scopes, OfficeClock clock, ILogger<DutyRoom> log) : IDisposable
{
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly HashSet<string> _doneSinceStart = [];
    private readonly Channel<bool> _rewound = Channel.CreateUnbounded<bool>();

    /// <summary>Says when what is due must be asked again.</summary>
    public ChannelReader<bool> Rewound => _rewound.Reader;

    /// <summary>The deadlines have been changed, or something could not be looked up: what is due is asked again.</summary>
    public void Rewind() => _rewound.Writer.TryWrite(true);

    /// <summary>Does what is due of every job, the missed days included.</summary>
    /// <returns>False when for one of them the record could not be read or written: it is to be asked again soon.</returns>
    public async Task<bool> DoDueAsync(CancellationToken stopping = default)
    {
        var asked = true;
        foreach (var job in Schedule.All)
        {
            asked &= await DoDueAsync(job, stopping);
        }

        return asked;
    }

    /// <summary>Does what is due of one job, the missed days included.</summary>
    /// <returns>False when the record could not be read or written: it is to be asked again soon.</returns>
    public async Task<bool> DoDueAsync(ScheduledJob job, CancellationToken stopping = default)
    {
        await _door.WaitAsync(stopping);
        try
        {
            foreach (var day in await DueAsync(job, stopping))
            {
                await TryAsync(job, day, null, stopping);
            }

            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUnasked(job.Name, fault);
            return false;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>立即运行 — whatever has been done already. What is done before its time is done again when it is due.</summary>
    public Task<JobRun?> DoNowAsync(ScheduledJob job, StaffMember by)
    {
        // Not as whoever pressed the button: his reach may end at his office, the job's does not.
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => AsIfDueAsync(job, by));
        }
    }

    public void Dispose() => _door.Dispose();

    /// <summary>The days it was due for and is not done for, oldest first.</summary>
    private async Task<IReadOnlyList<DateOnly>> DueAsync(ScheduledJob job, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        if (!await db.Offices.AnyAsync(stopping))
        {
            return [];
        }

        // Nothing was missed before the office was set up.
        var opened = job.Since is null
            ? await db.AuditRecords.OrderBy(record => record.Id).Select(record => record.At).FirstOrDefaultAsync(stopping)
            : await job.Since(db, stopping) ?? DateTimeOffset.MaxValue;
        var deadlines = await db.DeadlinesAsync(stopping);
        var last = job.LastDue(deadlines, clock.Now);
        List<DateOnly> due = [];
        for (var day = last.AddDays(1 - job.MakesUp); day <= last; day = day.AddDays(1))
        {
            if (job.DueFor(day, deadlines) >= opened && !await IsDoneAsync(db, job, day, deadlines, stopping))
            {
                due.Add(day);
            }
        }

        return due;
    }

    private static Task<bool> IsDoneAsync(OfficeDb db, ScheduledJob job, DateOnly day, ReportDeadlines deadlines, CancellationToken stopping)
    {
        var due = job.DueFor(day, deadlines);
        return db.JobRuns.AnyAsync(run => run.Job == job.Code && run.ForDay == day && run.Succeeded && run.StartedAt >= due, stopping);
    }

    private async Task<JobRun?> AsIfDueAsync(ScheduledJob job, StaffMember by)
    {
        await _door.WaitAsync();
        try
        {
            return await TryAsync(job, job.DayOf(clock.Now), by, CancellationToken.None);
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task<JobRun?> TryAsync(ScheduledJob job, DateOnly day, StaffMember? by, CancellationToken stopping)
    {
        var started = clock.Now;
        try
        {
            return await DoAsync(job, day, by, started, stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUnfinished(job.Name, day, fault);
            return await WriteDownAsync(job, day, by, started, fault);
        }
    }

    private async Task<JobRun?> DoAsync(ScheduledJob job, DateOnly day, StaffMember? by, DateTimeOffset started, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var deadlines = await db.DeadlinesAsync(stopping);
        var doneUpTo = await db.JobRuns.Where(run => run.Job == job.Code && run.Succeeded && run.ForDay < day).MaxAsync(run => (DateOnly?)run.ForDay, stopping);
        var turn = new JobTurn(job, day, doneUpTo, job.DeadlineFor(day, deadlines), !_doneSinceStart.Contains(job.Code));
        var outcome = await ((IOfficeJob)scope.ServiceProvider.GetRequiredService(job.Work)).DoAsync(turn, stopping);
        var done = await db.InOneTransaction(
            async () =>
            {
                if (by is null && await IsDoneAsync(db, job, day, deadlines, stopping))
                {
                    return null;
                }

                outcome.Settle?.Invoke();
                return db.JobRuns.Add(Run(job, day, by, started, outcome.Sentence, succeeded: true, isMadeUp: by is null && started > job.DueFor(day, deadlines) + Punctual)).Entity;
            },
            stopping);
        _doneSinceStart.Add(job.Code);
        return done;
    }

    /// <summary>That it failed, in words for the office; the log has the rest.</summary>
    private async Task<JobRun> WriteDownAsync(ScheduledJob job, DateOnly day, StaffMember? by, DateTimeOffset started, Exception fault)
    {
        var sentence = fault is RuleBrokenException or BackupRefusedException ? $"没有做成：{fault.Message}"
            : DataFaults.SentenceOf(fault) is { } told ? $"没有做成：{told}"
            : fault is IOException or UnauthorizedAccessException
            ? "没有做成：文件写不进去。请检查磁盘有没有地方、报表是不是正被打开，再点“立即运行”。"
            : "没有做成，原因记在运行日志里。到下次时间会再做，也可以点“立即运行”。";
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        return await db.InOneTransaction(() => Task.FromResult(db.JobRuns.Add(Run(job, day, by, started, sentence, succeeded: false, isMadeUp: false)).Entity));
    }

    private JobRun Run(ScheduledJob job, DateOnly day, StaffMember? by, DateTimeOffset started, string result, bool succeeded, bool isMadeUp) => new()
    {
        // The clock may have been put back meanwhile.
        Job = job.Code, ForDay = day, StartedAt = started, EndedAt = clock.Now < started ? started : clock.Now, Succeeded = succeeded, IsMadeUp = isMadeUp, StartedBy = by?.Name ?? "",
        Result = result.Length > JobRun.LongestResult ? result[..JobRun.LongestResult] : result,
    };

    [LoggerMessage(LogLevel.Error, "定时工作 {Job} 的记录读不出或者写不进，过一会儿再来")]
    private partial void LogUnasked(string job, Exception fault);

    [LoggerMessage(LogLevel.Error, "定时工作 {Job}（{Day}）没有做成")]
    private partial void LogUnfinished(string job, DateOnly day, Exception fault);
}
