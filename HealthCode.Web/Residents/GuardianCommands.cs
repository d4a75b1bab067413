using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Residents;

/// <summary>监护人与代领 — each in one transaction.</summary>
public sealed class GuardianCommands(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    private StaffMember By => currentUser.Staff!;

    /// <summary>登记监护人.</summary>
    /// <param name="office">The office.</param>
    /// <param name="wardId">被监护人.</param>
    /// <param name="guardianId">The guardian in the roster; null when he is not.</param>
    /// <param name="name">His name, when he is not in the roster.</param>
    /// <param name="bornOn">His date of birth, where it is known.</param>
    /// <param name="relation">与本人的关系.</param>
    /// <param name="phone">His telephone; the roster's when null.</param>
    /// <param name="seen">What was seen.</param>
    /// <exception cref="RuleBrokenException">See <see cref="Guardianship.Note"/>.</exception>
    public Task NoteAsync(Office office, long wardId, long? guardianId, PersonName? name, DateOnly? bornOn, string relation, PhoneNumber? phone, string seen) => db.ChangeAsync(office, async () =>
    {
        var ward = await db.Residents.SingleAsync(resident => resident.Id == wardId);
        var guardian = guardianId is null ? null : await db.Residents.SingleOrDefaultAsync(resident => resident.Id == guardianId && resident.OfficeCode == office.Code);
        if (guardianId is not null && guardian is null)
        {
            throw new RuleBrokenException([GuardianshipRules.GuardianKnown.Broken(field: GuardianshipField.Name)]);
        }

        var details = new Attendant(guardian?.Person.Name ?? name!, AttendantRole.Guardian, relation, phone ?? guardian?.Phone);
        db.Guardianships.Add(Guardianship.Note(ward, guardian, details, bornOn, seen, await db.Guardianships.Where(each => each.WardId == wardId).ToListAsync(), By, clock.Now, clock.Today));
    });

    /// <summary>不再监护.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="Guardianship.End"/>.</exception>
    public Task EndAsync(Office office, long guardianshipId, string reason) =>
        db.ChangeAsync(office, async () => (await FindAsync(office, guardianshipId)).End(reason, clock.Today));

    /// <summary>登记代领.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="GuardianClaim.Note"/>.</exception>
    public Task ClaimAsync(Office office, long wardId, long guardianshipId, DateOnly claimedOn, string consent) => db.ChangeAsync(office, async () => db.GuardianClaims.Add(GuardianClaim.Note(
        await db.Residents.SingleAsync(resident => resident.Id == wardId), await FindAsync(office, guardianshipId), claimedOn, consent, office.RulesOn(clock.Today), By, clock.Now, clock.Today)));

    private async Task<Guardianship> FindAsync(Office office, long id) =>
        await db.Guardianships.SingleOrDefaultAsync(each => each.Id == id && each.OfficeCode == office.Code) ?? throw new RuleBrokenException([GuardianshipRules.ClaimedByGuardian.Broken()]);
}
