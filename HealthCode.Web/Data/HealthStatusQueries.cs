using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>Queries of check-ins and observations that pages, imports and reports share.</summary>
public static class HealthStatusQueries
{
    /// <summary>The observation that goes on first, then the ended ones, newest first.</summary>
    public static IOrderedQueryable<Observation> CurrentFirst(this IQueryable<Observation> observations) =>
        observations.OrderBy(observation => observation.EndedOn != null).ThenByDescending(observation => observation.StartedOn);

    /// <summary>The one in whose institution the person was on a day, or else the newest: only an institution reports as one.</summary>
    /// <param name="observations">Of one person, in the order of <see cref="CurrentFirst"/>.</param>
    /// <param name="day">The day.</param>
    public static Observation? OfDay(this IReadOnlyList<Observation> observations, DateOnly day) =>
        observations.FirstOrDefault(each => each.IsInInstitution(day)) ?? (observations.Count > 0 ? observations[0] : null);

    /// <summary>The entries of whoever is still here: who has moved away or died since the list was made is not asked.</summary>
    public static IQueryable<DueEntry> StillHere(this IQueryable<DueEntry> entries, OfficeDb db) =>
        entries.Where(entry => !db.Residents.Any(resident => resident.Id == entry.ResidentId && (resident.State == ResidentState.Merged || (resident.LeftOn != null && resident.LeftOn <= entry.Day))));

    /// <summary>The entries of whoever is still here and has no check-in of the day.</summary>
    public static IQueryable<DueEntry> NotCheckedIn(this IQueryable<DueEntry> entries, OfficeDb db) =>
        entries.StillHere(db).Where(entry => !db.CheckIns.Any(checkIn => checkIn.ResidentId == entry.ResidentId && checkIn.Day == entry.Day));

    /// <summary>Why each of these residents is asked on a day, from what is recorded alone: for papers and reports, which hold no derived status.</summary>
    public static async Task<Func<long, string>> RecordedReasonsAsync(this OfficeDb db, IReadOnlyCollection<long> residents, Func<long, HealthCodeTerms> termsOf, DateOnly day, CancellationToken cancellationToken = default)
    {
        var statuses = await db.HealthStatuses.AsNoTracking().Where(status => residents.Contains(status.ResidentId)).ToDictionaryAsync(status => status.ResidentId, cancellationToken);
        var observations = (await db.Observations.AsNoTracking().Where(each => residents.Contains(each.ResidentId) && each.StartedOn <= day && (each.EndedOn == null || each.EndedOn >= day)).ToListAsync(cancellationToken))
            .ToLookup(observation => observation.ResidentId);
        var last = await db.CheckIns.Where(checkIn => residents.Contains(checkIn.ResidentId) && checkIn.Day < day).GroupBy(checkIn => checkIn.ResidentId)
            .Select(group => new { group.Key, Last = group.Max(checkIn => checkIn.Day) }).ToDictionaryAsync(each => each.Key, each => each.Last, cancellationToken);
        return id => DueCheckIn.RecordedReason(statuses.GetValueOrDefault(id), observations[id].FirstOrDefault(), last.TryGetValue(id, out var before) ? before : null, termsOf(id), day);
    }

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
