using HealthCode.Domain.Couriers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>逐日数字 — anonymous figures per day and office; exported before the resident data is deleted.</summary>
public sealed class EveryDayReport : Report
{
    public override string Code => "days";

    public override string Name => "逐日数字";

    public override string Purpose => "每天一行：申报、审核、打印、盖章、发放、补打、停用各多少，不含任何人。资料销毁以前导出留存。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("申报", "当天第一次录入的申报表份数。"),
        new("符合、不予办理、退回", "当天作出的审核决定份数。", pack.Sources.Decisions),
        new("体温异常", "当天有体温由经办人勾选“不正常”的申报份数；程序不看度数。"),
        new("打印、盖章、发放、补打、停用", "当天的卡数。没有数字的日子不列。"),
        .. pack.Registers.Count > 0 || pack.Tips is not null ? [new("各种登记、线索举报", "照单子上的日期、受理的日期，作废的登记不算；只列本省通知要求登记的。")] : Array.Empty<Definition>(),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        List<object?[]> rows = [];
        var figures = DayReport.FiguresOf(await scope.PackAsync(db, cancellationToken));
        foreach (var office in await scope.Offices(db).OrderBy(office => office.Code).ToListAsync(cancellationToken))
        {
            rows.AddRange((await db.DayReportsAsync(office.Code, scope.FirstDay, scope.LastDay))
                .Select(day => (day.On, Figures: figures.Select(figure => figure.Of(day)).ToList()))
                .Where(day => day.Figures.Exists(figure => figure > 0))
                .Select(day => (object?[])[office.OfficialName, day.On, .. day.Figures.Cast<object?>()]));
        }

        return ReportTable.Of([Column.Text("村居", 34), Column.Day("日期"), .. figures.Select(figure => Column.Count(figure.Title, 10))], rows);
    }
}
