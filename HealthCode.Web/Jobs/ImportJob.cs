using System.Collections.Concurrent;
using System.ComponentModel;
using Hangfire;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Imports;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>Imports uploaded files one after another, each completely or not at all. An import interrupted by a power cut has changed nothing; the
/// file must be uploaded again.</summary>
public sealed partial class ImportJob(IServiceScopeFactory scopes, ImportFiles files, OfficeClock clock, IBackgroundJobClient jobs, ILogger<ImportJob> log)
{
    private const int FaultsOnPage = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<Guid, ImportRun> _runs = new();

    /// <summary>Saves an uploaded file and queues its import.</summary>
    public async Task<ImportRun> TakeAsync(Import import, string officeCode, AuditActor by, Stream file, CancellationToken cancellationToken = default)
    {
        DeleteLeftovers();
        var run = new ImportRun(import, officeCode, by, clock.Now);
        // Registered before the file exists, because files without a run are deleted.
        _runs[run.Id] = run;
        await using (var copy = File.Create(files.IncomingOf(run.Id)))
        {
            await file.CopyToAsync(copy, cancellationToken);
        }

        jobs.Enqueue<ImportJob>(job => job.RunAsync(run.Id, CancellationToken.None));
        return run;
    }

    /// <summary>Returns a run started by this user; null for an unknown run or another user's.</summary>
    public ImportRun? Find(Guid id, StaffMember? by) => _runs.TryGetValue(id, out var run) && run.By.Staff is { } owner && owner.UserName == by?.UserName ? run : null;

    /// <summary>Imports the file of a run; does nothing for a run from before the last restart.</summary>
    [Queue(JobQueues.Interactive), DisplayName("导入文件")]
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!_runs.TryGetValue(id, out var run) || !run.IsOpen)
        {
            return;
        }

        try
        {
            await TakeInAsync(run, cancellationToken);
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
            // The user sees the failure on the page and can upload the file again.
            LogUnfinished(run.Import.Name, fault);
            run.Fail();
        }
        finally
        {
            Discard(run);
        }
    }

    /// <summary>Deletes files that belong to no import any more; a file locked by another process is left to the next hourly run.</summary>
    [DisplayName("删除导入用过的文件")]
    public void DeleteLeftovers()
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

    private async Task TakeInAsync(ImportRun run, CancellationToken cancellationToken)
    {
        run.Read();
        await using var scope = scopes.CreateScopeFor(new ImportUser(run.By));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == run.OfficeCode, cancellationToken);
        var import = run.Import.For(office.RulesOn(clock.Today));
        SheetRows sheet;
        await using (var file = File.OpenRead(files.IncomingOf(run.Id)))
        {
            sheet = SheetRows.Read(file, import);
        }

        run.Apply(sheet);
        try
        {
            await ApplyAsync(run, db, office, import, sheet, cancellationToken);
            run.Finish();
        }
        catch (GivenUpException)
        {
            KeepFaults(run, import, sheet);
        }
    }

    private Task ApplyAsync(ImportRun run, OfficeDb db, Office office, Import import, SheetRows sheet, CancellationToken cancellationToken) =>
        db.InOneTransactionAsync(
            async () =>
            {
                await db.RequireNotDestroyedAsync(office.Code);
                await import.ApplyAsync(new(db, office, run.By.Staff!, clock), sheet.Rows, new Reached(run), cancellationToken);
                if (sheet.Rows.Any(row => row.Faults.Count > 0))
                {
                    throw new GivenUpException();
                }

                db.Audit("导入", import.Name, Taken(sheet));
            },
            cancellationToken);

    private static string Taken(SheetRows sheet) => $"{sheet.Rows.Count} 行"
        + (sheet.Hidden > 0 ? $"，其中 {sheet.Hidden} 行在表里是隐藏的" : "")
        + (sheet.Confirmed > 0 ? $"，{sheet.Confirmed} 处经录入人对照核对" : "");

    private void KeepFaults(ImportRun run, Import import, SheetRows sheet)
    {
        using (var book = File.Create(files.FaultsOf(run.Id)))
        {
            ImportFaults.Write(import, sheet, book);
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

    /// <summary>Reports synchronously and in order, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Reached(ImportRun run) : IProgress<int>
    {
        public void Report(int value) => run.Reach(value);
    }
}
