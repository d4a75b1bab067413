using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>Queries of check-ins and observations that pages, imports and reports share.</summary>
public static class HealthStatusQueries
{
    /// <summary>The observation that goes on first, then the ended ones, newest first.</summary>
    public static IOrderedQueryable<Observation> CurrentFirst(this IQueryable<Observation> observations) =>
        observations.OrderBy(observation => observation.EndedOn != null).ThenByDescending(observation => observation.StartedOn);

    /// <summary>The days of these check-ins by resident, read from columns in plain text, so that none is decrypted.</summary>
    public static async Task<ILookup<long, ReportedDay>> ReportedDaysAsync(this IQueryable<DailyCheckIn> checkIns, CancellationToken cancellationToken = default) =>
        (await checkIns.Select(checkIn => new { checkIn.ResidentId, checkIn.Day, checkIn.Channel, checkIn.FoundAbnormal }).ToListAsync(cancellationToken))
        .ToLookup(each => each.ResidentId, each => ReportedDay.Of(each.Day, each.Channel, each.FoundAbnormal));
}
