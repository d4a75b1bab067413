using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>返乡到期名单 — who was to arrive by a day and has not, and whose isolation is over by then.</summary>
public sealed class ReturneesDueReport() : RegisterReport(RegisterKind.Returnees)
{
    public override string Code => "returnees-due";

    public override string Name => "返乡到期名单";

    public override string Purpose => "到今天该到还没有登记到达的，和隔离满期还没有告知的，一人一行。";

    public override ReportPeriod Period => ReportPeriod.Today;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) => pack.Register(Kind) is { } form
        ?
        [
            new("该到没有到", "计划到达的日期已经到了，还没有登记到达。", form.Citation.Place),
            pack.HealthCode.ObservationDays is { } days
                ? new("隔离满期", $"隔离开始的那天不算，满 {days} 天的那天；单子上写得早的，照单子。", form.Citation.Place)
                : new("隔离满期", "照单子上写的隔离结束日期；没有写的，从开始那天就列，等结束的通知。", form.Citation.Place),
            new("过了几天", "到做表的那天，0 是当天。"),
        ]
        : [NotKept];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var entries = await scope.Of(db.RegisterEntries).AsNoTracking().Where(entry => entry.Kind == Kind).DueBy(scope.Today).ToListAsync(cancellationToken);
        var villages = await VillagesAsync(db, scope, cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Whole("号"), Column.Text("姓名", 12), Column.Text("电话", 16), Column.Text("居住地", 30), Column.Text("要办什么", 20), Column.Day("日期"), Column.Whole("过了几天"),
                Column.Day("到达日期"), Column.Day("隔离开始"), Column.Text("隔离地点", 20),
            ],
            entries.OrderBy(entry => entry.OfficeCode, StringComparer.Ordinal).ThenBy(entry => entry.PendingOn).ThenBy(entry => entry.Number).Select(entry => (object?[])
            [
                villages[entry.OfficeCode], entry.Number, scope.Masking.Name(entry.Content.Name), scope.Masking.Phone(entry.Content.Phone), scope.Masking.Address(entry.Content.Address),
                entry.Pending == PendingStep.Arrival ? "该到没有到" : ((Returnee)entry.Content).IsolationTo is null ? "隔离中，哪天止没有写" : "隔离满期", entry.PendingOn, scope.Today.DayNumber - entry.PendingOn!.Value.DayNumber,
                ((Returnee)entry.Content).ArrivedOn, ((Returnee)entry.Content).IsolationFrom, scope.Masking.Remark(((Returnee)entry.Content).IsolationPlace),
            ]));
    }
}
