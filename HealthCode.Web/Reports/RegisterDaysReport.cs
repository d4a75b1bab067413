using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>台账日报 — how many slips of each register a day.</summary>
public sealed class RegisterDaysReport : Report
{
    public override string Code => "register-days";

    public override string Name => "台账日报";

    public override string Purpose => "一天一行：返乡、返岗、发热门诊、购药各登记多少。";

    public override bool IsKnown(RulePack pack) => pack.Registers.Count > 0;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("日期", "单子上的登记、就诊或购药日期。"),
        new("张数", "作废的不算。本省的通知没有要求的登记，是 0。"),
        .. pack.Registers.Select(form => new Definition(form.Kind.ChineseName(), form.Name, form.Citation.Place)),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var kinds = Enum.GetValues<RegisterKind>();
        var counts = (await scope.Of(db.RegisterEntries).Where(entry => entry.VoidedOn == null && entry.On >= scope.FirstDay && entry.On <= scope.LastDay)
            .GroupBy(entry => new { entry.OfficeCode, entry.On, entry.Kind }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ToDictionary(each => (each.Key.OfficeCode, each.Key.On, each.Key.Kind), each => each.Count);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        return ReportTable.Of(
            [Column.Text("村居", 16), Column.Day("日期"), .. kinds.Select(kind => Column.Count(kind.ChineseName(), 14))],
            counts.Keys.Select(key => (key.OfficeCode, key.On)).Distinct().OrderBy(key => key.OfficeCode, StringComparer.Ordinal).ThenBy(key => key.On)
                .Select(key => (object?[])[villages[key.OfficeCode], key.On, .. kinds.Select(kind => (object)counts.GetValueOrDefault((key.OfficeCode, key.On, kind)))]));
    }
}
