using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>督查表 — refusals, returns and waiting times, as required by inspections: 拒绝办理、无故推托的，一律及时纠正 (宁疫指办发〔2020〕73号 四(四)).</summary>
public sealed class SupervisionReport : Report
{
    private const int Longest = 10;
    private const int HoursADay = 24;
    private const string OnlyWords = "（没有勾选事项，只写了理由）";

    public override string Code => "supervision";

    public override string Name => "督查表";

    public override string Purpose => "没有依据的不予办理（应为 0）、各经办人的不予办理、等候最久的、退回补正的事项和多次退回的；等人上门等了多久。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("无依据的不予办理", "这段时间的不予办理中，既没有认定五条之一、也没有认定申办条件不具备的。应为 0；不为 0 的要当天纠正。", pack.Sources.Decisions),
        new("不予办理（经办人）", "这段时间作出的不予办理，按经办人。", pack.Sources.Inspection),
        new("等候最久", "这段时间作出决定的，和现在还在等的，取最久的十份。从递交到决定；退回补正的，从补正后再递交算起；还在等的，算到填报时间。", pack.Sources.Promptness),
        new("退回补正（事项）", "这段时间的退回补正，按要补正的事项。一次可以有几项，所以各项之和可以大于退回次数。", pack.Sources.Corrections),
        new("等人上门", "码和卡都没有的居民，从登记到名册那天起，等了多少天才第一次有人上门；按村民小组，写最久的（折成小时）。还没有人去的，算到今天。", pack.Sources.Promptness),
        new("多次退回", "这段时间又被退回、到填报时间一共退回两次以上的申报表。应当一次告知要补的全部内容。", pack.Sources.Inspection),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var offices = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var decisions = scope.Of(db.Declarations).SelectMany(form => form.Decisions, (form, decision) => new { Form = form, Decision = decision })
            .Where(each => each.Decision.DecidedOn >= scope.FirstDay && each.Decision.DecidedOn <= scope.LastDay);
        var refusals = await decisions.Where(each => each.Decision.Outcome == ReviewOutcome.Refuse)
            .Select(each => new { each.Form.OfficeCode, each.Decision.By, each.Decision.Clauses, each.Decision.FailedConditions }).ToListAsync(cancellationToken);
        var returns = await decisions.Where(each => each.Decision.Outcome == ReviewOutcome.ReturnForCorrection).Select(each => new
        {
            each.Form.OfficeCode, each.Form.Number, each.Decision.MissingItems,
            Times = each.Form.Decisions.Count(other => other.Outcome == ReviewOutcome.ReturnForCorrection && other.DecidedOn <= scope.LastDay),
        }).ToListAsync(cancellationToken);
        var waits = (await Wait.EndedAsync(db, scope, cancellationToken)).Concat(await Wait.OpenAsync(db, scope, cancellationToken));
        var unvisited = (await db.CoverageAsync(scope.OfficeCode ?? "", scope.Today, cancellationToken)).Where(row => row.EnteredOn is not null && offices.ContainsKey(row.OfficeCode) && (row.NeedsVisit || row.FirstVisitOn is not null));
        return ReportTable.Of(
            [Column.Text("类别", 22), Column.Text("村居", 16), Column.Text("项目", 34), Column.Whole("件次"), Column.Tenths("小时"), Column.Text("说明", 44)],
            [
                ["无依据的不予办理", "", "没有认定五条之一，也没有认定条件不具备", refusals.Count(refusal => refusal.Clauses.Count + refusal.FailedConditions.Count == 0), null, "应为 0"],
                .. refusals.GroupBy(refusal => (refusal.OfficeCode, refusal.By)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.OfficeCode, StringComparer.Ordinal).ThenBy(group => group.Key.By.UserName, StringComparer.Ordinal)
                    .Select(group => new object?[] { "不予办理（经办人）", offices[group.Key.OfficeCode], group.Key.By.Name, group.Count(), null, "" }),
                .. waits.OrderByDescending(wait => wait.Until - wait.Since).ThenBy(wait => wait.OfficeCode, StringComparer.Ordinal).ThenBy(wait => wait.Number, StringComparer.Ordinal).Take(Longest)
                    .Select(wait => new object?[] { "等候最久", offices[wait.OfficeCode], wait.Number, null, wait.Hours, Said(wait) }),
                .. unvisited.GroupBy(row => (row.OfficeCode, row.VillageGroup)).Select(group => new object?[]
                {
                    "等人上门", offices[group.Key.OfficeCode], group.Key.VillageGroup.Length > 0 ? group.Key.VillageGroup : "没有写小组", group.Count(), HoursADay * group.Max(row => DaysWaited(row, scope.Today)),
                    $"平均 {group.Average(row => DaysWaited(row, scope.Today)):0.#} 天；还没有人去的 {group.Count(row => row.FirstVisitOn is null)} 人",
                }),
                .. returns.SelectMany(each => each.MissingItems.DefaultIfEmpty(OnlyWords), (each, item) => (each.OfficeCode, item)).GroupBy(each => each)
                    .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.OfficeCode, StringComparer.Ordinal).ThenBy(group => group.Key.item, StringComparer.Ordinal)
                    .Select(group => new object?[] { "退回补正（事项）", offices[group.Key.OfficeCode], group.Key.item, group.Count(), null, "" }),
                .. returns.Where(each => each.Times > 1).DistinctBy(each => (each.OfficeCode, each.Number)).OrderByDescending(each => each.Times).ThenBy(each => each.OfficeCode, StringComparer.Ordinal).ThenBy(each => each.Number, StringComparer.Ordinal)
                    .Select(each => new object?[] { "多次退回", offices[each.OfficeCode], each.Number, each.Times, null, "" }),
            ]);
    }

    private static double DaysWaited(CoverageRow row, DateOnly today) => Math.Max(0, (row.FirstVisitOn ?? today).DayNumber - row.EnteredOn!.Value.DayNumber);

    private static string Said(Wait wait) =>
        $"{Moment(wait.Since)} 递交，{(wait.Outcome is { } outcome ? $"{Moment(wait.Until)} {outcome.ChineseName()}" : "还在等")}";

    private static string Moment(DateTimeOffset at)
    {
        var here = OfficeClock.AtOffice(at);
        return $"{DateOnly.FromDateTime(here.DateTime).ChineseShort()} {here:HH:mm}";
    }
}
