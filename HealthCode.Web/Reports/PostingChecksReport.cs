using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>张贴检查情况 — what hangs at the door of every venue in use, what is missing, and what was put right. It names nobody.</summary>
public sealed class PostingChecksReport : Report
{
    private const string Hangs = "贴着";
    private const string Missing = "缺";

    public override string Code => "posting-checks";

    public override string Name => "张贴检查情况";

    public override string Purpose => "每个在用的场所一行：门口贴着什么、缺什么、哪天检查的、哪天补齐的。";

    public override ReportPeriod Period => ReportPeriod.Today;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入", "待核和已核准的场所；停用和未核准的不列。"),
        new("上次检查", "最近一次；空着的是没有检查过，后面几栏也空着。"),
        new("申领流程、使用说明、监督电话、不得另设门槛", "上次检查时贴着没有；补齐了的写“贴着”。", pack.Venues.NoticeOf(NoticeKind.HowToUse).Citation.Place),
        pack.Venues.Code is { } code ? new("场所码海报", "上次检查时贴着没有。", code.Citation.Place) : new("场所码海报", "本省的通知没有场所码，空着。"),
        new("还缺几张", "上次检查缺的张数；补齐了的为 0。"),
        new("补齐日期", "上次检查缺的，哪天补齐。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var kinds = Enum.GetValues<NoticeKind>();
        return ReportTable.Of(
            [
                Column.Text("村居", 16), Column.Text("编号", 8), Column.Text("名称", 28), Column.Text("类别", 20), Column.Day("上次检查"),
                .. kinds.Select(kind => Column.Text(kind.ChineseName(), 2 + (kind.ChineseName().Length * 2))),
                Column.Count("还缺几张", 10), Column.Day("补齐日期"),
            ],
            (await db.OverviewAsync(scope.Of(db.Venues).Where(venue => venue.State == VenueState.Approved || venue.State == VenueState.AwaitingApproval), cancellationToken)).Select(each => (object?[])
            [
                villages[each.Venue.OfficeCode], each.Venue.NumberText, each.Venue.Name, each.Venue.Kind, each.LastCheck?.On,
                .. kinds.Select(kind => (object)StateOf(each.LastCheck, kind)),
                each.LastCheck is { IsOpen: true } open ? open.Missing.Count() : 0, each.LastCheck?.MendedOn,
            ]));
    }

    private static string StateOf(PostingCheck? check, NoticeKind kind) => check?.Sheets.FirstOrDefault(sheet => sheet.Kind == kind) is not { } sheet ? ""
        : sheet.Hangs || check.MendedOn is not null ? Hangs : Missing;
}
