using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>对账差异 — whose official result should be looked at again. It holds official values only and says of everything else that it differs.</summary>
public sealed class ReconciliationReport : ResidentReport
{
    public override string Code => "reconciliation";

    public override string Name => "对账差异";

    public override string Purpose => "官方结果和登记的情况对不上、还没有登记官方结果、官方结果较旧的人，请再看一次官方码。";

    public override ReportPeriod Period => ReportPeriod.Today;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("官方结果、看到时间", $"最后一次看到的“{pack.HealthCode.Platform}”结果。以官方为准，本系统不生成也不换算官方码。"),
        new("不一致", "官方结果和登记的情况、打卡对不上。可能是登记漏了或错了，也可能是官方还没有更新。先核对登记，再请本人打开官方码看一次。"),
        new("没有官方结果", "村里代为打卡，但还没有登记过官方结果。"),
        new("官方结果较旧", "看到官方结果以后，又登记了新的情况，或者连续上报的天数满了。请再看一次。"),
        new("列入", "已经迁走、去世的不列。谁也不因为这张表被拒绝办任何事。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var offices = await scope.Offices(db).ToDictionaryAsync(office => office.Code, cancellationToken);
        var statuses = await scope.Of(db.HealthStatuses).AsNoTracking().Where(status => db.Residents.Any(resident => resident.Id == status.ResidentId && resident.State == ResidentState.Here)).ToListAsync(cancellationToken);
        var withGrounds = statuses.Where(status => status.HasGrounds).Select(status => status.ResidentId).ToList();
        var days = await scope.Of(db.CheckIns).Where(checkIn => withGrounds.Contains(checkIn.ResidentId)).ReportedDaysAsync(cancellationToken);
        var found = statuses.Select(status => (Status: status, Findings: Reconciliation.Of(status, days[status.ResidentId], offices[status.OfficeCode].RulesOn(scope.Today).HealthCode, scope.Today)))
            .Where(each => each.Findings.Count > 0).ToList();
        var residents = await ResidentsAsync(db, scope, found.Select(each => each.Status.ResidentId), cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("姓名", 12), Column.Text("村民小组", 11), Column.Text("网格员", 12), Column.Text("官方结果", 12), Column.Moment("看到时间"), Column.Text("差异", 30),
            ],
            found.Select(each => (each.Status, Resident: residents[each.Status.ResidentId], Official: each.Status.LatestOfficial, each.Findings))
                .OrderBy(each => each.Status.OfficeCode, StringComparer.Ordinal).ThenBy(each => each.Resident.VillageGroup, Chinese).ThenBy(each => each.Resident.Person.Name.Value, Chinese).ThenBy(each => each.Resident.Id)
                .Select(each => (object?[])
                [
                    offices[each.Status.OfficeCode].ShortVillage, scope.Masking.Name(each.Resident.Person.Name), each.Resident.VillageGroup, each.Resident.GridWorker?.Name.Value ?? "",
                    each.Official is { } official ? offices[each.Status.OfficeCode].RulesOn(BeijingTime.DayOf(official.SeenAt)).HealthCode.WordsOf(official.Result) : "",
                    each.Official is { } shown ? OfficeClock.AtOffice(shown.SeenAt) : null, string.Join('、', each.Findings.Select(finding => finding.ChineseName())),
                ]));
    }

    /// <summary>Whoever has a record may have stood in any of them: what was recorded on an earlier day is not kept.</summary>
    public override async Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents)
    {
        var isKept = await db.HealthStatuses.AnyAsync(status => residents.Contains(status.ResidentId));
        return (_, _) => isKept;
    }
}
