using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>帮办覆盖表 — who has the official code, a card, or neither, by village group and by 重点人群 (宁疫指办发〔2020〕73号 三). Names nobody.</summary>
public sealed class OutreachCoverageReport : Report
{
    public override string Code => "coverage";

    public override string Name => "帮办覆盖表";

    public override string Purpose => "居民里有码的、有卡的、都没有的，按村民小组和重点人群。";

    public override ReportPeriod Period => ReportPeriod.Today;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("人数", "名册里在村的居民。迁出、去世、合并了的不算。"),
        new("有码", $"村里知道他有“{pack.HealthCode.Platform}”的码：本人出示、家人告知、上门看到、监护人代领、帮助注册，或登记过官方结果。不看是什么结果。"),
        new("有卡", "有还没有到期、没有停用作废的健康通行卡，包括还没有发到手的。"),
        new("码和卡都有", "已经算在有码和有卡里的人。"),
        new("等发卡", "码和卡都没有，三天之内上门办了、申报表已经带回来的。三天以后还没有卡的，算还要上门。"),
        new("不需要", "码和卡都没有，最近一次上门说了不需要的。"),
        new("还要上门", "码和卡都没有，也没有说不需要的。"),
        new("每百人有码或卡", "有码或卡的人数除以人数，乘 100。"),
        new("重点人群", "80 岁以上、独居、残疾、卧床、3 岁以下婴幼儿、在校生。一个人可以在几个人群里，所以各行之和可以大于人数。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var rows = (await db.CoverageAsync(scope.OfficeCode ?? "", scope.Today, cancellationToken)).ToLookup(row => row.OfficeCode);
        List<object?[]> lines = [];
        foreach (var office in await scope.Offices(db).OrderBy(office => office.Code).ToListAsync(cancellationToken))
        {
            var here = rows[office.Code].ToList();
            lines.AddRange(CoverageLine.ByVillageGroup(here).Select(line => Row(office.ShortVillage, "村民小组", line)));
            lines.AddRange(CoverageLine.BySpecialGroup(here).Select(line => Row(office.ShortVillage, "重点人群", line)));
            lines.Add(Row(office.ShortVillage, "全村", CoverageLine.Of("合计", here)));
        }

        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("类别", 12), Column.Text("名称", 14), Column.Whole("人数"), Column.Whole("有码"), Column.Whole("有卡"), Column.Whole("码和卡都有", 12), Column.Whole("等发卡"), Column.Whole("不需要"), Column.Whole("还要上门", 10),
                Column.Tenths("每百人有码或卡", 16),
            ],
            lines);
    }

    private static object?[] Row(string village, string kind, CoverageLine line) =>
        [village, kind, line.Name, line.Total, line.Code, line.Card, line.Both, line.Declared, line.NotNeeded, line.Open, line.Total == 0 ? null : 100.0 * line.Covered / line.Total];
}
