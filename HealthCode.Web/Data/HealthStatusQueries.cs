using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>Queries of check-ins and observations that pages, imports and reports share.</summary>
public static class HealthStatusQueries
{
    /// <summary>The observation that goes on first, then the ended ones, newest first.</summary>
    public static IOrderedQueryable<Observation> CurrentFirst(this IQueryable<Observation> observations) =>
        observations.OrderBy(observation => observation.EndedOn != null).ThenByDescending(observation => observation.StartedOn);

    /// <summary>An office's cases about official results that are still open, the oldest first, each with its resident.</summary>
    public static async Task<IReadOnlyList<(ResultCase Case, Resident Resident)>> OpenCasesAsync(this OfficeDb db, string officeCode)
    {
        var cases = await db.ResultCases.AsNoTracking().Where(each => each.OfficeCode == officeCode && each.ClosedAt == null).OrderBy(each => each.Id).ToListAsync();
        var ids = cases.ConvertAll(each => each.ResidentId);
        var residents = await db.Residents.AsNoTracking().Where(resident => ids.Contains(resident.Id)).ToDictionaryAsync(resident => resident.Id);
        return [.. cases.Where(each => residents.ContainsKey(each.ResidentId)).Select(each => (each, residents[each.ResidentId]))];
    }

    /// <summary>The days of these check-ins by resident, read from columns in plain text, so that none is decrypted.</summary>
    public static async Task<ILookup<long, ReportedDay>> ReportedDaysAsync(this IQueryable<DailyCheckIn> checkIns, CancellationToken cancellationToken = default) =>
        (await checkIns.Select(checkIn => new { checkIn.ResidentId, checkIn.Day, checkIn.Channel, checkIn.FoundAbnormal }).ToListAsync(cancellationToken))
        .ToLookup(each => each.ResidentId, each => ReportedDay.Of(each.Day, each.Channel, each.FoundAbnormal));
}
