using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>不予办理清单 — all refusals with their grounds and the earliest day to apply again.</summary>
public sealed class RefusalListReport : Report
{
    public override string Code => "refusals";

    public override string Name => "不予办理清单";

    public override string Purpose => "每一份不予办理：依据哪一条、怎么写的、最早哪天再来、谁决定的。";

    public override bool NamesPeople => true;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("依据", "通知列出的条款或条件；没有列出的不能作为依据。", pack.Sources.Grounds),
        new("最早再来", "几条依据里算得出日子的，取最晚的一天，和告知单上的一样；都算不出日子的，空着。"),
        new("还要等", "没有日子可算的，和告知单上的一样，例如症状消失；空着的，到了日子就可以来。"),
        new("说明", "审核员写的话；脱敏的清单不写。"),
        new("后来", "同一人以后有没有发卡。"),
    ];

    /// <summary>Whether the list of a period contains one of these declarations.</summary>
    public static bool Contains(IEnumerable<Declaration> forms, DateOnly first, DateOnly last) =>
        forms.SelectMany(form => form.Decisions).Any(decision => decision.Outcome == ReviewOutcome.Refuse && decision.DecidedOn >= first && decision.DecidedOn <= last);

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var packs = await db.OfficesWithinReach.AsNoTracking().ToDictionaryAsync(office => office.Code, cancellationToken);
        var refused = await scope.Of(db.Declarations).AsNoTracking()
            .SelectMany(each => each.Decisions.Where(decision => decision.Outcome == ReviewOutcome.Refuse && decision.DecidedOn >= scope.FirstDay && decision.DecidedOn <= scope.LastDay), (each, Decision) => new
            {
                each.OfficeCode, each.Number, each.PersonKey, each.Content, Decision,
            }).ToListAsync(cancellationToken);
        var issued = (await scope.Of(db.Passes).Where(pass => pass.Validity.FirstDay >= scope.FirstDay).Select(pass => new { pass.PersonKey, pass.Validity.FirstDay }).ToListAsync(cancellationToken)).ToLookup(pass => pass.PersonKey, pass => pass.FirstDay);
        return ReportTable.Of(
            [
                Column.Day("决定日期"), Column.Text("申报编号", 17), Column.Text("姓名", 12), Column.Text("证件号码", 21), Column.Text("电话", 14), Column.Text("依据", 46),
                Column.Text("说明", 30), Column.Day("最早再来"), Column.Text("还要等", 24), Column.Text("决定人", 10), Column.Text("后来", 10),
            ],
            refused.OrderBy(each => each.Decision.At).ThenBy(each => each.Number, StringComparer.Ordinal).Select(each =>
            {
                var (decision, person, pack) = (each.Decision, each.Content.Person, packs[each.OfficeCode].RulesOn(each.Decision.DecidedOn));
                var comeBack = decision.EarliestReapplication(pack);
                var grounds = decision.Clauses.Select(clause => pack.Clause((int)clause)).Select(clause => $"第({clause.Number})条 {clause.Topic}")
                    .Concat(decision.FailedConditions.Select(condition => "不符合条件 " + pack.Condition((int)condition).Topic));
                return (object?[])
                [
                    decision.DecidedOn, each.Number, scope.Masking.Name(person.Name), scope.Masking.Number(person.Document), scope.Masking.Phone(each.Content.Phone), string.Join("；", grounds),
                    scope.Masking.Words(decision.Reason, ""), comeBack.EarliestOn, string.Join('、', comeBack.Awaited.Append(comeBack.Elsewhere).Where(words => words.Length > 0)), decision.By.Name, issued[each.PersonKey].Any(day => day >= decision.DecidedOn) ? "已发卡" : "",
                ];
            }));
    }
}
