using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Seals;

/// <summary>一天的卡 — figures for the daily balance.</summary>
/// <param name="Printed">Card sheets printed successfully on the day.</param>
/// <param name="Spoiled">Card sheets spoiled on the day.</param>
/// <param name="Stamped">Cards stamped since the start of the day.</param>
/// <param name="HandedOver">Cards handed over since the start of the day.</param>
/// <param name="ToStamp">Valid cards printed but not stamped.</param>
/// <param name="ToHandOver">Valid cards stamped but not handed over.</param>
/// <param name="Reprints">All reprinted cards, of any day.</param>
public sealed record CardDay(int Printed, int Spoiled, int Stamped, int HandedOver, int ToStamp, int ToHandOver, int Reprints);

/// <summary>卡片库存账 — stock of paper, computed from stock entries and print runs.</summary>
public static class StockQueries
{
    /// <summary>Balance of each kind of paper.</summary>
    /// <param name="db">Filtered to the user's office.</param>
    /// <param name="stocks">Kinds of paper.</param>
    public static async Task<IReadOnlyList<StockBalance>> StockBalancesAsync(this OfficeDb db, IReadOnlyList<string> stocks)
    {
        var entries = (await db.StockEntries.AsNoTracking().ToListAsync()).ToLookup(entry => entry.Stock);
        var used = await db.PrintRuns.SelectMany(run => run.Sheets.Where(sheet => !sheet.WasStartedBefore), (run, sheet) => new { run.Stock, sheet.State })
            .GroupBy(sheet => new { sheet.Stock, sheet.State }).Select(group => new { group.Key.Stock, group.Key.State, Count = group.Count() }).ToListAsync();
        int Used(string stock, SheetState state) => used.Where(row => row.Stock == stock && row.State == state).Sum(row => row.Count);
        return [.. stocks.Select(stock => StockBalance.Of(stock, [.. entries[stock]], Used(stock, SheetState.Good), Used(stock, SheetState.Spoiled)))];
    }

    /// <summary>Card figures for a day.</summary>
    public static async Task<CardDay> CardDayOfAsync(this OfficeDb db, DateOnly day)
    {
        var dawn = OfficeClock.StartOf(day);
        var sheets = db.PrintRuns.Where(run => run.IsOfCards).SelectMany(run => run.Sheets).Where(sheet => sheet.CheckedOn == day);
        var passes = db.Passes.AsNoTracking();
        return new(
            await sheets.CountAsync(sheet => sheet.State == SheetState.Good),
            await sheets.CountAsync(sheet => sheet.State == SheetState.Spoiled),
            await passes.CountAsync(pass => pass.StampedAt >= dawn),
            await passes.CountAsync(pass => pass.HandedOverAt >= dawn),
            await passes.CountAsync(pass => pass.State == PassState.Printed && pass.Validity.LastDay >= day),
            await passes.CountAsync(pass => pass.State == PassState.Stamped && pass.Validity.LastDay >= day),
            await passes.CountAsync(pass => pass.ReprintOf != null));
    }
}
