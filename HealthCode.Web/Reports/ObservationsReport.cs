using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>医学观察日报 — the observations that went on or ended on a day.</summary>
public sealed class ObservationsReport : ResidentReport
{
    public override string Code => "observations";

    public override string Name => "医学观察日报";

    public override string Purpose => "当天在医学观察的和当天解除的：缘由、地点、第几天、当天打卡没有、怎样解除的。";

    public override ReportPeriod Period => ReportPeriod.Day;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", "当天已经开始、还没有解除的，和当天解除的。"),
        new("不列入", "已经登记迁走或去世的。"),
        new("地点、机构", "现在登记的；换过地点的只写最后一处。"),
        new("第几天", "开始的那天不算，第二天是第 1 天。"),
        new("满期日期", "开始日期加本省通知的天数；通知没有天数的空着。密切接触者满期不等于解除，要看解除通知或有人告知。"),
        new("当天打卡", "当天有没有健康打卡，不论什么方式。"),
        new("不正常", "照打卡时由人勾选的：体温勾了不正常、勾了症状，或者旅居接触答了“是”“不确定”。程序不看度数。当天没有打卡的空着。"),
        new("怎样解除", "天数已满、凭解除通知，或由谁告知；脱敏的日报不写文号和姓名。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var day = scope.LastDay;
        var observations = await scope.Of(db.Observations).AsNoTracking().Where(each => each.StartedOn <= day && (each.EndedOn == null || each.EndedOn >= day)
            && !db.Residents.Any(resident => resident.Id == each.ResidentId && resident.LeftOn != null && resident.LeftOn < day)).ToListAsync(cancellationToken);
        var ids = observations.ConvertAll(observation => observation.ResidentId);
        var residents = await ResidentsAsync(db, scope, ids, cancellationToken);
        var villages = await VillagesAsync(db, scope, cancellationToken);
        var checkIns = (await scope.Of(db.CheckIns).Where(checkIn => checkIn.Day == day && ids.Contains(checkIn.ResidentId)).Select(checkIn => new { checkIn.ResidentId, checkIn.FoundAbnormal }).ToListAsync(cancellationToken))
            .ToLookup(checkIn => checkIn.ResidentId, checkIn => checkIn.FoundAbnormal);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("姓名", 12), Column.Text("缘由", 24), Column.Text("地点", 10), Column.Text("机构", 24), Column.Day("开始日期"), Column.Whole("第几天"), Column.Day("满期日期"),
                Column.Text("当天打卡", 10), Column.Text("不正常", 9), Column.Day("解除日期"), Column.Text("怎样解除", 26),
            ],
            observations.OrderBy(each => each.OfficeCode, StringComparer.Ordinal).ThenBy(each => each.StartedOn).ThenBy(each => residents[each.ResidentId].Person.Name.Value, Chinese).ThenBy(each => each.Id)
                .Select(each => (object?[])
                [
                    villages[each.OfficeCode], scope.Masking.Name(residents[each.ResidentId].Person.Name), each.Details.Ground.ChineseName(), each.Place.ChineseName(), each.Details.Institution,
                    each.StartedOn, each.DayOn(day), each.Count(day)?.FullOn, checkIns.Contains(each.ResidentId) ? "有" : "没有",
                    !checkIns.Contains(each.ResidentId) ? "" : checkIns[each.ResidentId].Contains(true) ? "是" : "否",
                    // What ended later went on that day.
                    each.EndedOn == day ? day : null, each.EndedOn == day ? How(each.End!, scope.Masking) : "",
                ]));
    }

    public override async Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents)
    {
        var observed = await db.Observations.Where(each => residents.Contains(each.ResidentId)).Select(each => new { each.StartedOn, each.EndedOn }).ToListAsync();
        return (first, last) => observed.Exists(each => each.StartedOn <= last && (each.EndedOn is not { } ended || ended >= first));
    }

    private static string How(ObservationEnd end, Masking masking) =>
        end.Document.Length > 0 ? "凭" + masking.Words(end.Document, "解除通知")
        : end.ToldBy.Length > 0 ? $"由{masking.Words(end.ToldBy, "他人")}告知"
        : "天数已满";
}
