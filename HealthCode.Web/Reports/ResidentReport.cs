using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>Base class of reports that name residents of the roster: check-ins, observations, official results. None of them holds a derived status.</summary>
public abstract class ResidentReport : Report
{
    public override bool NamesPeople => true;

    /// <summary>For 谁看过我的信息: whether a report from a first to a last day can contain one of these residents.</summary>
    /// <param name="db">Filtered to the current user's scope.</param>
    /// <param name="residents">Keys of one person in the rosters.</param>
    public abstract Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents);

    /// <summary>Whether one of these days lies within the period.</summary>
    protected static Func<DateOnly, DateOnly, bool> AnyOf(IReadOnlyCollection<DateOnly> days) => (first, last) => days.Any(day => first <= day && day <= last);

    /// <summary>The residents of these keys, by key.</summary>
    protected static Task<Dictionary<long, Resident>> ResidentsAsync(OfficeDb db, ReportScope scope, IEnumerable<long> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Distinct().ToList();
        return scope.Of(db.Residents).AsNoTracking().Where(resident => wanted.Contains(resident.Id)).ToDictionaryAsync(resident => resident.Id, cancellationToken);
    }

    /// <summary>The villages of the scope, by office code.</summary>
    protected static Task<Dictionary<string, string>> VillagesAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken) =>
        scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
}
