using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>发热门诊日报 — the visits of each hospital a day. It names nobody.</summary>
public sealed class FeverClinicDayReport : Report
{
    public override string Code => "fever-clinic-days";

    public override string Name => "发热门诊日报";

    public override string Purpose => "一天一家医院一行：看了多少人，儿童、有旅居或接触史的、转回村里随访的各多少。";

    public override bool IsKnown(RulePack pack) => pack.Register(RegisterKind.FeverClinic) is not null;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("就诊", "没有作废的发热门诊登记，照就诊日期。", pack.Register(RegisterKind.FeverClinic)?.Citation.Place ?? ""),
        new("写了家长", "单子上写了家长姓名的。"),
        new("有旅居接触史", "单子上答“有”的；没有答的不算。"),
        new("转回随访", "医院转回村（居）委会随访的。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var entries = await scope.Of(db.RegisterEntries).AsNoTracking().Where(entry => entry.Kind == RegisterKind.FeverClinic && entry.VoidedOn == null && entry.On >= scope.FirstDay && entry.On <= scope.LastDay).ToListAsync(cancellationToken);
        var hospitals = await scope.Of(db.Facilities).AsNoTracking().Where(facility => facility.Kind == RegisterKind.FeverClinic).ToDictionaryAsync(facility => facility.Id, cancellationToken);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        return ReportTable.Of(
            [Column.Text("村居", 16), Column.Day("日期"), Column.Text("医院", 24), Column.Text("所在区", 16), Column.Count("就诊"), Column.Count("写了家长", 11), Column.Count("有旅居接触史", 14), Column.Count("转回随访", 11)],
            entries.GroupBy(entry => (entry.OfficeCode, entry.On, Hospital: entry.FacilityId ?? 0), entry => (FeverClinicVisit)entry.Content)
                .OrderBy(group => group.Key.OfficeCode, StringComparer.Ordinal).ThenBy(group => group.Key.On).ThenBy(group => hospitals[group.Key.Hospital].Name, Chinese)
                .Select(group => (object?[])
                [
                    villages[group.Key.OfficeCode], group.Key.On, hospitals[group.Key.Hospital].Name, hospitals[group.Key.Hospital].District, group.Count(), group.Count(visit => visit.ParentName.Length > 0),
                    group.Count(visit => visit.Exposure == true), group.Count(visit => visit.IsReferred),
                ]));
    }
}
