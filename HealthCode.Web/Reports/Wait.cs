using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>等待 — waiting time of a declaration, from its (re)submission to the decision.</summary>
/// <param name="OfficeCode">The office.</param>
/// <param name="Number">申报编号.</param>
/// <param name="Since">Time of submission.</param>
/// <param name="Until">Time of the decision, or now.</param>
/// <param name="Outcome">The decision, or null if still pending.</param>
public sealed record Wait(string OfficeCode, string Number, DateTimeOffset Since, DateTimeOffset Until, ReviewOutcome? Outcome)
{
    /// <summary>等待小时, with one decimal.</summary>
    public decimal Hours => decimal.Round((decimal)(Until - Since).TotalHours, 1, MidpointRounding.AwayFromZero);

    /// <summary>All waits ended by a decision in the period.</summary>
    public static Task<List<Wait>> EndedAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        return (from decided in scope.Of(db.DecidedOn(scope.FirstDay, scope.LastDay))
                let form = decided.Form
                let decision = decided.Decision
                // The first version after the previous decision: editing a declaration that is still waiting does not restart its wait.
                let since = form.Versions
                    .Where(version => version.Number > (form.Decisions.Where(earlier => earlier.Id < decision.Id).Max(earlier => (int?)earlier.ContentVersion) ?? 0))
                    .OrderBy(version => version.Number).Select(version => version.At).First()
                select new Wait(form.OfficeCode, form.Number, since, decision.At, decision.Outcome)).ToListAsync(cancellationToken);
    }

    /// <summary>All declarations waiting now.</summary>
    public static Task<List<Wait>> OpenAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var (now, end) = (scope.Now, scope.End);
        return scope.Of(db.Declarations).Where(form => form.State == DeclarationState.AwaitingReview && form.WaitingSince < end)
            .Select(form => new Wait(form.OfficeCode, form.Number, form.WaitingSince, now, null)).ToListAsync(cancellationToken);
    }
}
