using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>风险地区表 — the risk areas that an office has written down for some days, with the notice of each.</summary>
public sealed class RiskAreasReport : Report
{
    public override string Code => "risk-areas";

    public override string Name => "风险地区表";

    public override string Purpose => "登记的风险地区一条一行：地名、等级、从哪天到哪天、哪份通知定的、哪份通知解除的、撤回的原因。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", "这段时间里有一天在列的；登记错了、撤回的也列，写明原因。"),
        new("等级", "照通知的原话。"),
        new("用处", "审核、打卡时地址里有这个地名，提醒一句；不是不予办理的理由。", pack.Sources.Decisions),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var (first, last) = (scope.FirstDay, scope.LastDay);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var areas = await scope.Of(db.RiskAreas).AsNoTracking().Where(area => area.FirstDay <= last && (area.LastDay == null || area.LastDay >= first))
            .OrderBy(area => area.OfficeCode).ThenBy(area => area.FirstDay).ThenBy(area => area.Id).ToListAsync(cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("地名", 30), Column.Text("等级", 12), Column.Day("从哪天"), Column.Day("到哪天"), Column.Text("哪份通知", 34), Column.Text("解除的通知", 34), Column.Text("登记人", 12), Column.Text("撤回原因", 24),
            ],
            areas.Select(area => (object?[])[villages[area.OfficeCode], area.Name, area.Level, area.FirstDay, area.LastDay, area.Notice, area.EndNotice, area.By.Name, area.WithdrawnFor]));
    }
}
