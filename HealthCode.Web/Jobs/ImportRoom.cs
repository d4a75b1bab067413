using System.Collections.Concurrent;
using System.Threading.Channels;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>导入间 — takes in one file after another behind the scenes, each whole or not at all. What a power cut interrupts has changed nothing and is handed in again.</summary>
public sealed partial class ImportRoom(
    IServiceScopeFactory scopes, ImportFiles files, OfficeClock clock, WriteGate gate, IHostApplicationLifetime program, ILogger<ImportRoom> log) : BackgroundService
{
    private const int FaultsOnPage = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly Channel<ImportRun> _handedIn = Channel.CreateUnbounded<ImportRun>();
    private readonly ConcurrentDictionary<Guid, ImportRun> _runs = new();

    /// <summary>Takes a file over; it is worked on when those before it are done.</summary>
    public async Task<ImportRun> TakeAsync(Import import, string officeCode, AuditActor by, Stream file, CancellationToken gone = default)
    {
        TrySweep();
        var run = new ImportRun(import, officeCode, by, clock.Now);
        // Known before its file exists: what belongs to no known run is swept away.
        _runs[run.Id] = run;
        await using (var copy = File.Create(files.IncomingOf(run.Id)))
        {
            await file.CopyToAsync(copy, gone);
        }

        _handedIn.Writer.TryWrite(run);
        return run;
    }

    /// <summary>A run of this member of staff; nobody sees another's.</summary>
    public ImportRun? Find(Guid id, StaffMember? by) => _runs.TryGetValue(id, out var run) && run.By.Staff is { } owner && owner.UserName == by?.UserName ? run : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = program.ApplicationStarted.Register(started.SetResult);
        try
        {
            // A program that cannot open its address ends at once and leaves the files of the one that is open alone.
            await started.Task.WaitAsync(stoppingToken);
            await Task.WhenAll(SweepAsync(stoppingToken), WorkAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was begun has been rolled back; its file is swept away at the next start.
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(SweepEvery);
        do
        {
            TrySweep();
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    /// <summary>A file that is held by another program is swept away an hour later.</summary>
    private void TrySweep()
    {
        try
        {
            Sweep();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotSwept(fault);
        }
    }

    private void Sweep()
    {
        foreach (var old in _runs.Values.Where(run => !run.IsOpen && run.At < clock.Now - Kept))
        {
            _runs.TryRemove(old.Id, out _);
        }

        files.Sweep(_runs.Keys.ToHashSet());
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var run in _handedIn.Reader.ReadAllAsync(stopping))
        {
            try
            {
                // Reading is work for the processor: the loop itself never begins on the thread of who handed the file in.
                await Task.Run(() => TakeInAsync(run, stopping), stopping);
            }
            catch (RuleBrokenException broken)
            {
                run.Refuse(broken.Message);
            }
            catch (SheetRefusedException refusal)
            {
                LogRefused(run.Import.Name, refusal.InnerException);
                run.Refuse(refusal.Message);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogUnfinished(run.Import.Name, fault);
                run.Fail();
            }
            finally
            {
                Discard(run);
            }
        }
    }

    private void Discard(ImportRun run)
    {
        try
        {
            File.Delete(files.IncomingOf(run.Id));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotSwept(fault);
        }
    }

    private async Task TakeInAsync(ImportRun run, CancellationToken stopping)
    {
        run.Read();
        SheetRows sheet;
        await using (var file = File.OpenRead(files.IncomingOf(run.Id)))
        {
            sheet = SheetFile.Read(file, run.Import);
        }

        run.Apply(sheet);
        try
        {
            await ApplyAsync(run, sheet, stopping);
            run.Finish();
        }
        catch (GivenUpException)
        {
            KeepFaults(run, sheet);
        }
    }

    private async Task ApplyAsync(ImportRun run, SheetRows sheet, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = new OfficeDb(scope.ServiceProvider.GetRequiredService<DbContextOptions<OfficeDb>>(), new ImportDesk(run.By), clock, gate);
        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == run.OfficeCode, stopping);
        await db.InOneTransaction(
            async () =>
            {
                await db.RequireNotDestroyedAsync(office.Code);
                await run.Import.ApplyAsync(new(db, office, run.By.Staff!, clock), sheet.Rows, new Reached(run), stopping);
                if (sheet.Rows.Any(row => row.Faults.Count > 0))
                {
                    throw new GivenUpException();
                }

                db.Note("导入", run.Import.Name, Taken(sheet));
            },
            stopping);
    }

    private static string Taken(SheetRows sheet) => $"{sheet.Rows.Count} 行"
        + (sheet.Hidden > 0 ? $"，其中 {sheet.Hidden} 行在表里是隐藏的" : "")
        + (sheet.Confirmed > 0 ? $"，{sheet.Confirmed} 处经录入人对照核对" : "");

    private void KeepFaults(ImportRun run, SheetRows sheet)
    {
        using (var book = File.Create(files.FaultsOf(run.Id)))
        {
            ImportFaults.Write(run.Import, sheet, book);
        }

        run.Fault(
            [.. sheet.Rows.SelectMany(row => ImportFaults.Of(row).Select(fault => new ImportFault(row.Number, fault.Title, fault.Sentence))).Take(FaultsOnPage)],
            sheet.Rows.Count(row => row.Faults.Count > 0));
    }

    [LoggerMessage(LogLevel.Error, "{Import}没有导入完，什么都没有改动")]
    private partial void LogUnfinished(string import, Exception fault);

    [LoggerMessage(LogLevel.Warning, "导入用过的文件没有删掉，以后再删")]
    private partial void LogNotSwept(Exception fault);

    [LoggerMessage(LogLevel.Information, "{Import}的文件不能导入")]
    private partial void LogRefused(string import, Exception? fault);

    private sealed class GivenUpException : Exception;

    /// <summary>At once and in order, unlike the runtime's own.</summary>
    private sealed class Reached(ImportRun run) : IProgress<int>
    {
        public void Report(int value) => run.Reach(value);
    }
}
