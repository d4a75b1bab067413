using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>库存日结 — stock of each paper by day: opening balance, received, used, closing balance.</summary>
public sealed class StockDayReport : Report
{
    public override string Code => "stock";

    public override string Name => "库存日结";

    public override string Purpose => "每种纸每天一行：上日结存、领入、印好、印坏作废、清点盈亏、当日结存。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("上日结存", "前一天下班时账面上的张数。"),
        new("印好、印坏作废", "当天核对的张数，加上手工登记的作废。"),
        new("清点盈亏", "清点数比账面多（正）或少（负）的张数，登记时写明原因。"),
        new("当日结存", "上日结存＋领入＋清点盈亏－印好－印坏作废。"),
        new("没有写的日子", "那天这种纸没有进出。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var entries = await scope.Of(db.StockEntries).AsNoTracking().Where(entry => entry.On <= scope.LastDay).ToListAsync(cancellationToken);
        var used = await scope.Of(db.PrintRuns).SelectMany(run => run.Sheets.Where(sheet => !sheet.WasStartedBefore && sheet.CheckedOn <= scope.LastDay), (run, sheet) => new { run.Stock, sheet.State, On = sheet.CheckedOn!.Value })
            .GroupBy(sheet => sheet).Select(group => new { group.Key.Stock, group.Key.State, group.Key.On, Count = group.Count() }).ToListAsync(cancellationToken);
        var rows = new List<object?[]>();
        foreach (var stock in entries.Select(entry => entry.Stock).Concat(used.Select(sheet => sheet.Stock)).Distinct().Order(StringComparer.Ordinal))
        {
            var (own, sheets) = (entries.Where(entry => entry.Stock == stock).ToList(), used.Where(sheet => sheet.Stock == stock).ToList());
            StockBalance Balance(Func<DateOnly, bool> days) => StockBalance.Of(
                stock, [.. own.Where(entry => days(entry.On))],
                sheets.Where(sheet => sheet.State == SheetState.Good && days(sheet.On)).Sum(sheet => sheet.Count),
                sheets.Where(sheet => sheet.State == SheetState.Spoiled && days(sheet.On)).Sum(sheet => sheet.Count));
            foreach (var day in own.Select(entry => entry.On).Concat(sheets.Select(sheet => sheet.On)).Where(day => day >= scope.FirstDay).Distinct().Order())
            {
                var (before, today) = (Balance(on => on < day).Left, Balance(on => on == day));
                rows.Add([day, stock, before, today.Received, today.Good, today.Spoiled, today.Differences, new Formula("D{row}+E{row}+H{row}-F{row}-G{row}", before + today.Left)]);
            }
        }

        return ReportTable.Of(
            [Column.Day("日期"), Column.Text("纸", 24), Column.Whole("上日结存", 12), Column.Count("领入", 12), Column.Count("印好", 12), Column.Count("印坏作废", 12), Column.Count("清点盈亏", 12), Column.Whole("当日结存", 12)],
            rows);
    }
}
