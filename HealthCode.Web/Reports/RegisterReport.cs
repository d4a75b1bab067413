using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>Base class of the reports of one register; offered only where the province keeps it.</summary>
public abstract class RegisterReport(RegisterKind kind) : ResidentReport
{
    /// <summary>The register.</summary>
    protected RegisterKind Kind => kind;

    public override bool IsKnown(RulePack pack) => pack.Register(kind) is not null;

    /// <summary>See <see cref="ContainsEntriesAsync"/>: who stands on a slip need not be in the roster.</summary>
    public override Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents) => Task.FromResult(AnyOf([]));

    /// <summary>Whether one of these entries is of the days of the report, or of a day before where it lists what is still to be done.</summary>
    public async Task<Func<DateOnly, DateOnly, bool>> ContainsEntriesAsync(OfficeDb db, IReadOnlyCollection<long> entries)
    {
        var days = await db.RegisterEntries.Where(entry => entry.Kind == kind && entries.Contains(entry.Id)).Select(entry => entry.On).ToListAsync();
        return (first, last) => days.Exists(day => day <= last && (Period != ReportPeriod.Days || day >= first));
    }

    /// <summary>The facilities of the scope, by id.</summary>
    protected Task<Dictionary<long, Facility>> FacilitiesAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken) =>
        scope.Of(db.Facilities).AsNoTracking().Where(facility => facility.Kind == kind).ToDictionaryAsync(facility => facility.Id, cancellationToken);

    /// <summary>A register that a province does not keep.</summary>
    protected static Definition NotKept { get; } = new("没有", RegisterRules.Kept.Sentence);
}
