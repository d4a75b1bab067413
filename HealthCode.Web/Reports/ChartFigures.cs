using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>图表的数.</summary>
/// <param name="Issued">发放 per day.</param>
/// <param name="Waits">等待小时 per day: median and maximum; null for a day without decisions.</param>
/// <param name="Refusals">不予办理 by clause and condition; one refusal may count for several. Empty if the province issues no cards.</param>
/// <param name="RunningOut">Cards handed over by their last day, for each day of a card's validity from today on. Empty if the province issues no
/// cards.</param>
public sealed record ChartFigures(
    IReadOnlyList<(DateOnly Day, int Cards)> Issued,
    IReadOnlyList<(DateOnly Day, decimal? Median, decimal? Longest)> Waits,
    IReadOnlyList<(string Mark, string Topic, int Refusals)> Refusals,
    IReadOnlyList<(DateOnly Day, int Cards)> RunningOut)
{
    /// <summary>Queries the figures.</summary>
    public static async Task<ChartFigures> OfAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var (begin, end) = (scope.Begin, scope.End);
        var issued = (await scope.Of(db.Passes).Where(pass => pass.HandedOverAt >= begin && pass.HandedOverAt < end).Select(pass => pass.HandedOverAt!.Value).ToListAsync(cancellationToken)).CountBy(BeijingTime.DayOf).ToDictionary();
        var waits = (await Wait.EndedAsync(db, scope, cancellationToken)).ToLookup(wait => BeijingTime.DayOf(wait.Until), wait => wait.Hours);
        var pack = await scope.PackAsync(db, cancellationToken);
        var days = Enumerable.Range(0, scope.LastDay.DayNumber - scope.FirstDay.DayNumber + 1).Select(scope.FirstDay.AddDays).ToList();
        return new(
            [.. days.Select(day => (day, issued.GetValueOrDefault(day)))],
            [.. days.Select(day => (day, Median([.. waits[day].Order()]), waits[day].Select(hours => (decimal?)hours).Max()))],
            await RefusalsAsync(db, scope, pack, cancellationToken),
            await RunningOutAsync(db, scope, pack.IssuesPasses ? pack.Pass.ValidityDays : 0, cancellationToken));
    }

    private static async Task<IReadOnlyList<(string Mark, string Topic, int Refusals)>> RefusalsAsync(OfficeDb db, ReportScope scope, RulePack pack, CancellationToken cancellationToken)
    {
        var refusals = await scope.Of(db.Declarations).SelectMany(form => form.Decisions)
            .Where(decision => decision.Outcome == ReviewOutcome.Refuse && decision.DecidedOn >= scope.FirstDay && decision.DecidedOn <= scope.LastDay)
            .Select(decision => new { decision.Clauses, decision.FailedConditions }).ToListAsync(cancellationToken);
        return
        [
            .. pack.Clauses.Select(clause => ($"第{clause.Number}条", clause.Topic, refusals.Count(refusal => refusal.Clauses.Contains((RefusalClause)clause.Number)))),
            .. pack.Conditions.Select(condition => ($"条件{condition.Number}", condition.Topic, refusals.Count(refusal => refusal.FailedConditions.Contains((EligibilityCondition)condition.Number)))),
        ];
    }

    private static async Task<IReadOnlyList<(DateOnly Day, int Cards)>> RunningOutAsync(OfficeDb db, ReportScope scope, int daysAhead, CancellationToken cancellationToken)
    {
        var (today, last) = (scope.Today, scope.Today.AddDays(daysAhead - 1));
        var cards = await scope.Of(db.Passes).Where(pass => pass.State == PassState.HandedOver && pass.Validity.LastDay >= today && pass.Validity.LastDay <= last)
            .GroupBy(pass => pass.Validity.LastDay).Select(group => new { Day = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Day, row => row.Count, cancellationToken);
        return [.. Enumerable.Range(0, daysAhead).Select(today.AddDays).Select(day => (day, cards.GetValueOrDefault(day)))];
    }

    private static decimal? Median(decimal[] sorted) =>
        sorted.Length == 0 ? null : decimal.Round((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, 1, MidpointRounding.AwayFromZero);
}
