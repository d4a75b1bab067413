using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.HealthStatuses;

/// <summary>关口监督申报 — the check-in of somebody who asks at a gate to declare for the official code. It keeps no gate and no passage; the guard is told nothing
/// that the roster knows.</summary>
public sealed class GateDeclaration(OfficeDb db, CurrentUser currentUser, OfficeClock clock, CheckInEntry entry)
{
    /// <summary>Audit action for a name and number that are not of one resident.</summary>
    public const string Unknown = "关口申报对不上";

    /// <summary>Writes the check-in down, and an incident if the guard found the temperature not normal.</summary>
    /// <param name="office">The office of the gate.</param>
    /// <param name="checkpoint">The gate.</param>
    /// <param name="resident">Who declares.</param>
    /// <param name="content">The answers.</param>
    /// <param name="handling">当场怎样处理; may be empty if nothing was found.</param>
    /// <returns>The incident; null if there is none.</returns>
    /// <exception cref="RuleBrokenException">See <see cref="DailyCheckIn.Enter"/> and <see cref="GateIncident.Note"/>; then nothing is written down.</exception>
    public Task<GateIncident?> TakeAsync(Office office, Checkpoint checkpoint, Resident resident, CheckInContent content, string handling) => db.InOneTransactionAsync(async () =>
    {
        await entry.EnterAsync(office, resident, clock.Today, CheckInChannel.Gate, content, null);
        var finding = new GateFinding { FoundNormal = content.FoundNormal, Temperature = content.Temperature };
        return finding.Incidents(null).Count == 0 ? null
            : db.GateIncidents.Add(GateIncident.Note(checkpoint, null, finding, handling, currentUser.Staff!, clock.Now, clock.Today)).Entity;
    });

    /// <summary>The resident with this name and number; null, and audited without either, if there is none.</summary>
    public async Task<Resident?> FindAsync(Office office, Checkpoint checkpoint, PersonName name, IdentityDocument document)
    {
        var key = document.Key;
        var resident = await db.Residents.AsNoTracking().SingleOrDefaultAsync(each => each.OfficeCode == office.Code && each.PersonKey == key);
        // That somebody is written down as gone is nothing for the guard either.
        if (resident is { IsHere: true } && resident.Person.Name.Key == name.Key)
        {
            return resident;
        }

        db.Audit(Unknown, checkpoint.Name);
        await db.SaveChangesAsync();
        return null;
    }
}
