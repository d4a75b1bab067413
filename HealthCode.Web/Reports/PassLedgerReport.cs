using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>健康通行卡台账 — all cards issued in a period.</summary>
public sealed class PassLedgerReport : Report
{
    private const string Self = "本人";

    public override string Code => "passes";

    public override string Name => "健康通行卡台账";

    public override string Purpose => "每张卡一行：持卡人、有效期、打印、盖章、发放、停用。";

    public override bool NamesPeople => true;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("编号", "核发机构 12 位代码加 8 位顺序号，含校验码；补打换新编号。"),
        Validity("核发日期、有效期至", pack),
        new("状态", "填报当天的状态；过了有效期写“已到期”。"),
        new("补打自", "遗失或损毁的旧卡编号，旧卡即时作废。"),
        new("领取人、原因", "脱敏的台账只写本人或代领，不写原因。"),
    ];

    public override Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default) => Task.FromResult(new ReportTable(
        [
            Column.Text("编号", 24), Column.Text("姓名", 12), Column.Text("性别", 6), Column.Text("证件号码", 21), Column.Text("现居住住址", 40),
            Column.Day("核发日期"), Column.Day("有效期至"), Column.Text("状态", 12), Column.Moment("打印"), Column.Moment("盖章"), Column.Moment("发放"),
            Column.Text("领取人", 14), Column.Text("停用、作废原因", 24), Column.Text("补打自", 24),
        ],
        RowsAsync(db, scope)));

    private static async IAsyncEnumerable<object?[]> RowsAsync(OfficeDb db, ReportScope scope)
    {
        var offices = await db.OfficesWithinReach.AsNoTracking().ToDictionaryAsync(office => office.Code);
        await foreach (var pass in scope.Of(db.Passes).AsNoTracking()
                           .Where(pass => pass.Validity.FirstDay >= scope.FirstDay && pass.Validity.FirstDay <= scope.LastDay)
                           .OrderBy(pass => pass.Number).AsAsyncEnumerable())
        {
            var holder = pass.Holder;
            yield return
            [
                pass.Number, scope.Masking.Name(holder.Name), holder.Sex.ChineseName(), scope.Masking.Number(holder.Document), scope.Masking.Address(pass.ResidenceAddress),
                pass.Validity.FirstDay, pass.Validity.LastDay, PassDisplayState.Of(pass, offices[pass.OfficeCode], scope.Today).Word, pass.PrintedAt, pass.StampedAt, pass.HandedOverAt,
                pass.CollectedBy is "" or Self ? pass.CollectedBy : scope.Masking.Words(pass.CollectedBy, "代领"), scope.Masking.Words(pass.EndReason, ""), pass.ReprintOf,
            ];
        }
    }
}
