using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>线索举报台账 — the tips taken on some days, a row each. Who told them is in no report, masked or whole.</summary>
public sealed class TipsLedgerReport : ResidentReport
{
    public override string Code => "tips";

    public override string Name => "线索举报台账";

    public override string Purpose => "每件一行：类型、所在地、辖区、派给谁、几时上门、怎样反馈、报给谁。没有举报人。";

    public override bool IsKnown(RulePack pack) => pack.Tips is not null;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", pack.Tips is null ? "本省的通知没有说到，没有这一类。" : "这段时间受理的，已并入别的一件的也在内。", pack.Tips?.Handling.Place ?? ""),
        new("举报人", "只写实名还是未留姓名；姓名、电话不出表，完整的台账里也没有。"),
        new("身体状况", "照来说的人的话，四种选一种；只有线索有。脱敏的台账不写。", pack.Tips?.ConditionsCitation.Place ?? ""),
        new("上报类型", "只有监督举报有。", pack.Tips?.TopicsCitation.Place ?? ""),
        new("所在地、情况、反馈", "脱敏的台账所在地只写到村，情况和反馈不写。"),
        new("有没有疑似", "照上门的人说的，系统不判断。"),
        new("自定时限", "办公室自己定的，从受理算起；通知只说“立即”“及时”，没有定小时数。"),
        new("超时", "派发、上门、反馈里过了自定时限才办的，和到填报时间过了时限还没有办的。已并入的不算。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var (begin, end, masking) = (scope.Begin, scope.End, scope.Masking);
        var offices = await scope.Offices(db).ToDictionaryAsync(office => office.Code, cancellationToken);
        var tips = await scope.Of(db.Tips).AsNoTracking().Where(tip => tip.ReceivedAt >= begin && tip.ReceivedAt < end).OrderBy(tip => tip.OfficeCode).ThenBy(tip => tip.Number).ToListAsync(cancellationToken);
        var firstIds = tips.Where(tip => tip.LinkedToId is not null).Select(tip => tip.LinkedToId!.Value).Distinct().ToList();
        var firsts = await db.Tips.Where(tip => firstIds.Contains(tip.Id)).Select(tip => new { tip.Id, tip.Number }).ToDictionaryAsync(tip => tip.Id, tip => tip.Number, cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("编号", 8), Column.Text("类别", 10), Column.Moment("受理"), Column.Text("举报人", 10), Column.Text("被反映的人", 12), Column.Text("身体状况", 30), Column.Text("上报类型", 16),
                Column.Text("所在地", 26), Column.Text("情况", 30), Column.Text("状态", 9), Column.Text("并入", 8), Column.Text("辖区", 12), Column.Text("派给", 18), Column.Moment("派发"), Column.Moment("上门"), Column.Text("反馈", 30), Column.Moment("反馈时间"),
                Column.Text("有没有疑似", 10), Column.Text("报给", 22), Column.Moment("上报"), Column.Text("超时", 12),
            ],
            tips.Select(tip => (object?[])
            [
                offices[tip.OfficeCode].ShortVillage, tip.NumberText, tip.Kind.ChineseName(), tip.ReceivedAt, TipNames.ReporterWord(tip.IsNamed), tip.Suspect is { } suspect ? masking.Name(suspect) : "",
                masking.Words(offices[tip.OfficeCode].RulesOn(scope.LastDay).Tips?.Condition(tip.Condition)?.Text ?? tip.Condition, ""), tip.Topic, masking.Address(tip.Place), masking.Words(tip.Description, ""), tip.State.ChineseName(),
                tip.LinkedToId is { } first ? $"{firsts[first]:0000}" : "", tip.Dispatched?.Area ?? "", tip.Dispatched is { } sent ? $"{sent.Role.ChineseName()} {masking.Name(sent.Worker)}" : "", tip.DispatchedAt, tip.VisitedAt,
                masking.Words(tip.Feedback?.Words ?? "", ""), tip.FeedbackAt, tip.IsSuspected switch { true => "有", false => "没有", null => "" }, tip.Reported?.Words ?? "", tip.ReportedAt, string.Join("、", TipHandlingReport.LateSteps(tip, scope.Now)),
            ]));
    }

    /// <summary>Whether one of these residents was put down for a follow-up from a tip of the days. Nobody is found by his name.</summary>
    public override async Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents)
    {
        var followUps = await db.FollowUps.Where(each => each.Source == FollowUpSource.Tip && each.ResidentId != null && residents.Contains(each.ResidentId.Value)).Select(each => new { each.OfficeCode, each.SourceNumber }).ToListAsync();
        var (codes, numbers) = (followUps.Select(each => each.OfficeCode).Distinct().ToList(), followUps.Select(each => int.Parse(each.SourceNumber, System.Globalization.CultureInfo.InvariantCulture)).ToList());
        var received = await db.Tips.Where(tip => codes.Contains(tip.OfficeCode) && numbers.Contains(tip.Number)).Select(tip => tip.ReceivedAt).ToListAsync();
        return AnyOf(received.ConvertAll(BeijingTime.DayOf));
    }
}
