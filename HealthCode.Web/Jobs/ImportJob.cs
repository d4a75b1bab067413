using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
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
public sealed partial class ImportJob(IServiceScopeFactory scopes, ISharedState state, ImportFiles files, OfficeClock clock, IBackgroundJobClient jobs, ILogger<ImportJob> log)
{
    private const int FaultsOnPage = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    // Those that were handed in here; one that another server took is of the catalog.
    private readonly ConcurrentDictionary<string, Import> _imports = new();

    /// <summary>Saves an uploaded file and queues its import.</summary>
    public async Task<ImportRun> TakeAsync(Import import, string officeCode, AuditActor by, Stream file, CancellationToken cancellationToken = default)
    {
        DeleteLeftovers();
        var run = ImportRun.Of(import, officeCode, by, clock.Now);
        _imports[import.Code] = import;
        // Registered before the file exists, because files without a run are deleted.
        Keep(run);
        await using (var copy = File.Create(files.IncomingOf(run.Id)))
        {
            await file.CopyToAsync(copy, cancellationToken);
        }

        jobs.Enqueue<ImportJob>(job => job.RunAsync(run.Id, CancellationToken.None));
        return run;
    }

    /// <summary>Returns a run started by this user; null for an unknown run or another user's.</summary>
    public ImportRun? Find(Guid id, StaffMember? by) => Find(id) is { By.Staff: { } owner } run && owner.UserName == by?.UserName ? run : null;

    /// <summary>Imports the file of a run; does nothing for a run that nobody knows any more.</summary>
    [Queue(JobQueues.Interactive), DisplayName("导入文件")]
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Find(id) is not { IsOpen: true } run || (_imports.GetValueOrDefault(run.Kind) ?? ImportCatalog.Find(run.Kind)) is not { } import)
        {
            return;
        }

        try
        {
            await TakeInAsync(run, import, cancellationToken);
        }
        catch (RuleBrokenException broken)
        {
            Keep((Find(id) ?? run).Refused(broken.Message));
        }
        catch (SheetRefusedException refusal)
        {
            LogRefused(run.Name, refusal.InnerException);
            Keep(run.Refused(refusal.Message));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The user sees the failure on the page and can upload the file again.
            LogUnfinished(run.Name, fault);
            Keep((Find(id) ?? run) with { State = ImportState.Failed });
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
        files.Sweep(id => Find(id) is not null);
    }

    private ImportRun? Find(Guid id) => state.Find<ImportRun>(KeyOf(id));

    private void Keep(ImportRun run) => state.Set(KeyOf(run.Id), run, Kept);

    private static string KeyOf(Guid id) => $"import {id:n}";

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

    private async Task TakeInAsync(ImportRun run, Import asked, CancellationToken cancellationToken)
    {
        Keep(run with { State = ImportState.Reading });
        await using var scope = scopes.CreateScopeFor(new ImportUser(run.By));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == run.OfficeCode, cancellationToken);
        var import = asked.For(office.RulesOn(clock.Today));
        SheetRows sheet;
        await using (var file = File.OpenRead(files.IncomingOf(run.Id)))
        {
            sheet = SheetRows.Read(file, import);
        }

        run = run.Applying(sheet);
        Keep(run);
        try
        {
            await ApplyAsync(run, db, office, import, sheet, cancellationToken);
            Keep(run.Finished());
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
                await import.ApplyAsync(new(db, office, run.By.Staff!, clock), sheet.Rows, new Reached(done => Keep(run with { Done = done })), cancellationToken);
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

        Keep(run.Faulty(
            [.. sheet.Rows.SelectMany(row => ImportFaults.Of(row).Select(fault => new ImportFault(row.Number, fault.Title, fault.Sentence))).Take(FaultsOnPage)],
            sheet.Rows.Count(row => row.Faults.Count > 0)));
    }

    [LoggerMessage(LogLevel.Error, "{Import}没有导入完，什么都没有改动")]
    private partial void LogUnfinished(string import, Exception fault);

    [LoggerMessage(LogLevel.Warning, "导入用过的文件没有删掉，以后再删")]
    private partial void LogNotSwept(Exception fault);

    [LoggerMessage(LogLevel.Information, "{Import}的文件不能导入")]
    private partial void LogRefused(string import, Exception? fault);

    private sealed class GivenUpException : Exception;

    /// <summary>Reports in order, unlike <see cref="Progress{T}"/>, and a few times a second.</summary>
    private sealed class Reached(Action<int> tell) : IProgress<int>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
        private long _told;

        public void Report(int value)
        {
            if (_told == 0 || Stopwatch.GetElapsedTime(_told) >= Pause)
            {
                _told = Stopwatch.GetTimestamp();
                tell(value);
            }
        }
    }
}
