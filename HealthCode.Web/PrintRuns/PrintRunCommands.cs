using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.PrintRuns;

/// <summary>打印桌 — finds printable cards; begins, checks and cancels print runs, each in one transaction.</summary>
public sealed class PrintRunCommands(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    /// <summary>Cards that wait for printing and are in no run; for stickers, all valid cards already printed.</summary>
    public async Task<IReadOnlyList<PrintCandidate>> CandidatesAsync(PrintProduct product)
    {
        var today = clock.Today;
        var code = currentUser.OfficeCode;
        var passes = db.Passes.AsNoTracking().Where(pass => pass.OfficeCode == code && pass.IsCurrent && pass.Validity.LastDay >= today);
        passes = product.IsOfCards
            ? passes.Where(pass => pass.State == PassState.AwaitingPrint && pass.PrintRunId == null)
            : passes.Where(pass => pass.State >= PassState.Printed && pass.State <= PassState.HandedOver);
        var rows = await (from pass in passes
                          join declaration in db.Declarations.AsNoTracking() on pass.DeclarationId equals declaration.Id
                          orderby pass.Id
                          select new
                          {
                              pass, declaration.Content, declaration.SittingKey,
                              Earlier = db.Passes.Count(other => other.PersonKey == pass.PersonKey && other.OfficeCode == code && other.Id < pass.Id),
                          }).ToListAsync();
        var stuck = product.IsOfCards ? [] : await WithStickerAsync();
        return
        [
            .. rows.Select(row => new PrintCandidate(
                row.pass, row.Content.Group, row.Content.SchoolClass, row.SittingKey ?? "", row.Earlier, stuck.Contains(row.pass.Id),
                row.pass.Validity.FirstDay == today || (row.pass.HandedOverAt is { } at && BeijingTime.DayOf(at) == today))),
        ];
    }

    /// <summary>开一批.</summary>
    /// <exception cref="Domain.Rules.RuleBrokenException">See <see cref="PrintRun.Validate"/>.</exception>
    public Task<PrintRun> BeginAsync(PrintProduct product, IReadOnlyList<long> passIds, int firstPlace, bool withSeal, string workstation) => db.InOneTransactionAsync(async () =>
    {
        var office = await db.OfficeAtAsync(currentUser);
        var found = await PassesAsync(passIds);
        var inOrder = passIds.Select(id => found.GetValueOrDefault(id)).OfType<HealthPass>().ToList();
        PrintRules.SealOnCards.Require(!withSeal || await db.Seals.AnyAsync(seal => seal.OfficeCode == office.Code));
        var run = PrintRun.Begin(office, product, inOrder, firstPlace, withSeal, workstation, currentUser.Staff!, clock.Now, clock.Today);
        db.PrintRuns.Add(run);
        await db.SaveChangesAsync();
        foreach (var pass in product.IsOfCards ? inOrder : [])
        {
            pass.Queue(run.Id, office, clock.Today);
        }

        return run;
    });

    /// <summary>核对. If the seal was printed too, marks good cards as stamped and records each use of the seal.</summary>
    /// <returns>Cards stopped meanwhile; their prints must be destroyed.</returns>
    /// <exception cref="Domain.Rules.RuleBrokenException">The run does not await a check, or has no such sheet.</exception>
    public Task<IReadOnlyList<HealthPass>> CheckAsync(long runId, IReadOnlyCollection<int> spoiled) => db.InOneTransactionAsync(async () =>
    {
        var run = await RunAsync(runId);
        var office = await db.OfficeAtAsync(currentUser);
        var waiting = run.ToPrint;
        var passes = await PassesAsync([.. waiting.SelectMany(sheet => sheet.PassIds)]);
        var stopped = run.Check(spoiled, [.. passes.Values], office, clock.Now, clock.Today);
        if (run.WithSeal)
        {
            var keeper = run.By;
            foreach (var sheet in waiting)
            {
                var good = sheet.State == SheetState.Good;
                foreach (var pass in sheet.PassIds.Select(id => passes.GetValueOrDefault(id)).OfType<HealthPass>())
                {
                    if (good && !stopped.Contains(pass))
                    {
                        pass.Stamp(keeper, office, clock.Now, clock.Today);
                    }

                    db.SealUses.Add(Domain.Seals.SealUse.OnCard(pass, true, currentUser.Staff!, keeper, clock.Now, clock.Today, good ? "" : "印坏，已作废"));
                }
            }
        }

        return stopped;
    });

    /// <summary>不印了.</summary>
    /// <exception cref="Domain.Rules.RuleBrokenException">The run is already checked, or has no such sheet.</exception>
    public Task GiveUpAsync(long runId, IReadOnlyCollection<int> spoiled) => db.InOneTransactionAsync(async () =>
    {
        var run = await RunAsync(runId);
        run.GiveUp(spoiled, [.. (await PassesAsync([.. run.ToPrint.SelectMany(sheet => sheet.PassIds)])).Values], clock.Today);
    });

    /// <summary>这批都盖好章了 — records all printed cards of the run as stamped by hand.</summary>
    /// <returns>Number of cards.</returns>
    /// <exception cref="Domain.Rules.RuleBrokenException">The seal keeper approved one of the cards himself, where that is forbidden.</exception>
    public Task<int> StampAllAsync(long runId) => db.InOneTransactionAsync(async () =>
    {
        var run = await RunAsync(runId);
        var office = await db.OfficeAtAsync(currentUser);
        var passes = await PassesAsync([.. run.Sheets.Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds)]);
        var printed = passes.Values.Where(pass => pass.State == PassState.Printed && pass.IsPrintable(office, clock.Today)).OrderBy(pass => pass.Id).ToList();
        foreach (var pass in printed)
        {
            Stamp(pass, office);
        }

        return printed.Count;
    });

    /// <summary>The cards of a run by id; deleted cards are missing.</summary>
    public Task<Dictionary<long, HealthPass>> PassesOfAsync(PrintRun run) => PassesAsync([.. run.Sheets.SelectMany(sheet => sheet.PassIds).Distinct()]);

    /// <summary>盖章 by hand, recorded in the seal register.</summary>
    public void Stamp(HealthPass pass, Office office)
    {
        // One time for both: by it the line in the register is found when the stamp is taken back.
        var now = clock.Now;
        pass.Stamp(currentUser.Staff!, office, now, clock.Today);
        db.SealUses.Add(Domain.Seals.SealUse.OnCard(pass, false, currentUser.Staff!, currentUser.Staff!, now, clock.Today));
    }

    /// <summary>Ids of the cards of which a sticker has been printed well.</summary>
    private async Task<HashSet<long>> WithStickerAsync() =>
        [.. (await db.PrintRuns.AsNoTracking().Where(run => !run.IsOfCards).SelectMany(run => run.Sheets).Where(sheet => sheet.State == SheetState.Good).ToListAsync()).SelectMany(sheet => sheet.PassIds)];

    private Task<PrintRun> RunAsync(long id) => db.PrintRuns.Include(run => run.Sheets.OrderBy(sheet => sheet.Number)).SingleAsync(run => run.Id == id);

    private async Task<Dictionary<long, HealthPass>> PassesAsync(IReadOnlyList<long> ids)
    {
        // Below the parameter limit of every database engine.
        const int AtOnce = 500;
        Dictionary<long, HealthPass> found = [];
        foreach (var some in ids.Chunk(AtOnce))
        {
            foreach (var pass in await db.Passes.Where(pass => some.Contains(pass.Id)).ToListAsync())
            {
                found[pass.Id] = pass;
            }
        }

        return found;
    }
}
