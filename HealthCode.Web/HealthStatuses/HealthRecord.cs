using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.HealthStatuses;

/// <summary>一个人的健康记录 — what every page about one resident starts from.</summary>
/// <param name="Resident">As the roster has it.</param>
/// <param name="Status">Official results and grounds; a new one, not yet stored, where nothing is kept.</param>
/// <param name="Observations">The one that goes on first.</param>
/// <param name="Cases">纠错 and 核验, the newest first.</param>
public sealed record HealthRecord(Resident Resident, HealthStatus Status, IReadOnlyList<Observation> Observations, IReadOnlyList<ResultCase> Cases)
{
    /// <summary>The newest observation; null when there is none.</summary>
    public Observation? Observation => Observations.Count > 0 ? Observations[0] : null;

    /// <summary>Loads the record of a resident; null when the user's scope has no such resident.</summary>
    public static async Task<HealthRecord?> FindAsync(OfficeDb db, long residentId) =>
        await db.Residents.AsNoTracking().SingleOrDefaultAsync(resident => resident.Id == residentId) is not { } resident ? null
        : new(
            resident,
            await db.HealthStatuses.SingleOrDefaultAsync(status => status.ResidentId == residentId) ?? HealthStatus.Of(resident),
            await db.Observations.Where(observation => observation.ResidentId == residentId).CurrentFirst().ToListAsync(),
            await db.ResultCases.Where(each => each.ResidentId == residentId).OrderByDescending(each => each.Id).ToListAsync());

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
