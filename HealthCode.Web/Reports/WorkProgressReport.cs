using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>复工进度 — per unit how many of its roll have a clear official result. It names nobody.</summary>
public sealed class WorkProgressReport : Report
{
    public override string Code => "work-progress";

    public override string Name => "复工进度";

    public override string Purpose => "一个单位一行：名单多少人、符合多少人、还差多少人。不写任何人的姓名和颜色。";

    public override ReportPeriod Period => ReportPeriod.Today;

    public override bool IsKnown(RulePack pack) => pack.Register(RegisterKind.Work) is not null;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("名单", "单位报来的、没有作废的登记。"),
        new("符合", "登记的最近一次官方结果是绿的；没有登记结果的、过去绿现在不是的，不算。打卡和推算都不算。", pack.Register(RegisterKind.Work)?.Citation.Place ?? ""),
        new("还差", "名单减去符合。全体职员符合健康要求才可复工。", pack.Register(RegisterKind.Work)?.Citation.Place ?? ""),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var pack = await scope.PackAsync(db, cancellationToken);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        List<object?[]> rows = [];
        foreach (var unit in await scope.Of(db.Facilities).AsNoTracking().Where(facility => facility.Kind == RegisterKind.Work).OrderBy(facility => facility.OfficeCode).ThenBy(facility => facility.Name).ToListAsync(cancellationToken))
        {
            var progress = (await db.RollAsync(unit.Id, pack.HealthCode, cancellationToken)).Progress();
            rows.Add([villages[unit.OfficeCode], unit.Name, unit.District, progress.Total, progress.Clear, progress.Missing, progress.Sentence, unit.ClosedOn]);
        }

        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("单位", 26), Column.Text("所在区", 16), Column.Count("名单"), Column.Count("符合"), Column.Count("还差"), Column.Text("情况", 14), Column.Day("停用日期"),
            ],
            rows);
    }
}
