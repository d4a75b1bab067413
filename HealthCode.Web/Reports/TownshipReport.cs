using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Reports;

/// <summary>乡镇汇总 — one row per office, including offices without activity.</summary>
public sealed class TownshipReport : Report
{
    private const string Forms = "申报";
    private const string Cards = "健康通行卡";
    private const string Among = "申报中";

    public override string Code => "township";

    public override string Name => "乡镇汇总";

    public override string Purpose => "每个村居一行：申报、审核结果、发放、有效、停用、体温异常、老年人、未成年人，末行合计。";

    public override bool IsOfTownship => true;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("申报", "这段时间递交的申报表份数，等于符合、不予办理、退回补正、待审核四栏之和。"),
        new("符合、不予办理、退回补正、待审核", "这段时间递交的申报表，在填报时各处于哪一步。以后才作的决定，以后再填报时才计入。", pack.Sources.Decisions),
        new("发放", "这段时间交到本人或代领人手中的卡，补打的卡也计入。"),
        new("有效", "填报当天已发放、没有到期、没有停用或作废的卡。宣布疫情解除的村居为 0。"),
        new("停用", "这段时间因五条之一停用的卡；遗失、损毁、续办收回和持卡人去世收回的不算停用。", pack.Sources.Clauses),
        new("体温异常", "这段时间递交的申报表中，有一次或多次体温由经办人勾选“不正常”的份数。各通知没有规定温度数值，系统不判断。", pack.Sources.Temperature),
        new("老年人、未成年人、特殊情况", "按申报表旁登记的办卡缘由。没有登记缘由的不在其中。", pack.Sources.Reasons),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default) => ReportTable.Of(
        [
            Column.Text("村居", 34),
            Column.Count("合计", band: Forms), Column.Count("符合", band: Forms), Column.Count("不予办理", 10, Forms), Column.Count("退回补正", 10, Forms), Column.Count("待审核", band: Forms),
            Column.Count("发放", band: Cards), Column.Count("有效", band: Cards), Column.Count("停用", band: Cards),
            Column.Count("体温异常", 10, Among), Column.Count("老年人", band: Among), Column.Count("未成年人", 10, Among), Column.Count("特殊情况", 10, Among),
        ],
        (await TownshipStatistics.AllAsync(db, scope, cancellationToken)).Select(office => new object?[]
        {
            office.Office.OfficialName,
            new Formula("SUM(D{row}:G{row})", office.Submitted), office.Approved, office.Refused, office.Returned, office.AwaitingReview,
            office.HandedOver, office.Live, office.Revoked,
            office.Abnormal, office.Elderly, office.Minors, office.Special,
        }));
}
