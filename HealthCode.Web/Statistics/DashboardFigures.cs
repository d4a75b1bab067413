using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Statistics;

/// <summary>今日数字 — figures of the home page.</summary>
/// <param name="AwaitingReview">待审核.</param>
/// <param name="AwaitingPaper">待打印、盖章、发放.</param>
/// <param name="EndingSoon">3 天内到期.</param>
/// <param name="HandedOverToday">今日已发放.</param>
/// <param name="Week">The last seven days, oldest first.</param>
public sealed record DashboardFigures(int AwaitingReview, int AwaitingPaper, int EndingSoon, int HandedOverToday, IReadOnlyList<DashboardFigures.Day> Week)
{
    /// <summary>Counts within the current user's scope.</summary>
    public static async Task<DashboardFigures> OfAsync(OfficeDb db, OfficeClock clock)
    {
        var today = clock.Today;
        var soon = today.AddDays(PassDisplayState.EndingSoonDays);
        var first = today.AddDays(-6);
        var since = OfficeClock.StartOf(first);
        var submitted = await db.Declarations.Where(d => d.SubmittedOn >= first).GroupBy(d => d.SubmittedOn)
            .Select(group => new { Day = group.Key, Count = group.Count() }).ToDictionaryAsync(x => x.Day, x => x.Count);
        var handed = (await db.Passes.Where(p => p.HandedOverAt >= since).Select(p => p.HandedOverAt!.Value).ToListAsync())
            .GroupBy(at => BeijingTime.DayOf(at)).ToDictionary(group => group.Key, group => group.Count());
        var refused = await db.Declarations.SelectMany(d => d.Decisions).Where(d => d.Outcome == ReviewOutcome.Refuse && d.DecidedOn >= first)
            .GroupBy(d => d.DecidedOn).Select(group => new { Day = group.Key, Count = group.Count() }).ToDictionaryAsync(x => x.Day, x => x.Count);
        return new(
            await db.Declarations.CountAsync(d => d.State == DeclarationState.AwaitingReview),
            await db.Passes.NotHandedOver(today).CountAsync(),
            await db.Passes.CountAsync(p => p.State == PassState.HandedOver && p.Validity.LastDay >= today && p.Validity.LastDay <= soon),
            handed.GetValueOrDefault(today),
            [.. Enumerable.Range(0, 7).Select(first.AddDays).Select(day => new Day(day, submitted.GetValueOrDefault(day), handed.GetValueOrDefault(day), refused.GetValueOrDefault(day)))]);
    }

    /// <summary>One day's declarations received, cards handed over and refusals.</summary>
    public sealed record Day(DateOnly On, int Submitted, int HandedOver, int Refused);
}
