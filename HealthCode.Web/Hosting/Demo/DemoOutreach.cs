using HealthCode.Domain.Offices;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Search;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例帮办 — residents who can be found; codes the office knows of; a round that is over, with what is left of it, and one that is half keyed back; guardians of children.</summary>
public sealed class DemoOutreach(OfficeDb db, OfficeClock clock, StaffMember clerk)
{
    private const int Walk = 14;
    private const int VeryOld = 75;

    /// <summary>Adds the sample data; call inside a transaction, after the residents are saved.</summary>
    public async Task FillAsync(Office office)
    {
        await IndexAsync(office);
        var uncovered = (await db.CoverageAsync(office.Code, clock.Today)).Where(row => row.NeedsVisit).Select(row => row.ResidentId).ToList();
        var residents = await db.Residents.Where(resident => uncovered.Contains(resident.Id) && resident.GridWorker != null).OrderBy(resident => resident.SortKey).Take(2 * Walk).ToListAsync();
        await RoundAsync(office, [.. residents.Take(Walk)], daysAgo: 5, keyed: Walk, isClosed: true);
        await RoundAsync(office, [.. residents.Skip(Walk)], daysAgo: 0, keyed: Walk / 2, isClosed: false);
        await DeathAsync(office);
        var children = await db.Residents.Where(resident => resident.OfficeCode == office.Code && resident.School != "").OrderBy(resident => resident.Id).Take(6).ToListAsync();
        db.Guardianships.AddRange(children.Select(child => Guardianship.Note(
            child, null, child.Guardian! with { Phone = PhoneNumber.Restore("13800000088") }, null, "户口簿", [], clerk, clock.Now, clock.Today)));
    }

    /// <summary>Makes the residents of an office findable.</summary>
    public async Task IndexAsync(Office office) =>
        await db.IndexResidentsAsync(office.Code, await db.Residents.Where(resident => resident.OfficeCode == office.Code).ToListAsync(), areNew: true);

    /// <summary>Somebody very old with a card has died: the card is taken back.</summary>
    private async Task DeathAsync(Office office)
    {
        var holders = await db.Passes.Where(each => each.OfficeCode == office.Code && each.IsCurrent && each.State == PassState.HandedOver && each.Validity.LastDay >= clock.Today)
            .Join(db.Residents.Where(each => each.State == ResidentState.Here), pass => pass.PersonKey, resident => resident.PersonKey, (pass, resident) => new { Pass = pass, Resident = resident })
            .OrderBy(each => each.Pass.Id).ToListAsync();
        var holder = holders.Last(each => each.Resident.Person.AgeOn(clock.Today) >= VeryOld);
        db.ResidentVersions.Add(holder.Resident.Leave(ResidentState.Died, clock.Today, "儿子来说的", clerk, clock.Now, clock.Today));
        holder.Pass.TakeBackOnDeath(clock.Now, clock.Today);
    }

    private async Task RoundAsync(Office office, IReadOnlyList<Resident> residents, int daysAgo, int keyed, bool isClosed)
    {
        var day = clock.Today.AddDays(-daysAgo);
        var round = db.OutreachRounds.Add(OutreachRound.Plan(
            office, await db.NextRoundNumberAsync(office), OutreachKind.Canvass, residents[0].GridWorker, day, residents, new Dictionary<long, int>(), clerk, clock.Now.AddDays(-daysAgo), day)).Entity;
        await db.SaveChangesAsync();
        foreach (var (place, resident) in residents.Index())
        {
            var visit = db.OutreachVisits.Add(OutreachVisit.Of(round, resident, place + 1, "没有码也没有卡")).Entity;
            if (place < keyed)
            {
                visit.Key((OutreachResult)(1 + (place % 5)), day, place % 5 == 1 ? "下午在" : "", round, resident, clerk, clock.Now, clock.Today);
            }
        }

        if (isClosed)
        {
            round.Close(clock.Now.AddDays(-daysAgo + 1));
        }
    }
}
