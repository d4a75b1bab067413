using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>等待 — one form from the moment it was handed in, or handed in again after a return, to its decision.</summary>
/// <param name="OfficeCode">Where.</param>
/// <param name="Number">申报编号.</param>
/// <param name="Since">Handed in.</param>
/// <param name="Until">Decided, or now.</param>
/// <param name="Outcome">How, null while it waits.</param>
public sealed record Wait(string OfficeCode, string Number, DateTimeOffset Since, DateTimeOffset Until, ReviewOutcome? Outcome)
{
    /// <summary>等待小时, one decimal.</summary>
    public decimal Hours => decimal.Round((decimal)(Until - Since).TotalHours, 1, MidpointRounding.AwayFromZero);

    /// <summary>Every wait that a decision of these days ended.</summary>
    public static Task<List<Wait>> EndedAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        return (from decided in scope.Of(db.DecidedOn(scope.FirstDay, scope.LastDay))
                let form = decided.Form
                let decision = decided.Decision
                // The first version after the decision before this one: a correction of a form that waits anyway changes nothing.
                let since = form.Versions
                    .Where(version => version.Number > (form.Decisions.Where(earlier => earlier.Id < decision.Id).Max(earlier => (int?)earlier.ContentVersion) ?? 0))
                    .OrderBy(version => version.Number).Select(version => version.At).First()
                select new Wait(form.OfficeCode, form.Number, since, decision.At, decision.Outcome)).ToListAsync(cancellationToken);
    }

    /// <summary>Every form that waits now.</summary>
    public static Task<List<Wait>> OpenAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var (now, end) = (scope.Now, scope.End);
        return scope.Of(db.Declarations).Where(form => form.State == DeclarationState.AwaitingReview && form.WaitingSince < end)
            .Select(form => new Wait(form.OfficeCode, form.Number, form.WaitingSince, now, null)).ToListAsync(cancellationToken);
    }
}
