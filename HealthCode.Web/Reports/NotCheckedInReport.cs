using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>未打卡名单 — whoever stands on the list of a day and has no check-in of that day. Why he was asked is said from what is recorded:
/// the words on the list itself may hold a derived status, which leaves no report.</summary>
public sealed class NotCheckedInReport : ResidentReport
{
    public override string Code => "not-checked-in";

    public override string Name => "未打卡名单";

    public override string Purpose => "当天应打卡还没有打的人：小组、户号、网格员、电话，当天上门或打电话的结果和下一步。";

    public override ReportPeriod Period => ReportPeriod.Day;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("名单序号", "当天“今天要问的”名单和上门名单上的序号。"),
        new("为什么问", "照登记的事实写：在医学观察、登记过情况要按天上报、每日打卡、代为打卡。推算的状态不进报表。"),
        new("村民小组、户号、网格员", "照居民名册。"),
        new("电话", "照居民名册；没有的写监护人电话。"),
        new("随访结果、下一步", "当天最后一次上门或打电话；当天没有去过的空着。脱敏的名单不写下一步。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var missing = await MissingAsync(db, scope, cancellationToken);
        var villages = await VillagesAsync(db, scope, cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Whole("名单序号", 10), Column.Text("姓名", 12), Column.Text("村民小组", 11), Column.Text("户号", 10), Column.Text("网格员", 12), Column.Text("电话", 16),
                Column.Text("为什么问", 36), Column.Text("随访结果", 12), Column.Text("下一步", 30),
            ],
            missing.OrderBy(each => each.Resident.OfficeCode, StringComparer.Ordinal).ThenBy(each => each.Number).Select(each => (object?[])
            [
                villages[each.Resident.OfficeCode], each.Number, scope.Masking.Name(each.Resident.Person.Name), each.Resident.VillageGroup, each.Resident.HouseholdNumber,
                each.Resident.GridWorker?.Name.Value ?? "", scope.Masking.Phone(each.Resident.Phone ?? each.Resident.Guardian?.Phone), each.Why,
                each.Visit?.Outcome.ChineseName() ?? "", scope.Masking.Remark(each.Visit?.NextStep ?? ""),
            ]));
    }

    public override async Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents) =>
        AnyOf(await db.DueEntries.Where(entry => residents.Contains(entry.ResidentId)).Select(entry => entry.Day).ToListAsync());

    private static async Task<IEnumerable<Missing>> MissingAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var (day, begin, end) = (scope.LastDay, scope.Begin, scope.End);
        var entries = await scope.Of(db.DueEntries).NotCheckedIn(db).Where(entry => entry.Day == day)
            .Select(entry => new { entry.ResidentId, entry.Number }).ToListAsync(cancellationToken);
        var ids = entries.ConvertAll(entry => entry.ResidentId);
        var residents = await ResidentsAsync(db, scope, ids, cancellationToken);
        var terms = (await scope.Offices(db).ToListAsync(cancellationToken)).ToDictionary(office => office.Code, office => office.RulesOn(day).HealthCode);
        var reasonOf = await db.RecordedReasonsAsync(ids, id => terms[residents[id].OfficeCode], day, cancellationToken);
        var visits = (await db.Visits.AsNoTracking().Where(visit => ids.Contains(visit.ResidentId) && visit.At >= begin && visit.At < end).ToListAsync(cancellationToken)).ToLookup(visit => visit.ResidentId);
        return entries.Select(entry => new Missing(
            entry.Number, residents[entry.ResidentId], reasonOf(entry.ResidentId),
            visits[entry.ResidentId].MaxBy(visit => visit.At)));
    }

    private sealed record Missing(int Number, Resident Resident, string Why, FollowUpVisit? Visit);
}
