using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.HealthStatuses;

/// <summary>一个人的健康记录 — what the office keeps of one resident, the newest first.</summary>
/// <param name="Resident">As the roster has it.</param>
/// <param name="Status">Official results and grounds; a new one, not yet stored, where nothing is kept.</param>
/// <param name="CheckIns">Of the last <see cref="ShownDays"/> days.</param>
/// <param name="Days">All days with a check-in.</param>
/// <param name="Observations">The one that goes on first.</param>
/// <param name="Visits">The last <see cref="ShownVisits"/>.</param>
public sealed record HealthRecord(
    Resident Resident, HealthStatus Status, IReadOnlyList<DailyCheckIn> CheckIns, IReadOnlyList<ReportedDay> Days, IReadOnlyList<Observation> Observations, IReadOnlyList<FollowUpVisit> Visits)
{
    /// <summary>Days of check-ins that a page shows.</summary>
    public const int ShownDays = 28;

    /// <summary>Visits that a page shows.</summary>
    public const int ShownVisits = 20;

    /// <summary>The newest observation; null when there is none.</summary>
    public Observation? Observation => Observations.Count > 0 ? Observations[0] : null;

    /// <summary>What the rules give today.</summary>
    public DerivedStatus? Derived(HealthCodeTerms terms, DateOnly today) => DerivedStatus.Of(terms, Status.Facts(Days), today);

    /// <summary>Loads the record of a resident; null when the user's scope has no such resident.</summary>
    public static async Task<HealthRecord?> FindAsync(OfficeDb db, long residentId, DateOnly today)
    {
        if (await db.Residents.AsNoTracking().SingleOrDefaultAsync(resident => resident.Id == residentId) is not { } resident)
        {
            return null;
        }

        var first = today.AddDays(1 - ShownDays);
        return new(
            resident,
            await db.HealthStatuses.SingleOrDefaultAsync(status => status.ResidentId == residentId) ?? HealthStatus.Of(resident),
            await db.CheckIns.AsNoTracking().Where(checkIn => checkIn.ResidentId == residentId && checkIn.Day >= first).OrderByDescending(checkIn => checkIn.Day).ThenByDescending(checkIn => checkIn.Id).ToListAsync(),
            [.. (await db.ReportedDaysAsync([residentId]))[residentId]],
            await db.Observations.Where(observation => observation.ResidentId == residentId).OrderBy(observation => observation.EndedOn != null).ThenByDescending(observation => observation.StartedOn).ToListAsync(),
            await db.Visits.AsNoTracking().Where(visit => visit.ResidentId == residentId).OrderByDescending(visit => visit.At).Take(ShownVisits).ToListAsync());
    }

    /// <summary>The stored status to change; added to the database when nothing was kept so far.</summary>
    public HealthStatus ToChange(OfficeDb db)
    {
        if (Status.Id == 0 && db.Entry(Status).State == EntityState.Detached)
        {
            db.HealthStatuses.Add(Status);
        }

        return Status;
    }
}
