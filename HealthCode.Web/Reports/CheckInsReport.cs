using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>健康打卡日报 — by grid worker: how many were to be asked on a day, how many were, and by which way.</summary>
public sealed class CheckInsReport : Report
{
    private const string Ways = "打卡方式";
    private const string NoWorker = "没有网格员";

    public override string Code => "check-ins";

    public override string Name => "健康打卡日报";

    public override string Purpose => "每个网格员一行：当天应打、已打、未打各多少人，各用什么方式问到的。";

    public override ReportPeriod Period => ReportPeriod.Day;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("应打", "当天“今天要问的”名单上的人数；当天没有人打开过名单的，为 0。"),
        new("已打、未打", "应打的人里，当天有打卡的和没有打卡的；补录进去的算有。"),
        new("报齐没有", "应打的人都有打卡的为报齐；没有报齐的网格员由组长当晚催报。"),
        new("名单外", "不在当天名单上、但当天有打卡的人数，例如名单排出来以前已经打了卡的。"),
        new("打卡方式", "当天打了卡的人，名单外的也算，各用什么方式报的。一个人用了几种方式，每种各算一次，所以各种方式之和可以大于人数。"),
        new("网格员", "照居民名册现在登记的。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var day = scope.LastDay;
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var due = (await scope.Of(db.DueEntries).StillHere(db).Where(entry => entry.Day == day).Select(entry => entry.ResidentId).ToListAsync(cancellationToken)).ToHashSet();
        var ways = (await scope.Of(db.CheckIns).Where(checkIn => checkIn.Day == day).Select(checkIn => new { checkIn.ResidentId, checkIn.Channel }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(each => each.ResidentId, each => each.Channel);
        var all = due.Union(ways.Select(group => group.Key)).ToList();
        var residents = await scope.Of(db.Residents).AsNoTracking().Where(resident => all.Contains(resident.Id))
            .Select(resident => new { resident.Id, resident.OfficeCode, resident.GridWorker }).ToListAsync(cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("网格员", 12), Column.Count("应打"), Column.Count("已打"), Column.Count("未打"), Column.Text("报齐没有", 12), Column.Count("名单外"),
                .. Enum.GetValues<CheckInChannel>().Select(channel => Column.Count(channel.ChineseName(), 2 + Math.Max(7, channel.ChineseName().Length * 2), Ways)),
            ],
            residents.GroupBy(resident => (resident.OfficeCode, Worker: resident.GridWorker?.Name.Value ?? ""), resident => resident.Id)
                .OrderBy(group => group.Key.OfficeCode, StringComparer.Ordinal).ThenBy(group => group.Key.Worker.Length == 0).ThenBy(group => group.Key.Worker, Chinese)
                .Select(group => (object?[])
                [
                    villages[group.Key.OfficeCode], group.Key.Worker.Length > 0 ? group.Key.Worker : NoWorker,
                    group.Count(due.Contains), group.Count(id => due.Contains(id) && ways.Contains(id)), group.Count(id => due.Contains(id) && !ways.Contains(id)), group.All(id => !due.Contains(id) || ways.Contains(id)) ? "报齐" : "没有报齐", group.Count(id => !due.Contains(id)),
                    .. Enum.GetValues<CheckInChannel>().Select(channel => (object)group.Count(id => ways[id].Contains(channel))),
                ]));
    }
}
