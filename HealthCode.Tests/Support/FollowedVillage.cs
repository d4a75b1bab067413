using HealthCode.Web.Search;
using System.Globalization;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>An office with a roster whose residents are followed: two grid workers, three to a household.</summary>
public static class FollowedVillage
{
    /// <summary>Adds residents to the roster of the only office and returns their keys.</summary>
    public static Task<List<long>> AddResidentsAsync(this OfficeServer server, int count) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync();
        var residents = Enumerable.Range(0, count).Select(i => db.Residents.Add(Resident.Enter(office, Line(i), server.Today)).Entity).ToList();
        await db.SaveChangesAsync();
        await db.IndexResidentsAsync(office.Code, residents, areNew: true);
        return residents.ConvertAll(resident => resident.Id);
    }));

    /// <summary>Adds the holders of cards to the roster of their office; returns their keys in the order of the cards.</summary>
    public static Task<List<long>> EnterHoldersAsync(this OfficeServer server, IReadOnlyList<long> cards) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var offices = await db.Offices.ToDictionaryAsync(office => office.Code);
        var passes = await db.Passes.Where(pass => cards.Contains(pass.Id)).OrderBy(pass => pass.Id).ToListAsync();
        var residents = passes.ConvertAll(pass => db.Residents.Add(Resident.Enter(
            offices[pass.OfficeCode], new() { Person = pass.Holder, Address = pass.ResidenceAddress, VillageGroup = "1组", HouseholdNumber = "1-1", GridWorker = new(PersonName.Restore("马晓燕"), null) }, server.Today)).Entity);
        await db.SaveChangesAsync();
        await db.IndexResidentsAsync(residents[0].OfficeCode, residents, areNew: true);
        return residents.ConvertAll(resident => resident.Id);
    }));

    /// <summary>The office keeps up the official code of a resident since some days ago.</summary>
    public static Task KeepUpAsync(this OfficeServer server, long residentId, int daysAgo) =>
        server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            (await StatusAsync(db, residentId)).KeepUp(await db.Residents.SingleAsync(resident => resident.Id == residentId), "本人", server.Today.AddDays(-daysAgo))));

    /// <summary>A ground since some days ago.</summary>
    public static Task NoteAsync(this OfficeServer server, long residentId, HealthGround ground, int daysAgo) => server.WithStatusAsync(residentId, (status, office) =>
        status.Note(new NotedGround(ground, server.Today.AddDays(-daysAgo), null, "县疾控中心", LawfulCase.Clerk, server.Now), office.RulesOn(server.Today), server.Today));

    /// <summary>An observation at home since some days ago.</summary>
    public static Task ObserveAsync(this OfficeServer server, long residentId, HealthGround ground, int daysAgo) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        db.Observations.Add(Observation.Start(
            await db.Residents.SingleAsync(resident => resident.Id == residentId), ObservationPlace.Home, server.Today.AddDays(-daysAgo), new() { Ground = ground }, [], HealthCode.Domain.Rules.Packs.Ningxia.Pack, LawfulCase.Clerk, server.Now))));

    /// <summary>A resident of an office who is under observation, has checked in today and disputes his official result; returns the keys.</summary>
    public static Task<(long Resident, long CheckIn, long Case)> FollowedAsync(this OfficeServer server, string officeCode) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync(each => each.Code == officeCode);
        var resident = db.Residents.Add(Resident.Enter(office, Line(8_000), server.Today)).Entity;
        await db.SaveChangesAsync();
        var status = db.HealthStatuses.Add(HealthStatus.Of(resident)).Entity;
        status.KeepUp(resident, "本人", server.Today.AddDays(-2));
        var observation = db.Observations.Add(Observation.Start(resident, ObservationPlace.Home, server.Today.AddDays(-2), new() { Ground = HealthGround.Returnee }, [], office.RulesOn(server.Today), LawfulCase.Clerk, server.Now)).Entity;
        var temperature = LawfulCase.Measured("36.5").Temperature;
        var checkIn = db.CheckIns.Add(DailyCheckIn.Enter(
            resident, status, observation, server.Today, CheckInChannel.Phone, new() { Temperature = temperature, FoundNormal = true }, null, [], office.RulesOn(server.Today), LawfulCase.Clerk, server.Now)).Entity;
        var disputed = db.ResultCases.Add(ResultCase.Open(resident, ResultCaseKind.Correction, "说他同乘火车，他那天在家", "", [], LawfulCase.Clerk, server.Now)).Entity;
        await db.SaveChangesAsync();
        return (resident.Id, checkIn.Id, disputed.Id);
    }));

    /// <summary>A resident of an office who is on a round of visits; returns the keys of the round and of him.</summary>
    public static Task<(long Round, long Resident)> VisitedAsync(this OfficeServer server, string officeCode) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync(each => each.Code == officeCode);
        var resident = db.Residents.Add(Resident.Enter(office, Line(8_001), server.Today)).Entity;
        await db.SaveChangesAsync();
        var round = db.OutreachRounds.Add(OutreachRound.Plan(
            office, await db.NextRoundNumberAsync(office), OutreachKind.Canvass, new(PersonName.Restore("马晓燕"), null), server.Today, [resident], new Dictionary<long, int>(), LawfulCase.Clerk, server.Now, server.Today)).Entity;
        await db.SaveChangesAsync();
        db.OutreachVisits.Add(OutreachVisit.Of(round, resident, 1, "没有码也没有卡"));
        return (round.Id, resident.Id);
    }));

    /// <summary>Signs in a clerk of the only office.</summary>
    public static async Task<OfficeBrowser> ClerkAsync(this OfficeServer server, string name = "luru") =>
        await server.SignedInUserAsync(name, await server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync()), Roles.Clerk);

    private static Task WithStatusAsync(this OfficeServer server, long residentId, Action<HealthStatus, Office> change) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        change(await StatusAsync(db, residentId), await db.Offices.SingleAsync())));

    private static async Task<HealthStatus> StatusAsync(OfficeDb db, long residentId) => await db.HealthStatuses.SingleOrDefaultAsync(each => each.ResidentId == residentId)
        ?? db.HealthStatuses.Add(HealthStatus.Of(await db.Residents.SingleAsync(resident => resident.Id == residentId))).Entity;

    /// <summary>The line of the resident of this number.</summary>
    public static RosterLine Line(int i)
    {
        var fields = Villager.At(i).ToDictionary(field => field.Field, field => field.Value);
        var document = IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, fields["DocumentNumber"]!, null, false);
        return new()
        {
            Person = new(PersonName.Restore(fields["Name"]!), document.Sex!.Value, document.BirthDate!.Value, document),
            Phone = PhoneNumber.Restore("138" + (10_000_000 + i).ToString(CultureInfo.InvariantCulture)),
            Address = $"样例村{1 + (i / 3)}号",
            HouseholdNumber = (1 + (i / 3)).ToString(CultureInfo.InvariantCulture),
            VillageGroup = $"{1 + (i % 4)}组",
            GridWorker = new(PersonName.Restore(i % 2 == 0 ? "马晓燕" : "杨建军"), null),
        };
    }
}
