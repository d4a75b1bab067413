using System.ComponentModel;
using System.Globalization;
using Hangfire;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Passes;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Printing.Seals;
using HealthCode.Web.PrintRuns;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>Creates the PDF of a print run. After a power cut the layout is repeated at the next start; nothing is sent to a printer
/// automatically.</summary>
public sealed partial class PrintLayoutJob(IServiceScopeFactory scopes, PrintFiles files, DemoMode demo, ISharedState state, IBackgroundJobClient jobs, ILogger<PrintLayoutJob> log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Queues the layout of a print run.</summary>
    public void Enqueue(long runId)
    {
        Keep(runId, new(0, 0, false));
        jobs.Enqueue<PrintLayoutJob>(job => job.RunAsync(runId, CancellationToken.None));
    }

    /// <summary>Queues every print run whose layout was unfinished when the program ended.</summary>
    public async Task EnqueueUnfinishedAsync(OfficeDb db, CancellationToken cancellationToken)
    {
        await files.SweepAsync(db, cancellationToken);
        foreach (var runId in await db.PrintRuns.Where(run => run.State == PrintRunState.Laying).OrderBy(run => run.Id).Select(run => run.Id).ToListAsync(cancellationToken))
        {
            Enqueue(runId);
        }
    }

    /// <summary>Progress of a run, or null if it is not known.</summary>
    public PrintProgress? ProgressOf(long runId) => state.Find<PrintProgress>(KeyOf(runId));

    /// <summary>Lays out a run, unless that has been done meanwhile.</summary>
    [Queue(JobQueues.Interactive), DisplayName("打印排版：第 {0} 批")]
    public async Task RunAsync(long runId, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateScopeFor(new SystemUser("print layout job"));
            await LayOutAsync(scope.ServiceProvider, runId, cancellationToken);
            state.Remove(KeyOf(runId));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUnfinished(runId, fault);
            Keep(runId, new(0, 0, true));
            throw new JobFailedException(JobFaults.SentenceOf(fault));
        }
    }

    private void Keep(long runId, PrintProgress progress) => state.Set(KeyOf(runId), progress, Kept);

    private static string KeyOf(long runId) => string.Create(CultureInfo.InvariantCulture, $"print {runId}");

    private async Task LayOutAsync(IServiceProvider services, long runId, CancellationToken cancellationToken)
    {
        var (db, clock) = (services.GetRequiredService<OfficeDb>(), services.GetRequiredService<OfficeClock>());
        var run = await db.PrintRuns.Include(each => each.Sheets.OrderBy(sheet => sheet.Number)).SingleAsync(each => each.Id == runId, cancellationToken);
        if (run.State != PrintRunState.Laying || PrintCatalog.Find(run.ProductCode) is not { } design)
        {
            return;
        }

        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == run.OfficeCode, cancellationToken);
        var passes = await services.GetRequiredService<PrintRunCommands>().PassesOfAsync(run);
        await db.InOneTransactionAsync(
            () => Task.FromResult(run.Withdraw([.. passes.Values.Where(pass => !pass.IsPrintable(office, clock.Today))])), cancellationToken);
        var sheets = run.ToPrint.Select(sheet => (IReadOnlyList<HealthPass?>)[.. sheet.Places.Select(id => id is { } pass ? passes.GetValueOrDefault(pass) : null)]).ToList();
        var job = new SheetJob(office, await services.GetRequiredService<SigningKeyStore>().SignerAsync(db, office))
        {
            Seal = await SealAsync(db, run, cancellationToken),
            Calibration = await db.CalibrationOfAsync(run.Workstation, cancellationToken),
            Drawn = done => Keep(runId, new(done, sheets.Count, false)),
            Stopping = cancellationToken,
        };
        files.Keep(runId, to => design.Draw(sheets, job, to));
        await db.InOneTransactionAsync(
            async () =>
            {
                // The run may have been cancelled meanwhile.
                await db.Entry(run).ReloadAsync(cancellationToken);
                run.FinishLayout();
            },
            cancellationToken);
    }

    private async Task<SealPainter?> SealAsync(OfficeDb db, PrintRun run, CancellationToken cancellationToken)
    {
        if (!run.WithSeal)
        {
            return run.IsOfCards && demo.IsOn ? SampleSeal.Draw : null;
        }

        var seal = await db.Seals.AsNoTracking().SingleAsync(each => each.OfficeCode == run.OfficeCode, cancellationToken);
        return SealImage.TryRead(seal.Image, out var image, out var fault)
            ? page => image.Draw(page, 0, 0, Paper.Points(CardSheet.SealDiameter))
            : throw new InvalidDataException(fault);
    }

    [LoggerMessage(LogLevel.Error, "打印批次 {Run} 没有排好版")]
    private partial void LogUnfinished(long run, Exception fault);
}
