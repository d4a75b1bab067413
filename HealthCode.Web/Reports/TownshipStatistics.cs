using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>各村居的数 — figures of one office in a period. Counted by the database, without decrypting declarations.</summary>
/// <param name="Office">The office.</param>
public sealed record TownshipStatistics(Office Office)
{
    /// <summary>Declarations of the period that now await review.</summary>
    public int AwaitingReview { get; private init; }

    /// <summary>Declarations of the period that are now returned for correction.</summary>
    public int Returned { get; private init; }

    /// <summary>Declarations of the period that were approved.</summary>
    public int Approved { get; private init; }

    /// <summary>Declarations of the period that were refused.</summary>
    public int Refused { get; private init; }

    /// <summary>Declarations of the period for the elderly.</summary>
    public int Elderly { get; private init; }

    /// <summary>Declarations of the period for children.</summary>
    public int Minors { get; private init; }

    /// <summary>Declarations of the period for other special reasons.</summary>
    public int Special { get; private init; }

    /// <summary>Declarations of the period with a temperature marked as 不正常 by staff.</summary>
    public int Abnormal { get; private init; }

    /// <summary>Cards handed over in the period.</summary>
    public int HandedOver { get; private init; }

    /// <summary>Cards valid today.</summary>
    public int Live { get; private init; }

    /// <summary>Cards revoked in the period.</summary>
    public int Revoked { get; private init; }

    /// <summary>People let through at the office's checkpoints in the period.</summary>
    public int Checked { get; private init; }

    /// <summary>All declarations of the period.</summary>
    public int Submitted => AwaitingReview + Returned + Approved + Refused;

    /// <summary>All accessible offices by code, including those without activity.</summary>
    public static async Task<IReadOnlyList<TownshipStatistics>> AllAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var (first, last, begin, end, today) = (scope.FirstDay, scope.LastDay, scope.Begin, scope.End, scope.Today);
        var offices = await scope.Offices(db).OrderBy(office => office.Code).ToListAsync(cancellationToken);
        var forms = await scope.Of(db.Declarations).Where(form => form.SubmittedOn >= first && form.SubmittedOn <= last)
            .GroupBy(form => form.OfficeCode).Select(forms => new
            {
                Office = forms.Key,
                AwaitingReview = forms.Sum(form => form.State == DeclarationState.AwaitingReview ? 1 : 0),
                Returned = forms.Sum(form => form.State == DeclarationState.Returned ? 1 : 0),
                Approved = forms.Sum(form => form.State == DeclarationState.Approved ? 1 : 0),
                Refused = forms.Sum(form => form.State == DeclarationState.Refused ? 1 : 0),
                Elderly = forms.Sum(form => form.Reason == CardReason.Elderly ? 1 : 0),
                Minors = forms.Sum(form => form.Reason == CardReason.Minor ? 1 : 0),
                Special = forms.Sum(form => form.Reason == CardReason.Special ? 1 : 0),
                Abnormal = forms.Sum(form => form.FoundAbnormal ? 1 : 0),
            }).ToDictionaryAsync(row => row.Office, cancellationToken);
        var passes = scope.Of(db.Passes);
        var handedOver = await CountAsync(passes.Where(pass => pass.HandedOverAt >= begin && pass.HandedOverAt < end), cancellationToken);
        var live = await CountAsync(passes.Where(pass => pass.State == PassState.HandedOver && pass.Validity.LastDay >= today), cancellationToken);
        var revoked = await CountAsync(passes.Where(pass => pass.State == PassState.Revoked && pass.EndedAt >= begin && pass.EndedAt < end), cancellationToken);
        var people = await scope.Of(db.GateTallies).Where(tally => tally.On >= first && tally.On <= last)
            .GroupBy(tally => tally.OfficeCode).Select(tallies => new { Office = tallies.Key, People = tallies.Sum(tally => tally.People) }).ToDictionaryAsync(row => row.Office, row => row.People, cancellationToken);
        return
        [
            .. offices.Select(office => (office, form: forms.GetValueOrDefault(office.Code))).Select(each => new TownshipStatistics(each.office)
            {
                AwaitingReview = each.form?.AwaitingReview ?? 0,
                Returned = each.form?.Returned ?? 0,
                Approved = each.form?.Approved ?? 0,
                Refused = each.form?.Refused ?? 0,
                Elderly = each.form?.Elderly ?? 0,
                Minors = each.form?.Minors ?? 0,
                Special = each.form?.Special ?? 0,
                Abnormal = each.form?.Abnormal ?? 0,
                HandedOver = handedOver.GetValueOrDefault(each.office.Code),
                // After 疫情解除 no card is valid, whatever its last day.
                Live = each.office.EpidemicEndedOn <= today ? 0 : live.GetValueOrDefault(each.office.Code),
                Revoked = revoked.GetValueOrDefault(each.office.Code),
                Checked = people.GetValueOrDefault(each.office.Code),
            }),
        ];
    }

    private static Task<Dictionary<string, int>> CountAsync(IQueryable<HealthPass> passes, CancellationToken cancellationToken) =>
        passes.GroupBy(pass => pass.OfficeCode).Select(group => new { Office = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Office, row => row.Count, cancellationToken);
}
