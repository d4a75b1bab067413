using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.HealthStatuses;

/// <summary>今天要问的 — whom the office asks today and why, by grid worker and household.</summary>
public static class DueList
{
    /// <summary>The list of a day: made when it is first asked for, and whoever has become due since is added at its end, so that a number once printed stays.</summary>
    /// <param name="db">Limited to the user's scope.</param>
    /// <param name="office">The office.</param>
    /// <param name="today">The day.</param>
    public static async Task<IReadOnlyList<DueRow>> DueRowsAsync(this OfficeDb db, Office office, DateOnly today)
    {
        var due = await DueAsync(db, office, today);
        var entries = await EntriesAsync(db, office, today);
        if (due.Select(each => each.Resident.Id).Except(entries.Select(entry => entry.ResidentId)).Any())
        {
            entries = await db.InOneTransactionAsync(() => AddAsync(db, office, due, today));
        }

        return await RowsAsync(db, office, entries, today);
    }

    /// <summary>打卡汇总 — how far each grid worker has reported on the list of a day; makes no list.</summary>
    public static async Task<IReadOnlyList<WorkerSummary>> SummaryAsync(this OfficeDb db, Office office, DateOnly day) =>
    [
        .. (await RowsAsync(db, office, await EntriesAsync(db, office, day), day)).GroupBy(row => row.WorkerName)
            .Select(group => new WorkerSummary(group.Key, group.Count(), [.. group.Where(row => !row.IsDone)])),
    ];

    /// <summary>How many stand on the list of a day, and how many of them have checked in. Makes the list if the job has not and the office follows anybody.</summary>
    public static async Task<(int Total, int Asked)> DueCountsAsync(this OfficeDb db, Office office, DateOnly day)
    {
        var entries = db.DueEntries.Where(entry => entry.OfficeCode == office.Code && entry.Day == day).StillHere(db);
        var total = await entries.CountAsync();
        var follows = total > 0 || office.RulesOn(day).HealthCode.Audience == CheckInAudience.Everyone
            || await db.HealthStatuses.AnyAsync(status => status.OfficeCode == office.Code) || await db.Observations.AnyAsync(observation => observation.OfficeCode == office.Code);
        return (
            total > 0 || !follows ? total : (await db.DueRowsAsync(office, day)).Count,
            await entries.CountAsync(entry => db.CheckIns.Any(checkIn => checkIn.ResidentId == entry.ResidentId && checkIn.Day == day)));
    }

    private static async Task<IReadOnlyList<DueRow>> RowsAsync(OfficeDb db, Office office, IReadOnlyList<DueEntry> entries, DateOnly day)
    {
        var ids = entries.Select(entry => entry.ResidentId).ToList();
        var residents = await db.Residents.AsNoTracking().Where(resident => ids.Contains(resident.Id)).ToDictionaryAsync(resident => resident.Id);
        var done = (await db.CheckIns.Where(checkIn => checkIn.OfficeCode == office.Code && checkIn.Day == day).Select(checkIn => checkIn.ResidentId).Distinct().ToListAsync()).ToHashSet();
        return [.. entries.Where(entry => residents.TryGetValue(entry.ResidentId, out var resident) && (done.Contains(entry.ResidentId) || (resident.LeftOn is not { } leftOn || leftOn > day))).OrderBy(entry => entry.Number).Select(entry => new DueRow(entry, residents[entry.ResidentId], done.Contains(entry.ResidentId)))];
    }

    private static Task<List<DueEntry>> EntriesAsync(OfficeDb db, Office office, DateOnly today) =>
        db.DueEntries.AsNoTracking().Where(entry => entry.OfficeCode == office.Code && entry.Day == today).ToListAsync();

    /// <summary>Reads the list again, now that nobody else adds to it, and adds whoever is missing.</summary>
    private static async Task<List<DueEntry>> AddAsync(OfficeDb db, Office office, IReadOnlyList<(Resident Resident, DueCheckIn Due)> due, DateOnly today)
    {
        var entries = await EntriesAsync(db, office, today);
        var listed = entries.Select(entry => entry.ResidentId).ToHashSet();
        foreach (var (resident, reason) in due.Where(each => !listed.Contains(each.Resident.Id)))
        {
            entries.Add(db.DueEntries.Add(DueEntry.Of(resident, reason, today, entries.Count + 1)).Entity);
        }

        return entries;
    }

    /// <summary>Whom the office has still to ask today, in the order of a round: by grid worker, group and household.</summary>
    private static async Task<IReadOnlyList<(Resident Resident, DueCheckIn Due)>> DueAsync(OfficeDb db, Office office, DateOnly today)
    {
        if (office.EpidemicEndedOn <= today)
        {
            return [];
        }

        var terms = office.RulesOn(today).HealthCode;
        var observations = await db.Observations.AsNoTracking().Where(observation => observation.OfficeCode == office.Code && observation.EndedOn == null)
            .ToDictionaryAsync(observation => observation.ResidentId);
        var people = await StatusesAsync(db, office.Code, terms, observations.Keys, today);
        var residents = await ResidentsAsync(db, office.Code, terms, [.. people.Select(person => person.ResidentId).Union(observations.Keys)]);
        var counting = people.Where(person => person.HasGrounds).Select(person => person.ResidentId).ToList();
        var days = await db.CheckIns.Where(checkIn => counting.Contains(checkIn.ResidentId)).ReportedDaysAsync();
        var known = people.ToDictionary(person => person.ResidentId);
        return
        [
            .. (from resident in residents
                let person = known.GetValueOrDefault(resident.Id) ?? HealthStatus.Of(resident)
                let status = DerivedStatus.Of(terms, person.Facts(days[resident.Id]), today)
                let due = DueCheckIn.Of(person, status, observations.GetValueOrDefault(resident.Id), terms, today)
                where due is not null
                select (resident, due))
                .OrderBy(each => each.resident.GridWorker is null).ThenBy(each => each.resident.GridWorker?.Name.Value, StringComparer.Ordinal)
                .ThenBy(each => each.resident.VillageGroup, StringComparer.Ordinal).ThenBy(each => each.resident.HouseholdNumber, StringComparer.Ordinal).ThenBy(each => each.resident.Id),
        ];
    }

    /// <summary>The records of whoever may be due, found by columns in plain text, so that few rows are decrypted.</summary>
    private static Task<List<HealthStatus>> StatusesAsync(OfficeDb db, string officeCode, HealthCodeTerms terms, IReadOnlyCollection<long> observed, DateOnly today)
    {
        var all = db.HealthStatuses.AsNoTracking().Where(person => person.OfficeCode == officeCode);
        if (terms.Audience == CheckInAudience.Everyone)
        {
            return all.ToListAsync();
        }

        var lastGreen = today.AddDays(-(terms.Gray?.FullDays ?? 0));
        return all.Where(person => person.HasGrounds || person.OfficialAsksDaily || observed.Contains(person.ResidentId)
            || (person.KeptSince != null && person.KeptSince <= lastGreen && (person.LastReportedOn == null || person.LastReportedOn <= lastGreen))).ToListAsync();
    }

    private static Task<List<Resident>> ResidentsAsync(OfficeDb db, string officeCode, HealthCodeTerms terms, IReadOnlyCollection<long> known)
    {
        var all = db.Residents.AsNoTracking().Where(resident => resident.OfficeCode == officeCode && resident.State == ResidentState.Here);
        return (terms.Audience == CheckInAudience.Everyone ? all : all.Where(resident => known.Contains(resident.Id))).ToListAsync();
    }
}

/// <summary>A row of the list of a day.</summary>
/// <param name="Entry">Number and reason.</param>
/// <param name="Resident">Who, as the roster has it now.</param>
/// <param name="IsDone">Whether he has checked in that day.</param>
public sealed record DueRow(DueEntry Entry, Resident Resident, bool IsDone)
{
    /// <summary>网格员, as the roster has it now.</summary>
    public string WorkerName => Resident.GridWorker?.Name.Value ?? "没有网格员的";
}

/// <summary>How far a grid worker has reported on a day.</summary>
/// <param name="Worker">网格员.</param>
/// <param name="Due">应打.</param>
/// <param name="Missing">Who has no check-in.</param>
public sealed record WorkerSummary(string Worker, int Due, IReadOnlyList<DueRow> Missing);
