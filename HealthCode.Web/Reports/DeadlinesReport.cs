using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Supervision;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>截止时间表 — what was due on some days, a row for each who had to report.</summary>
public sealed class DeadlinesReport : Report
{
    public override string Code => "deadlines";

    public override string Name => "截止时间表";

    public override string Purpose => "每个截止时间、每个该报的一行：报了没有、几点报的、迟了没有。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", "截止日期在这段时间里的；每天报的，每天一次。不用报了以后的日子不列。"),
        new("截止", "通知写“某日前”的，为那一天的 00:00。"),
        new("依据", "定时间的通知；空着的是办公室自己定的。"),
        new("报了", "记下的时间。"),
        new("怎么样", "按时、迟了、没有报；还没有到时间又没有报的，写“还没有到时间”。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var (first, last) = (scope.FirstDay, scope.LastDay);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var deadlines = await scope.Of(db.Deadlines).AsNoTracking().Where(deadline => deadline.FirstDay <= last && (deadline.LastDay == null || deadline.LastDay >= first)).ToListAsync(cancellationToken);
        var reports = (await scope.Of(db.DeadlineReports).AsNoTracking().Where(report => report.Day >= first && report.Day <= last).ToListAsync(cancellationToken)).ToLookup(report => report.DeadlineId);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Moment("截止"), Column.Text("报什么", 28), Column.Text("依据", 30), Column.Text("谁报", 18), Column.Text("报给谁", 22), Column.Moment("报了"), Column.Text("怎么样", 14), Column.Text("备注", 24),
            ],
            deadlines.SelectMany(deadline => SupervisionQueries.DaysOf(deadline, reports[deadline.Id], first, last))
                .OrderBy(day => day.Deadline.OfficeCode, StringComparer.Ordinal).ThenBy(day => day.DueAt).ThenBy(day => day.Deadline.Id)
                .SelectMany(day => day.Deadline.Reporters.Select(reporter => Row(day, reporter))));

        object?[] Row(DeadlineDay day, string reporter)
        {
            var report = day.Reports.FirstOrDefault(each => each.Reporter == reporter);
            return
            [
                villages[day.Deadline.OfficeCode], day.DueAt, day.Deadline.Title, day.Deadline.Notice, reporter, day.Deadline.To, report?.At,
                report is not null ? day.IsLate(report) ? "迟了" : "按时" : day.DueAt > scope.Now ? "还没有到时间" : "没有报", report?.Note ?? "",
            ];
        }
    }
}
