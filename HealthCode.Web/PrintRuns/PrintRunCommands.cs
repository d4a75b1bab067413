using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.PrintRuns;

/// <summary>可打印的卡 — with what an office picks them by.</summary>
/// <param name="Pass">The card.</param>
/// <param name="Group">村民小组, or empty.</param>
/// <param name="SchoolClass">学校班级, or empty.</param>
public sealed record PrintCandidate(HealthPass Pass, string Group, string SchoolClass)
{
    /// <summary>户: people at one address.</summary>
    public string Household => Pass.ResidenceAddress;
}

/// <summary>打印桌 — which cards a product can be printed for, and how a run is begun, checked and given up: each in one transaction.</summary>
public sealed class PrintRunCommands(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    /// <summary>Cards that wait for printing and lie in no run; for stickers every live card that has been printed.</summary>
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
                          select new { pass, declaration.Content }).ToListAsync();
        return [.. rows.Select(row => new PrintCandidate(row.pass, row.Content.Group, row.Content.SchoolClass))];
    }

    /// <summary>开一批.</summary>
    /// <exception cref="Domain.Rules.RuleBrokenException">See <see cref="PrintRun.Against"/>.</exception>
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

    /// <summary>核对. With the seal printed over them, good cards are stamped as well, and each use of the seal is registered.</summary>
    /// <returns>Cards that were stopped meanwhile: their paper must be destroyed.</returns>
    /// <exception cref="Domain.Rules.RuleBrokenException">Not awaiting a check; no such sheet.</exception>
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
    /// <exception cref="Domain.Rules.RuleBrokenException">Already checked; no such sheet.</exception>
    public Task GiveUpAsync(long runId, IReadOnlyCollection<int> spoiled) => db.InOneTransactionAsync(async () =>
    {
        var run = await RunAsync(runId);
        run.GiveUp(spoiled, [.. (await PassesAsync([.. run.ToPrint.SelectMany(sheet => sheet.PassIds)])).Values], clock.Today);
    });

    /// <summary>这批都盖好章了 — every printed card of the run, by hand.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="Domain.Rules.RuleBrokenException">The keeper approved one of them himself where that is ruled out.</exception>
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

    /// <summary>The cards of a run by their keys; one that was destroyed is missing.</summary>
    public Task<Dictionary<long, HealthPass>> PassesOfAsync(PrintRun run) => PassesAsync([.. run.Sheets.SelectMany(sheet => sheet.PassIds).Distinct()]);

    /// <summary>盖章 by hand, with its line in the register.</summary>
    public void Stamp(HealthPass pass, Office office)
    {
        pass.Stamp(currentUser.Staff!, office, clock.Now, clock.Today);
        db.SealUses.Add(Domain.Seals.SealUse.OnCard(pass, false, currentUser.Staff!, currentUser.Staff!, clock.Now, clock.Today));
    }

    private Task<PrintRun> RunAsync(long id) => db.PrintRuns.Include(run => run.Sheets.OrderBy(sheet => sheet.Number)).SingleAsync(run => run.Id == id);

    private async Task<Dictionary<long, HealthPass>> PassesAsync(IReadOnlyList<long> ids)
    {
        // Fewer than any engine takes as parameters of one statement.
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
