using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>用印登记 — all uses of the seal in a period, from the register.</summary>
public sealed class SealUseReport : Report
{
    public override string Code => "seals";

    public override string Name => "用印登记";

    public override string Purpose => "盖章一次一行：文件、份数、申请人、经办人、批准人、监印人。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("申请人", "登记簿摆在办公室，申请人一律脱敏。"),
        new("批准人", "审核通过这张卡的人。", "国办发〔2001〕52号"),
        new("份数", "误登记、已划去的一条写 0 份，备注写谁在什么时候划去。", "国办发〔2001〕52号"),
        new("盖法", "手盖，或用公章图样套印。"),
    ];

    public override Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default) => Task.FromResult(new ReportTable(
        [
            Column.Moment("时间"), Column.Text("文件名称、事由", 38), Column.Count("份数", 7), Column.Text("申请人", 12), Column.Text("经办人", 12),
            Column.Text("批准人", 12), Column.Text("监印人", 12), Column.Text("盖法", 8), Column.Text("备注", 24),
        ],
        RowsAsync(db, scope)));

    private static async IAsyncEnumerable<object?[]> RowsAsync(OfficeDb db, ReportScope scope)
    {
        await foreach (var use in scope.Of(db.SealUses).AsNoTracking().Where(use => use.On >= scope.FirstDay && use.On <= scope.LastDay).OrderBy(use => use.Id).AsAsyncEnumerable())
        {
            yield return [use.At, use.Subject, use.Copies, use.Applicant, use.HandledBy, use.ApprovedBy, use.SealKeeper, use.IsOverprint ? "套印" : "手盖", use.Note];
        }
    }
}
