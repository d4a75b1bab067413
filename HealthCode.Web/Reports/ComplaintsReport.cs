using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>不予认可台账 — the complaints taken on some days: where which credential was not accepted, what became of it.</summary>
public sealed class ComplaintsReport : Report
{
    public override string Code => "complaints";

    public override string Name => "不予认可台账";

    public override string Purpose => "每件一行：在哪里不认、拿的什么、转给谁、怎么答复、结果、用了几小时、超没超时。";

    public override bool NamesPeople => true;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", pack.Supervision.Recognition is null ? "本省的通知没有说到，没有这一类。" : "这段时间受理的。", pack.Supervision.Recognition?.Citation.Place ?? ""),
        new("用时（小时）", "从受理到办结；没有办结的，到填报时间。"),
        new("自定时限", "办公室自己定的时刻；通知只说“及时”，没有定小时数。"),
        new("超时", "过了自定时限才办结的，和到填报时间过了时限还没有办结的。"),
        new("卡号", "本村核发的卡写卡号，其余照说的写；脱敏的台账只留头三位和末四位。"),
        new("谁来说的、谁不认", "脱敏的台账不写。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var (begin, end, masking) = (scope.Begin, scope.End, scope.Masking);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var complaints = await scope.Of(db.Complaints).AsNoTracking().Where(each => each.ReceivedAt >= begin && each.ReceivedAt < end)
            .OrderBy(each => each.OfficeCode).ThenBy(each => each.ReceivedAt).ThenBy(each => each.Id).ToListAsync(cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Moment("受理"), Column.Text("姓名", 12), Column.Text("拿的是什么", 18), Column.Text("卡号", 24), Column.Text("在哪里不认", 26), Column.Day("哪天"), Column.Text("谁不认", 16),
                Column.Text("谁来说的", 16), Column.Text("12345 工单号", 18), Column.Text("转给", 20), Column.Text("答复", 30), Column.Day("答复日期"), Column.Text("结果", 30), Column.Moment("办结"), Column.Tenths("用时（小时）", 12),
                Column.Moment("自定时限"), Column.Text("超时", 8),
            ],
            complaints.Select(each => (object?[])
            [
                villages[each.OfficeCode], each.ReceivedAt, each.Name is { } name ? masking.Name(name) : "", each.Credential, masking.IsLifted ? each.CardNumber : each.MaskedNumber, each.Place, each.RefusedOn,
                masking.Words(each.RefusedBy, ""), masking.Words(each.ToldBy, ""), each.WorkOrder, each.Forwarded?.Words ?? "", masking.Remark(each.Answer?.Words ?? ""), each.Answer?.On,
                masking.Remark(each.Closing?.Words ?? ""), each.ClosedAt, decimal.Round((decimal)((each.ClosedAt ?? scope.Now) - each.ReceivedAt).TotalHours, 1), each.DueAt, (each.ClosedAt ?? scope.Now) > each.DueAt ? "超时" : "",
            ]));
    }

    /// <summary>For 谁看过我的信息: whether a report from a first to a last day names the holder of one of these cards.</summary>
    /// <param name="db">Filtered to the current user's scope.</param>
    /// <param name="passes">Keys of his cards.</param>
    public static async Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> passes)
    {
        var received = await db.Complaints.Where(each => each.PassId != null && passes.Contains(each.PassId.Value)).Select(each => each.ReceivedAt).ToListAsync();
        return (first, last) => received.Exists(at => BeijingTime.DayOf(at) >= first && BeijingTime.DayOf(at) <= last);
    }
}
