using System.Collections.Concurrent;
using System.Threading.Channels;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Printing.Seals;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>排版间 — lays out one run after another behind the scenes. What a power cut interrupts is laid out again at the next start; nothing is printed by itself.</summary>
public sealed partial class PrintRoom(IServiceScopeFactory scopes, PrintFiles files, DemoMode demo, IHostApplicationLifetime program, ILogger<PrintRoom> log) : BackgroundService
{
    private readonly Channel<long> _asked = Channel.CreateUnbounded<long>();
    private readonly ConcurrentDictionary<long, PrintProgress> _progress = new();

    /// <summary>Asks for a run to be laid out.</summary>
    public void Ask(long runId)
    {
        _progress[runId] = new(0, 0, false);
        _asked.Writer.TryWrite(runId);
    }

    /// <summary>How far a run is, or null when nothing is known of it.</summary>
    public PrintProgress? ProgressOf(long runId) => _progress.GetValueOrDefault(runId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = program.ApplicationStarted.Register(started.SetResult);
        try
        {
            // A program that cannot open its address ends at once and leaves the work to the one that is open.
            await started.Task.WaitAsync(stoppingToken);
            await TryTakeUpAgain(stoppingToken);
            await foreach (var runId in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await TryLay(runId, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The run stays 正在排版 and is laid out at the next start.
        }
    }

    /// <summary>What cannot be taken up now waits for the next start; what is asked for today is laid out.</summary>
    private async Task TryTakeUpAgain(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            await TakeUpAgain(db, stopping);
            await files.Sweep(db, stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotTakenUp(fault);
        }
    }

    private async Task TakeUpAgain(OfficeDb db, CancellationToken stopping)
    {
        foreach (var runId in await db.PrintRuns.Where(run => run.State == PrintRunState.Laying).OrderBy(run => run.Id).Select(run => run.Id).ToListAsync(stopping))
        {
            Ask(runId);
        }
    }

    private async Task TryLay(long runId, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Lay(scope.ServiceProvider, runId, stopping);
            _progress.TryRemove(runId, out _);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUnfinished(runId, fault);
            _progress[runId] = new(0, 0, true);
        }
    }

    private async Task Lay(IServiceProvider services, long runId, CancellationToken stopping)
    {
        var (db, clock) = (services.GetRequiredService<OfficeDb>(), services.GetRequiredService<OfficeClock>());
        var run = await db.PrintRuns.Include(each => each.Sheets.OrderBy(sheet => sheet.Number)).SingleAsync(each => each.Id == runId, stopping);
        if (run.State != PrintRunState.Laying || PrintCatalog.Find(run.ProductCode) is not { } design)
        {
            return;
        }

        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == run.OfficeCode, stopping);
        var passes = await services.GetRequiredService<PrintDesk>().PassesOf(run);
        await db.InOneTransaction(
            () => Task.FromResult(run.Withdraw([.. passes.Values.Where(pass => !pass.IsPrintable(office, clock.Today))])), stopping);
        var sheets = run.ToPrint.Select(sheet => (IReadOnlyList<HealthPass?>)[.. sheet.Places.Select(id => id is { } pass ? passes.GetValueOrDefault(pass) : null)]).ToList();
        var job = new SheetJob(office, await services.GetRequiredService<Keyring>().SignerAsync(db, office))
        {
            Seal = await Seal(db, run, stopping),
            Calibration = await db.CalibrationOf(run.Workstation, stopping),
            Drawn = done => _progress[runId] = new(done, sheets.Count, false),
            Stopping = stopping,
        };
        files.Keep(runId, to => design.Draw(sheets, job, to));
        await db.InOneTransaction(
            async () =>
            {
                // Somebody may have given it up while it was drawn.
                await db.Entry(run).ReloadAsync(stopping);
                run.Laid();
            },
            stopping);
    }

    private async Task<SealMark?> Seal(OfficeDb db, PrintRun run, CancellationToken stopping)
    {
        if (!run.WithSeal)
        {
            return run.IsOfCards && demo.IsOn ? SampleSeal.Draw : null;
        }

        var seal = await db.Seals.AsNoTracking().SingleAsync(each => each.OfficeCode == run.OfficeCode, stopping);
        return SealImage.TryRead(seal.Image, out var image, out var fault)
            ? page => image.Draw(page, 0, 0, Paper.Points(CardSheet.SealDiameter))
            : throw new InvalidDataException(fault);
    }

    [LoggerMessage(LogLevel.Error, "上次没有排完的打印批次没有接着排，下次启动再排")]
    private partial void LogNotTakenUp(Exception fault);

    [LoggerMessage(LogLevel.Error, "打印批次 {Run} 没有排好版")]
    private partial void LogUnfinished(long run, Exception fault);
}
