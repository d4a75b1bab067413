using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>审计记录 — export of the audit records found by a query, with their hashes. For the audit page only, so it is not in the catalogue.</summary>
/// <param name="query">The query.</param>
public sealed class AuditReport(AuditQuery query) : Report
{
    private const int ShownOfHash = 16;

    public override string Code => "audit";

    public override string Name => "审计记录";

    public override string Purpose => "谁在什么时候、在哪台电脑、对哪份材料做了什么。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("记录号", "从 1 起连续编号，中间不缺。缺号就是被删过。"),
        new("登录名、姓名", "登录的人。空着的是系统自己做的，或还没有登录。"),
        new("操作", "新建、修改、删除是数据的变动；查看、显示完整信息、打印、导出是看到或带走资料；其余照字面。", "个人信息保护法 第五十一条；GB/T 22239—2019 安全审计"),
        new("对象", "材料的种类和编号，不写居民姓名和号码。"),
        new("说明", "改了哪些栏。不涉及个人的写“原值→新值”，涉及个人的只写栏名。"),
        new("代谁办理", "监护人、代填人、代领人来办的注明，不写是谁。"),
        new("校验值", "这一条校验值的前 16 位；每一条都和前一条连着，在“审计”页可以从头校验。"),
        new("保存", "至少 12 个月，系统不删除。", "网络安全法"),
    ];

    public override Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default) => Task.FromResult(new ReportTable(
        [
            Column.Text("记录号", 10), Column.Moment("时间"), Column.Text("登录名", 14), Column.Text("姓名", 12), Column.Text("操作", 16), Column.Text("对象", 36),
            Column.Text("说明", 44), Column.Text("代谁办理", 12), Column.Text("村居", 15), Column.Text("电脑", 16), Column.Text("校验值", 20),
        ],
        RowsAsync(db, scope)));

    private async IAsyncEnumerable<object?[]> RowsAsync(OfficeDb db, ReportScope scope)
    {
        await foreach (var record in (query with { FirstDay = scope.FirstDay, LastDay = scope.LastDay }).Of(db).OrderBy(record => record.Id).AsAsyncEnumerable())
        {
            yield return
            [
                record.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), record.At, record.UserName, record.StaffName, record.Action,
                record.IsDestroyed ? "（内容已销毁）" : record.Subject, record.Detail, record.OnBehalfOf, record.OfficeCode, record.Workstation,
                Convert.ToHexString(record.Hash.AsSpan(0, Math.Min(record.Hash.Length, ShownOfHash / 2))),
            ];
        }
    }
}
