using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Registers;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Residents;

/// <summary>居民的增改 — enters, corrects, lets leave and merges residents, each in one transaction with its version and search keys.</summary>
public sealed class ResidentCommands(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    private StaffMember By => currentUser.Staff!;

    /// <summary>登记 a resident.</summary>
    /// <returns>His key.</returns>
    /// <exception cref="RuleBrokenException">In the roster already; see <see cref="RosterRules"/>.</exception>
    public Task<long> EnterAsync(Office office, RosterLine line) => db.ChangeAsync(office, async () =>
    {
        await RequireNewAsync(office.Code, line, null);
        RuleBrokenException.ThrowIfAny([.. RosterRules.Validate(line, clock.Today), .. RosterRules.ValidateHousehold(line, await HouseholdAsync(office.Code, line.HouseholdNumber))]);
        var resident = db.Residents.Add(Resident.Enter(office, line, clock.Today)).Entity;
        await SaveAsync(resident);
        await RegisterEffects.CatchUpAsync(db, office, [resident.PersonKey], By, clock.Now);
        return resident.Id;
    });

    /// <summary>改正 a resident.</summary>
    /// <exception cref="RuleBrokenException">The number is another entry's; see <see cref="Resident.Correct"/>.</exception>
    public Task CorrectAsync(Office office, long id, int version, RosterLine line, string reason) => db.ChangeAsync(office, async () =>
    {
        var resident = await FindAsync(id);
        resident.RequireVersion(version);
        await RequireNewAsync(office.Code, line, resident);
        db.ResidentVersions.Add(resident.Correct(line, reason, await HouseholdAsync(office.Code, line.HouseholdNumber), By, clock.Now, clock.Today));
        await SaveAsync(resident);
        await RegisterEffects.CatchUpAsync(db, office, [resident.PersonKey], By, clock.Now);
        return true;
    });

    /// <summary>迁出、去世: nobody asks for him any more. The card of the dead is taken back; moving away changes no card.</summary>
    /// <returns>The card that was taken back; null when there was none.</returns>
    /// <exception cref="RuleBrokenException">See <see cref="Resident.Leave"/>.</exception>
    public Task<PassNumber?> LeaveAsync(Office office, long id, ResidentState state, DateOnly on, string words) => db.ChangeAsync(office, async () =>
    {
        var resident = await FindAsync(id);
        db.ResidentVersions.Add(resident.Leave(state, on, words, By, clock.Now, clock.Today));
        (await StatusAsync(id))?.StopKeepingUp();
        await SaveAsync(resident);
        return state == ResidentState.Died ? await SettleDeathAsync(resident) : null;
    });

    /// <summary>恢复: he is back, or had never left.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="Resident.Return"/>.</exception>
    public Task ReturnAsync(Office office, long id, string reason) => db.ChangeAsync(office, async () =>
    {
        var resident = await FindAsync(id);
        db.ResidentVersions.Add(resident.Return(reason, By, clock.Now));
        await SaveAsync(resident);
        return true;
    });

    /// <summary>合并: an entry is a double of another one. What only the double has (check-ins, observations, guardians, visits) goes over to the entry that stays; when both have
    /// a health record, the double keeps its own.</summary>
    /// <param name="office">The office.</param>
    /// <param name="id">The double.</param>
    /// <param name="keptId">The entry that stays.</param>
    /// <param name="version">第几版 of the entry that stays was on the screen.</param>
    /// <param name="line">What it says from now on.</param>
    /// <param name="reason">Why they are one person.</param>
    /// <exception cref="RuleBrokenException">See <see cref="Resident.MergeInto"/>; the number is a third entry's.</exception>
    public Task MergeAsync(Office office, long id, long keptId, int version, RosterLine line, string reason) => db.ChangeAsync(office, async () =>
    {
        var (merged, kept) = (await FindAsync(id), await FindAsync(keptId));
        kept.RequireVersion(version);
        // The roster has a number once: the entry that stays keeps its own.
        await RequireNewAsync(office.Code, line, kept);
        var household = await HouseholdAsync(office.Code, line.HouseholdNumber);
        db.ResidentVersions.AddRange(merged.MergeInto(kept, line, reason, household, By, clock.Now, clock.Today));
        await MoveRecordsAsync(merged.Id, kept.Id);
        await SaveAsync(merged, kept);
        return true;
    });

    /// <summary>记下有码.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="Resident.NoteCode"/>.</exception>
    public Task NoteCodeAsync(Office office, long id, CodeSource source, DateOnly on, string helper) => db.ChangeAsync(office, async () =>
    {
        (await FindAsync(id)).NoteCode(source, on, helper, clock.Today);
        return true;
    });

    /// <summary>没有码.</summary>
    public Task DropCodeAsync(Office office, long id) => db.ChangeAsync(office, async () =>
    {
        (await FindAsync(id)).DropCode();
        return true;
    });

    /// <summary>户的登记.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="Household.Of"/>.</exception>
    public Task DescribeAsync(Office office, string number, Action<Household> describe) => db.ChangeAsync(office, async () =>
    {
        describe(await db.Households.SingleOrDefaultAsync(household => household.OfficeCode == office.Code && household.Number == number) ?? db.Households.Add(Household.Of(office, number)).Entity);
        return true;
    });

    /// <summary>Whoever lives in a household of the office.</summary>
    public async Task<IReadOnlyList<Resident>> HouseholdAsync(string officeCode, string number) => number.Length == 0 ? []
        : await db.Residents.Where(other => other.OfficeCode == officeCode && other.HouseholdNumber == number && other.State == ResidentState.Here).ToListAsync();

    private Task<Resident> FindAsync(long id) => db.Residents.SingleAsync(resident => resident.Id == id);

    private Task<HealthStatus?> StatusAsync(long id) => db.HealthStatuses.SingleOrDefaultAsync(status => status.ResidentId == id);

    private async Task RequireNewAsync(string officeCode, RosterLine line, Resident? own)
    {
        var (key, ownId) = (line.Person.Key, own?.Id);
        var other = await db.Residents.AsNoTracking().FirstOrDefaultAsync(resident => resident.OfficeCode == officeCode && resident.PersonKey == key && resident.Id != ownId);
        RuleBrokenException.ThrowIfAny(other is null ? [] : [RosterRules.EnteredOnce.Broken($"{other.Person.Name.Value}，{other.VillageGroup} {other.HouseholdNumber}，{other.State.ChineseName()}。", RosterField.DocumentNumber)]);
    }

    private async Task SaveAsync(params Resident[] residents)
    {
        await db.SaveChangesAsync();
        await db.IndexResidentsAsync(residents[0].OfficeCode, residents);
    }

    private async Task<PassNumber?> SettleDeathAsync(Resident resident)
    {
        foreach (var guardianship in await db.Guardianships.Where(each => each.GuardianId == resident.Id && each.EndedOn == null).ToListAsync())
        {
            guardianship.End("监护人去世", clock.Today);
        }

        PassNumber? taken = null;
        foreach (var pass in await db.Passes.OfResident(db, resident).Where(pass => pass.OfficeCode == resident.OfficeCode && pass.IsCurrent).ToListAsync())
        {
            if (pass.IsLive(clock.Today))
            {
                pass.TakeBackOnDeath(clock.Now, clock.Today);
                taken = PassNumber.Restore(pass.Number);
            }
        }

        return taken;
    }

    private async Task MoveRecordsAsync(long from, long to)
    {
        if (await StatusAsync(to) is not null)
        {
            (await StatusAsync(from))?.StopKeepingUp();
            if (!await db.Observations.AnyAsync(each => each.ResidentId == to && each.EndedOn == null))
            {
                await db.Observations.Where(each => each.ResidentId == from && each.EndedOn == null).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
            }
        }
        else
        {
            var listed = db.DueEntries.Where(each => each.ResidentId == to).Select(each => each.Day);
            await db.DueEntries.Where(each => each.ResidentId == from && listed.Contains(each.Day)).ExecuteDeleteAsync();
            await db.DueEntries.Where(each => each.ResidentId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
            await db.HealthStatuses.Where(each => each.ResidentId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
            await db.CheckIns.Where(each => each.ResidentId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
            await db.Observations.Where(each => each.ResidentId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
            await db.Visits.Where(each => each.ResidentId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
            await db.ResultCases.Where(each => each.ResidentId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
        }

        await db.FollowUps.Where(each => each.ResidentId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
        await db.OutreachVisits.Where(each => each.ResidentId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.ResidentId, to));
        await db.Guardianships.Where(each => each.WardId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.WardId, to));
        await db.Guardianships.Where(each => each.GuardianId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.GuardianId, to));
        await db.GuardianClaims.Where(each => each.WardId == from).ExecuteUpdateAsync(set => set.SetProperty(each => each.WardId, to));
    }
}
