using HealthCode.Domain.Outreach;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>排查进度 — the rounds of visits that began in a period, and what came of them. Names no resident.</summary>
public sealed class OutreachProgressReport : Report
{
    public override string Code => "outreach";

    public override string Name => "排查进度";

    public override string Purpose => "这段时间排的上门：谁去、多少人、办妥多少、还剩多少。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", "从哪天起上门在这段时间里的名单。"),
        new("已办、家里没人、不需要、已有码、再来", "录回来的结果，每人只算最后一次改定的。"),
        new("没有录", "名单上还没有录回结果的人。"),
        new("还剩", "没有录的、家里没人的和要再来的。结束了的名单上还剩的人，可以排进下一次。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var rounds = await scope.Of(db.OutreachRounds).AsNoTracking().Where(round => round.StartsOn >= scope.FirstDay && round.StartsOn <= scope.LastDay)
            .OrderBy(round => round.OfficeCode).ThenBy(round => round.Number).ToListAsync(cancellationToken);
        var ids = rounds.ConvertAll(round => round.Id);
        var results = (await scope.Of(db.OutreachVisits).Where(visit => ids.Contains(visit.RoundId)).Select(visit => new { visit.RoundId, visit.Result }).ToListAsync(cancellationToken)).ToLookup(visit => visit.RoundId, visit => visit.Result);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Whole("第几次"), Column.Text("做什么", 12), Column.Text("谁去", 12), Column.Day("从哪天起"), Column.Whole("人数"), Column.Whole("已办"), Column.Whole("家里没人", 10), Column.Whole("不需要"),
                Column.Whole("已有码"), Column.Whole("再来"), Column.Whole("没有录"), Column.Whole("还剩"), Column.Text("状态", 10),
            ],
            rounds.Select(round =>
            {
                var visits = results[round.Id].ToList();
                int Of(OutreachResult? result) => visits.Count(each => each == result);
                return new object?[]
                {
                    villages[round.OfficeCode], round.Number, round.Kind.ChineseName(), scope.Masking.Name(round.Worker.Name), round.StartsOn, visits.Count, Of(OutreachResult.Done), Of(OutreachResult.NotAtHome), Of(OutreachResult.NotNeeded),
                    Of(OutreachResult.HasCode), Of(OutreachResult.ComeAgain), Of(null), visits.Count(each => each?.IsSettled() != true), round.IsOpen ? "进行中" : "已结束",
                };
            }));
    }
}
