using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>线索办理情况 — the tips taken on some days, counted by kind: how far they are, hours until somebody was there, what is late. It names nobody.</summary>
public sealed class TipHandlingReport : Report
{
    public override string Code => "tip-handling";

    public override string Name => "线索办理情况";

    public override string Purpose => "按类型：受理几件、到哪一步、多久上门、超时几件、有疑似几件。";

    public override bool IsKnown(RulePack pack) => pack.Tips is not null;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", pack.Tips is null ? "本省的通知没有说到，没有这一类。" : "这段时间受理的。", pack.Tips?.Handling.Place ?? ""),
        new("受理", "全部，已并入别的一件的也在内；待派到已上报各数加已并入，等于受理。"),
        new("上门用时（小时）", "从受理到上门；还没有上门的不算进平均和最久。已并入的不算。"),
        new("超时", "过了办公室自定时限才办的，和到填报时间过了时限还没有办的；都从受理算起。通知只说“立即”“及时”，没有定小时数。"),
        new("有疑似", "照上门的人说的，系统不判断。"),
    ];

    /// <summary>Which steps of a tip were taken, or are still wanted, after their moment; none of one that goes with another.</summary>
    public static IEnumerable<string> LateSteps(Tip tip, DateTimeOffset now) => tip.State == TipState.Linked ? [] :
        new (string Step, DateTimeOffset? Taken, DateTimeOffset Due)[]
        {
            ("派发", tip.FirstDispatchedAt, tip.DispatchDueAt), ("上门", tip.VisitedAt, tip.VisitDueAt), ("反馈", tip.FeedbackAt, tip.FeedbackDueAt),
        }.Where(each => (each.Taken ?? now) > each.Due).Select(each => each.Step);

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var (begin, end) = (scope.Begin, scope.End);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        // Plain columns alone: nothing is opened to be counted.
        var tips = await scope.Of(db.Tips).Where(tip => tip.ReceivedAt >= begin && tip.ReceivedAt < end)
            .Select(tip => new Counted(
                tip.OfficeCode, tip.Kind, tip.Topic, tip.State, tip.ReceivedAt, tip.FirstDispatchedAt, tip.VisitedAt, tip.FeedbackAt, tip.DispatchDueAt, tip.VisitDueAt, tip.FeedbackDueAt, tip.IsSuspected)).ToListAsync(cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("类型", 18), Column.Whole("受理"), Column.Whole("已并入"), Column.Whole("待派"), Column.Whole("已派"), Column.Whole("已上门"), Column.Whole("已反馈"), Column.Whole("已上报"),
                Column.Tenths("平均上门用时（小时）", 16), Column.Tenths("最久上门用时（小时）", 16), Column.Whole("派发超时"), Column.Whole("上门超时"), Column.Whole("反馈超时"), Column.Whole("有疑似"),
            ],
            tips.GroupBy(tip => (tip.OfficeCode, tip.Kind, tip.Topic)).OrderBy(group => group.Key.OfficeCode, StringComparer.Ordinal).ThenBy(group => group.Key.Kind).ThenBy(group => group.Key.Topic, Chinese)
                .Select(group => Row(villages[group.Key.OfficeCode], group.Key.Topic.Length > 0 ? group.Key.Topic : group.Key.Kind.ChineseName(), [.. group], scope.Now)));
    }

    private static object?[] Row(string village, string what, IReadOnlyList<Counted> tips, DateTimeOffset now)
    {
        var own = tips.Where(tip => tip.State != TipState.Linked).ToList();
        var hours = own.Where(tip => tip.VisitedAt is not null).Select(tip => (tip.VisitedAt!.Value - tip.ReceivedAt).TotalHours).ToList();
        return
        [
            village, what, tips.Count, Of(TipState.Linked), Of(TipState.Received), Of(TipState.Dispatched), Of(TipState.Visited), Of(TipState.Answered), Of(TipState.Reported),
            hours.Count > 0 ? Tenths(hours.Average()) : null, hours.Count > 0 ? Tenths(hours.Max()) : null,
            own.Count(tip => (tip.FirstDispatchedAt ?? now) > tip.DispatchDueAt), own.Count(tip => (tip.VisitedAt ?? now) > tip.VisitDueAt), own.Count(tip => (tip.FeedbackAt ?? now) > tip.FeedbackDueAt),
            own.Count(tip => tip.IsSuspected == true),
        ];

        int Of(TipState state) => tips.Count(tip => tip.State == state);
    }

    private static decimal Tenths(double hours) => decimal.Round((decimal)hours, 1, MidpointRounding.AwayFromZero);

    private sealed record Counted(
        string OfficeCode, TipKind Kind, string Topic, TipState State, DateTimeOffset ReceivedAt, DateTimeOffset? FirstDispatchedAt, DateTimeOffset? VisitedAt, DateTimeOffset? FeedbackAt,
        DateTimeOffset DispatchDueAt, DateTimeOffset VisitDueAt, DateTimeOffset FeedbackDueAt, bool? IsSuspected);
}
