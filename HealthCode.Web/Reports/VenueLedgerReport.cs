using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>场所登记簿 — every venue with its applicant, who approved it, the poster in use and the last look at its door.</summary>
public sealed class VenueLedgerReport : ResidentReport
{
    public override string Code => "venues";

    public override string Name => "场所登记簿";

    public override string Purpose => "每个场所一行：编号、名称、类别、申领人、谁核准的、在用的海报、上次张贴检查。";

    public override ReportPeriod Period => ReportPeriod.Today;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", "登记过的全部场所，待核、未核准和停用的也在内。"),
        new("类别", "照本省通知列的；没有列出的写最后一种。", pack.Venues.KindsCitation.Place),
        pack.Venues.Code is { } code
            ? new("申领人", "一人只能申领一个场所；停用和未核准的不算。", code.OneEach.Place)
            : new("申领人", "一人只能申领一个场所；停用和未核准的不算。"),
        new("核准人", "登记、修改的人不能自己核准。"),
        pack.Venues.Code is { } issued
            ? new("在用海报", $"印着“{issued.Platform}”发的图片；换了新的，旧的作废。", issued.Citation.Place)
            : new("在用海报", "本省的通知没有场所码，没有海报。"),
        new("上次检查", "最近一次张贴检查的日期；空着的是没有检查过。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var villages = await VillagesAsync(db, scope, cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("编号", 8), Column.Text("名称", 28), Column.Text("类别", 20), Column.Text("地址", 30), Column.Text("状态", 9), Column.Text("申领人", 12), Column.Text("证件", 28),
                Column.Day("申领日期"), Column.Text("核准人", 12), Column.Day("启用日期"), Column.Day("停用日期"), Column.Text("在用海报", 10), Column.Day("海报印制"), Column.Day("上次检查"),
            ],
            (await db.OverviewAsync(scope.Of(db.Venues), cancellationToken)).Select(each => (object?[])
            [
                villages[each.Venue.OfficeCode], each.Venue.NumberText, each.Venue.Name, each.Venue.Kind, each.Venue.Address, each.Venue.State.ChineseName(),
                scope.Masking.Name(each.Venue.Applicant.Name), $"{each.Venue.Applicant.Document.Kind.ChineseName()} {scope.Masking.Number(each.Venue.Applicant.Document)}",
                each.Venue.AppliedOn, each.Venue.DecidedBy?.Name ?? "", each.Venue.OpenedOn, each.Venue.ClosedOn,
                each.Poster is { } poster ? $"第 {poster.Version} 版" : "", each.Poster?.PrintedOn, each.LastCheck?.On,
            ]));
    }

    /// <summary>Whether one of these residents applied for a venue by the day of the report.</summary>
    public override async Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents)
    {
        var applied = await db.Venues.Where(venue => db.Residents.Any(resident => residents.Contains(resident.Id) && resident.PersonKey == venue.ApplicantKey)).Select(venue => venue.AppliedOn).ToListAsync();
        return (_, last) => applied.Exists(day => day <= last);
    }
}
