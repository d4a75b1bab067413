using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>排序表 — ranks the offices of a township by cards handed over per hundred residents, or the 村民小组 of one office by cards handed over
/// (冀防领办〔2020〕169号 三(三); DECISIONS.md D23).</summary>
public sealed class RankingReport : Report
{
    private const string NoGroup = "未注明小组";

    public override string Code => "ranking";

    public override string Name => "排序表";

    public override string Purpose => "乡镇看各村居：每百人申报、发放和名次；一个村居看各村民小组。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("居民数", "由各村居自己填在“管理—村居”里，系统不推算，各通知也没有规定怎样算。没有填的，每百人两栏空着，排在最后；合计只加填了的。", pack.Sources.Inspection),
        new("申报", "这段时间递交的申报表份数。"),
        new("发放", "这段时间交到本人或代领人手中的卡，补打的卡也计入。"),
        new("有效卡", "填报当天已发放、没有到期、没有停用或作废的卡。"),
        new("查验人次", "这段时间在本村居的关口放行的人次。一个人过几次算几次，不记是谁。", pack.PassagesCitation.Place),
        new("每百人申报、每百人发放", "申报、发放除以居民数再乘 100，保留一位小数。"),
        new("名次", "乡镇按每百人发放从多到少；一样多的名次并列。村民小组没有居民数，按发放张数排，小组人数多的自然靠前，不宜用来评比。", pack.Sources.Inspection),
        new("村民小组", "按申报表旁登记的小组，没有登记的看现住址；都看不出的归入“未注明小组”。关口不记是谁，所以没有查验人次。"),
    ];

    public override Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default) =>
        scope.OfficeCode is null ? OfficesAsync(db, scope, cancellationToken) : GroupsAsync(db, scope, cancellationToken);

    private static async Task<ReportTable> OfficesAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var ranked = Ranked(await TownshipStatistics.AllAsync(db, scope, cancellationToken), office => PerHundred(office.HandedOver, office.Office.Residents) ?? -1, office => office.Office.Code);
        return ReportTable.Of(
            [
                Column.Text("村居", 34), Column.Count("居民数", 10), Column.Count("申报"), Column.Count("发放"), Column.Count("有效卡"), Column.Count("查验人次", 10),
                Column.Tenths("每百人申报", 12), Column.Tenths("每百人发放", 12), Column.Whole("名次"),
            ],
            ranked.Select(each => new object?[]
            {
                each.Unit.Office.OfficialName, each.Unit.Office.Residents, each.Unit.Submitted, each.Unit.HandedOver, each.Unit.Live, each.Unit.Checked,
                Rate("D", each.Unit.Submitted, each.Unit.Office.Residents), Rate("E", each.Unit.HandedOver, each.Unit.Office.Residents), each.Rank,
            }));
    }

    private static async Task<ReportTable> GroupsAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var (first, last, begin, end, today) = (scope.FirstDay, scope.LastDay, scope.Begin, scope.End, scope.Today);
        var ended = await scope.Offices(db).AnyAsync(office => office.EpidemicEndedOn <= today, cancellationToken);
        var forms = await scope.Of(db.Declarations).Where(form => form.SubmittedOn >= first && form.SubmittedOn <= last).Select(form => form.Content).ToListAsync(cancellationToken);
        var cards = await scope.Of(db.Passes)
            .Where(pass => (pass.HandedOverAt >= begin && pass.HandedOverAt < end) || (pass.State == PassState.HandedOver && pass.Validity.LastDay >= today))
            .Join(db.Declarations, pass => pass.DeclarationId, form => form.Id, (pass, form) => new { form.Content, pass.HandedOverAt, pass.State, pass.Validity.LastDay }).ToListAsync(cancellationToken);
        var units = forms.Select(form => new Unit(form.Group, 1, 0, 0))
            .Concat(cards.Select(card => new Unit(
                card.Content.Group,
                0,
                card.HandedOverAt >= begin && card.HandedOverAt < end ? 1 : 0,
                !ended && card.State == PassState.HandedOver && card.LastDay >= today ? 1 : 0)))
            .GroupBy(each => each.Group)
            .Select(group => new Unit(group.Key, group.Sum(each => each.Forms), group.Sum(each => each.HandedOver), group.Sum(each => each.Live)));
        return ReportTable.Of(
            [Column.Text("村民小组", 24), Column.Count("申报"), Column.Count("发放"), Column.Count("有效卡"), Column.Whole("名次")],
            Ranked([.. units], unit => unit.HandedOver, unit => unit.Group.Length == 0 ? "~" : unit.Group.PadLeft(8))
                .Select(each => new object?[] { each.Unit.Group.Length == 0 ? NoGroup : each.Unit.Group, each.Unit.Forms, each.Unit.HandedOver, each.Unit.Live, each.Rank }));
    }

    /// <summary>Orders by value, descending; equal values share a rank.</summary>
    private static IEnumerable<(T Unit, int Rank)> Ranked<T>(IReadOnlyList<T> units, Func<T, decimal> by, Func<T, string> then) =>
        units.OrderByDescending(by).ThenBy(then, StringComparer.Ordinal).Select(unit => (unit, 1 + units.Count(other => by(other) > by(unit))));

    private static decimal? PerHundred(int count, int? residents) => residents is { } people ? decimal.Round(100m * count / people, 1, MidpointRounding.AwayFromZero) : null;

    private static Formula? Rate(string column, int count, int? residents) =>
        PerHundred(count, residents) is { } rate ? new($"ROUND(100*{column}{{row}}/C{{row}},1)", rate) : null;

    private sealed record Unit(string Group, int Forms, int HandedOver, int Live);
}
