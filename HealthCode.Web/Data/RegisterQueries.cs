using HealthCode.Domain.Registers;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>Queries of registers that pages, reports and statistics share.</summary>
public static class RegisterQueries
{
    /// <summary>Entries with something to be done by a day, the longest first: who was to arrive, whose isolation is over, whose medicine it was.</summary>
    public static IQueryable<RegisterEntry> DueBy(this IQueryable<RegisterEntry> entries, DateOnly day) =>
        entries.Where(entry => entry.Pending != PendingStep.None && entry.PendingOn <= day).OrderBy(entry => entry.PendingOn).ThenBy(entry => entry.Id);

    /// <summary>How many entries of each register have something to be done by a day.</summary>
    public static async Task<IReadOnlyDictionary<RegisterKind, int>> DueCountsAsync(this OfficeDb db, string officeCode, RulePack pack, DateOnly day)
    {
        if (pack.Registers.Count == 0)
        {
            return new Dictionary<RegisterKind, int>();
        }

        return await db.RegisterEntries.Where(entry => entry.OfficeCode == officeCode && entry.Pending != PendingStep.None && entry.PendingOn <= day)
            .GroupBy(entry => entry.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count);
    }

    /// <summary>The residents whom some entries are about, by key; who is not in the roster is not there.</summary>
    public static Task<IReadOnlyDictionary<string, Resident>> SubjectsAsync(this OfficeDb db, IReadOnlyCollection<RegisterEntry> entries, CancellationToken cancellationToken = default) =>
        db.ResidentsByKeyAsync([.. entries.Select(entry => entry.OfficeCode).Distinct()], entries.Select(entry => entry.SubjectKey).OfType<string>(), cancellationToken);

    /// <summary>名单 of a unit by number, each with his newest official result.</summary>
    public static async Task<IReadOnlyList<RollMember>> RollAsync(this OfficeDb db, long facilityId, HealthCodeTerms terms, CancellationToken cancellationToken = default)
    {
        var entries = await db.RegisterEntries.AsNoTracking().Where(entry => entry.FacilityId == facilityId && entry.Kind == RegisterKind.Work && entry.VoidedOn == null).OrderBy(entry => entry.Number).ToListAsync(cancellationToken);
        var residents = await db.SubjectsAsync(entries, cancellationToken);
        var ids = residents.Values.Select(resident => resident.Id).Distinct().ToList();
        var statuses = await db.HealthStatuses.AsNoTracking().Where(status => EF.Parameter(ids).Contains(status.ResidentId)).ToDictionaryAsync(status => status.ResidentId, cancellationToken);
        return
        [
            .. from entry in entries
               let work = (WorkResumption)entry.Content
               let resident = entry.SubjectKey is { } key ? residents.GetValueOrDefault(key) : null
               let latest = resident is null ? null : statuses.GetValueOrDefault(resident.Id)?.LatestOfficial
               select new RollMember(entry, work, resident, work.IsClear(latest, terms)),
        ];
    }

    /// <summary>复工进度 of a roll.</summary>
    public static WorkProgress Progress(this IReadOnlyCollection<RollMember> roll) => new(roll.Count, roll.Count(member => member.IsClear));

    /// <summary>Entries about somebody, or on whose slip he stands.</summary>
    /// <param name="entries">Of any register.</param>
    /// <param name="keys">What he is known by, see <see cref="ResidentQueries.KnownAsAsync"/>.</param>
    public static IQueryable<RegisterEntry> OfPerson(this IQueryable<RegisterEntry> entries, IReadOnlyList<string> keys) =>
        entries.Where(entry => keys.Contains(entry.PersonKey!) || keys.Contains(entry.SubjectKey!));
}

/// <summary>One person of a unit's roll.</summary>
/// <param name="Entry">His entry.</param>
/// <param name="Work">What it says.</param>
/// <param name="Resident">As the roster of the office has him; null when it does not.</param>
/// <param name="IsClear">His newest official result is the clear one.</param>
public sealed record RollMember(RegisterEntry Entry, WorkResumption Work, Resident? Resident, bool IsClear);
