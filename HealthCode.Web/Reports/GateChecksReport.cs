using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>查验汇总 — anonymous figures by checkpoint and day: people let through, registered passages, incidents.</summary>
public sealed class GateChecksReport : Report
{
    private const string Incidents = "情况";

    /// <summary>Columns for kinds of incidents, each with a predicate for the stored words it includes.</summary>
    private static readonly (string Title, Func<string, bool> Gathers)[] Kinds =
    [
        ("卡已过期", Is(CheckOutcome.Expired)),
        ("停用作废", Is(CheckOutcome.Revoked, CheckOutcome.Void, CheckOutcome.StolenKey)),
        ("非本系统签发", Is(CheckOutcome.NotOurs)),
        ("未发放或停止使用", Is(CheckOutcome.NotHandedOver, CheckOutcome.Ended)),
        ("人证不一致", kind => kind == GateFinding.PaperDiffers),
        ("体温不正常", kind => kind == GateFinding.NotNormal),
        ("官方码提示", kind => kind.StartsWith(GateFinding.OfficialSaid, StringComparison.Ordinal)),
    ];

    public override string Code => "checks";

    public override string Name => "查验汇总";

    public override string Purpose => "每个关口每天一行：放行人次、通行登记、各种情况、上报。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("放行人次", "验卡、测温正常后放行的人次，只记人数，不记是谁。", pack.PassagesCitation.Place),
        new("其中入省", "机场、车站、省界关口的放行人次" + (pack.GateCode is null ? "。" : $"，即扫{pack.GateCode}的人次；向上报送用这一栏。")),
        new("通行登记", "按本省通知逐次登记的条数" + (pack.Passages == PassageKeeping.Tally ? $"；{pack.Name}不登记，为 0。" : "。"), pack.PassagesCitation.Place),
        new("情况件数", "不能直接放行、登记了处理办法的件数。一件可以有几种情形，所以各种情形之和可以大于件数。", pack.Sources.Incidents),
        new("停用作废", "卡已由审核员停用，或已遗失、损毁、续办收回、持卡人去世收回，或签发它的密钥已报失窃、须换卡。"),
        new("非本系统签发", "扫到的不是信任名单里的村居签发的卡。"),
        new("未发放或停止使用", "卡还没有发放到本人，或疫情已经解除。"),
        new("人证不一致", "证件号码与卡上的持卡人不一致。"),
        new("体温不正常", "由值守人勾选，系统不判断温度数值。"),
        new("官方码提示", "对方另外出示的官方码为黄、红或提示信息；本系统不生成也不换算官方码。"),
        new("上报", "其中已经上报的件数。", pack.Sources.Incidents),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var (first, last) = (scope.FirstDay, scope.LastDay);
        var gates = await scope.Of(db.Checkpoints).AsNoTracking().ToDictionaryAsync(gate => gate.Id, cancellationToken);
        var offices = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var people = await scope.Of(db.GateTallies).Where(tally => tally.On >= first && tally.On <= last)
            .GroupBy(tally => new { tally.CheckpointId, tally.On }).Select(group => new { group.Key.CheckpointId, group.Key.On, Count = group.Sum(tally => tally.People) })
            .ToDictionaryAsync(row => (row.On, row.CheckpointId), row => row.Count, cancellationToken);
        var passages = await scope.Of(db.Passages).Where(passage => passage.On >= first && passage.On <= last)
            .GroupBy(passage => new { passage.CheckpointId, passage.On }).Select(group => new { group.Key.CheckpointId, group.Key.On, Count = group.Count() })
            .ToDictionaryAsync(row => (row.On, row.CheckpointId), row => row.Count, cancellationToken);
        var incidents = (await scope.Of(db.GateIncidents).AsNoTracking().Where(incident => incident.On >= first && incident.On <= last).ToListAsync(cancellationToken))
            .ToLookup(incident => (incident.On, incident.CheckpointId));
        return ReportTable.Of(
            [
                Column.Day("日期"), Column.Text("村居", 16), Column.Text("关口", 20), Column.Count("放行人次", 10), Column.Count("其中入省", 10), Column.Count("通行登记", 10), Column.Count("件数", band: Incidents),
                .. Kinds.Select(kind => Column.Count(kind.Title, 2 + Math.Max(9, kind.Title.Length * 1.6), Incidents)), Column.Count("上报", band: Incidents),
            ],
            people.Keys.Union(passages.Keys).Union(incidents.Select(group => group.Key))
                .OrderBy(key => key.On).ThenBy(key => gates[key.CheckpointId].OfficeCode, StringComparer.Ordinal).ThenBy(key => gates[key.CheckpointId].Name, StringComparer.Ordinal)
                .Select(key => (object?[])
                [
                    key.On, offices[gates[key.CheckpointId].OfficeCode], gates[key.CheckpointId].Name, people.GetValueOrDefault(key), gates[key.CheckpointId].Mode == CheckMode.Port ? people.GetValueOrDefault(key) : 0, passages.GetValueOrDefault(key), incidents[key].Count(),
                    .. Kinds.Select(kind => (object)incidents[key].Count(incident => incident.Kinds.Any(kind.Gathers))), incidents[key].Count(incident => incident.ReportedAt is not null),
                ]));
    }

    private static Func<string, bool> Is(params CheckOutcome[] outcomes) => kind => outcomes.Any(outcome => outcome.ChineseName() == kind);
}
