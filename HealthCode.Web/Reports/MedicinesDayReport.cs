using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>购药日报 — the purchases of each pharmacy a day. It names nobody.</summary>
public sealed class MedicinesDayReport : Report
{
    public override string Code => "medicines-days";

    public override string Name => "购药日报";

    public override string Purpose => "一天一家药店一行：几张单子、多少药，代购的和还没有核实患者的各多少。";

    public override bool IsKnown(RulePack pack) => pack.Register(RegisterKind.Medicines) is not null;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("单子", "没有作废的购药登记，照购药日期；只登记止咳、退烧药。", pack.Register(RegisterKind.Medicines)?.Citation.Place ?? ""),
        new("药", "单子上写的数量之和，不分盒、瓶、袋。"),
        new("代购", "替别人买的。"),
        new("患者待核实", "代购的，还没有患者的证件号码；不凭姓名和电话和名册里的人对。"),
        new("有旅居接触史", "单子上答“有”的；没有答的不算。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var entries = await scope.Of(db.RegisterEntries).AsNoTracking().Where(entry => entry.Kind == RegisterKind.Medicines && entry.VoidedOn == null && entry.On >= scope.FirstDay && entry.On <= scope.LastDay).ToListAsync(cancellationToken);
        var shops = await scope.Of(db.Facilities).AsNoTracking().Where(facility => facility.Kind == RegisterKind.Medicines).ToDictionaryAsync(facility => facility.Id, cancellationToken);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Day("日期"), Column.Text("药店", 24), Column.Text("所在区", 16), Column.Count("单子"), Column.Count("药"), Column.Count("代购"), Column.Count("患者待核实", 13), Column.Count("有旅居接触史", 14),
            ],
            entries.GroupBy(entry => (entry.OfficeCode, entry.On, Shop: entry.FacilityId ?? 0))
                .OrderBy(group => group.Key.OfficeCode, StringComparer.Ordinal).ThenBy(group => group.Key.On).ThenBy(group => shops[group.Key.Shop].Name, Chinese)
                .Select(group => (object?[])
                [
                    villages[group.Key.OfficeCode], group.Key.On, shops[group.Key.Shop].Name, shops[group.Key.Shop].District, group.Count(),
                    group.Sum(entry => ((MedicinePurchase)entry.Content).Drugs.Sum(drug => drug.Quantity)), group.Count(entry => ((MedicinePurchase)entry.Content).Patient is not null),
                    group.Count(entry => entry.Pending == PendingStep.Patient), group.Count(entry => ((MedicinePurchase)entry.Content).Exposure == true),
                ]));
    }
}
