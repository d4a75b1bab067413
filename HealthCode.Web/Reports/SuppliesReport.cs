using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>物资日结 — each thing by day: left before, in, out, counted, left.</summary>
public sealed class SuppliesReport : Report
{
    public override string Code => "supplies";

    public override string Name => "物资日结";

    public override string Purpose => "每种防疫物资每天一行：上日结存、领入、领出、盘点盈亏、当日结存。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("物资", "通知要求配的和本村自己管的；人员（例如保安员）到岗记领入，离岗记领出。", pack.Supervision.SuppliesCitation?.Place ?? ""),
        new("盘点盈亏", "盘点数比账面多（正）或少（负）的数，登记时写明原因。"),
        new("当日结存", "上日结存＋领入－领出＋盘点盈亏。"),
        new("没有写的日子", "那天这种物资没有进出。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var items = await scope.Of(db.SupplyItems).AsNoTracking().OrderBy(item => item.OfficeCode).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var entries = (await scope.Of(db.SupplyEntries).AsNoTracking().Where(entry => entry.On <= scope.LastDay).ToListAsync(cancellationToken)).ToLookup(entry => entry.ItemId);
        return ReportTable.Of(
            [Column.Text("村居", 16), Column.Day("日期"), Column.Text("物资", 20), Column.Text("单位", 7), Column.Whole("上日结存", 11), Column.Whole("领入"), Column.Whole("领出"), Column.Whole("盘点盈亏", 11), Column.Whole("当日结存", 11)],
            items.SelectMany(item =>
            {
                var own = entries[item.Id].ToList();
                return own.Select(entry => entry.On).Where(day => day >= scope.FirstDay).Distinct().Order().Select(day => SupplyBalance.Of(own, day))
                    .Select(day => (object?[])[villages[item.OfficeCode], day.On, item.Name, item.Unit, day.Before, day.Received, day.Issued, day.Differences, new Formula("F{row}+G{row}-H{row}+I{row}", day.Left)]);
            }));
    }
}
