using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Search;

/// <summary>找居民 — by name, pinyin initials, full number or its last four digits, telephone, household, group or grid worker.</summary>
public static class ResidentSearch
{
    private const int BatchSize = 500;

    /// <summary>Makes residents of one office findable by what they are now. They must be saved, and a transaction open.</summary>
    public static async Task IndexResidentsAsync(this OfficeDb db, string officeCode, IReadOnlyList<Resident> residents, bool areNew = false)
    {
        if (!areNew)
        {
            foreach (var batch in residents.Select(resident => resident.Id).Chunk(BatchSize))
            {
                await db.ResidentKeys.Where(key => batch.Contains(key.ResidentId)).ExecuteDeleteAsync();
            }
        }

        await db.AddKeysAsync("ResidentKeys", nameof(ResidentKey.ResidentId), officeCode,
            residents.Where(resident => resident.State != ResidentState.Merged).SelectMany(db.KeysOf, (resident, key) => (resident.Id, key)));
    }

    /// <summary>Makes every resident findable who is not: those who were entered before there was an index.</summary>
    public static async Task IndexOldResidentsAsync(this OfficeDb db)
    {
        while (await db.Residents.IgnoreQueryFilters().Where(resident => resident.BirthYear == 0).OrderBy(resident => resident.Id).Take(BatchSize).ToListAsync() is { Count: > 0 } batch)
        {
            await db.InOneTransactionAsync(async () =>
            {
                foreach (var resident in batch)
                {
                    // Columns that are computed from the encrypted ones.
                    foreach (var column in new[] { nameof(Resident.BirthYear), nameof(Resident.Initials), nameof(Resident.SortKey) })
                    {
                        db.Entry(resident).Property(column).IsModified = true;
                    }
                }

                await db.SaveChangesAsync();
                foreach (var office in batch.GroupBy(resident => resident.OfficeCode))
                {
                    await db.IndexResidentsAsync(office.Key, [.. office]);
                }
            });
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The residents of an office whom a filter finds, unsorted.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="officeCode">The office.</param>
    /// <param name="filter">Whom.</param>
    /// <param name="today">Today, for groups of age.</param>
    public static async Task<IQueryable<Resident>> FindResidentsAsync(this OfficeDb db, string officeCode, ResidentFilter filter, DateOnly today)
    {
        var found = db.Matching(officeCode, filter);
        if (filter.Group?.BirthYears(today) is { } years)
        {
            // The year alone does not decide for those who were born in the first or the last one.
            var divided = await found.Where(resident => resident.BirthYear == years.First || resident.BirthYear == years.Last).AsNoTracking().ToListAsync();
            var belong = divided.Where(resident => SpecialGroups.Of(resident, today).Contains(filter.Group.Value)).Select(resident => resident.Id).ToList();
            found = found.Where(resident => (resident.BirthYear > years.First && resident.BirthYear < years.Last) || belong.Contains(resident.Id));
        }

        return found.AsNoTracking();
    }

    /// <summary>The residents whom a typed text finds, at most this many, in the order of the households.</summary>
    public static async Task<IReadOnlyList<Resident>> FindResidentsAsync(this OfficeDb db, string officeCode, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? [] : await Sorted(db.Matching(officeCode, new ResidentFilter(text)), ResidentOrder.Household).Take(most).AsNoTracking().ToListAsync();

    /// <summary>The residents here or moved away whose own name or number a typed text finds, at most this many, in the order of the households; not those whom
    /// it finds by their guardian, grid worker or group.</summary>
    public static async Task<IReadOnlyList<Resident>> FindByNameAsync(this OfficeDb db, string officeCode, string? text, int most)
    {
        if (text is null || db.Read(text).Text is not { Length: > 0 } typed)
        {
            return [];
        }

        var found = db.Matching(officeCode, new ResidentFilter(text)).Where(resident => resident.State == ResidentState.Here || resident.State == ResidentState.MovedAway);
        var isNumber = typed.TrimEnd('X').All(char.IsAsciiDigit);
        if (!isNumber)
        {
            var initials = typed.All(char.IsAsciiLetter) ? typed : PinyinInitials.Of(typed) is [var usual, ..] ? usual : typed;
            found = found.Where(resident => resident.Initials.Contains(initials));
        }

        var candidates = await Sorted(found, ResidentOrder.Household).Take(BatchSize).AsNoTracking().ToListAsync();
        return [.. candidates.Where(resident => isNumber ? resident.Person.Document.Number.EndsWith(typed, StringComparison.Ordinal) || resident.Phone?.Value.EndsWith(typed, StringComparison.Ordinal) == true : IsNamed(resident, typed)).Take(most)];
    }

    /// <summary>The village groups of an office in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<string>> VillageGroupsAsync(this OfficeDb db, string officeCode) =>
        [.. (await db.Residents.Where(resident => resident.OfficeCode == officeCode && resident.VillageGroup != "").GroupBy(resident => resident.VillageGroup)
            .Select(group => new { group.Key, Order = group.Min(resident => resident.SortKey) }).OrderBy(group => group.Order).ToListAsync()).Select(group => group.Key)];

    /// <summary>Other offices of this server that have the same person in their roster; nothing is merged by itself. Only which office and since when.</summary>
    public static async Task<IReadOnlyList<(string OfficeCode, DateOnly? EnteredOn)>> ElsewhereAsync(this OfficeDb db, Resident resident)
    {
        var key = resident.PersonKey;
        return [.. (await db.Residents.IgnoreQueryFilters().Where(other => other.PersonKey == key && other.OfficeCode != resident.OfficeCode && other.State == ResidentState.Here)
            .Select(other => new { other.OfficeCode, other.EnteredOn }).ToListAsync()).Select(other => (other.OfficeCode, other.EnteredOn))];
    }

    private static bool IsNamed(Resident resident, string typed) =>
        resident.Person.Name.Value.Contains(typed, StringComparison.OrdinalIgnoreCase) || PinyinInitials.Of(resident.Person.Name.Value).Any(initials => initials.Contains(typed, StringComparison.OrdinalIgnoreCase));

    private static IQueryable<Resident> Matching(this OfficeDb db, string officeCode, ResidentFilter filter)
    {
        var found = db.Residents.Where(resident => resident.OfficeCode == officeCode);
        found = filter.State is { } state ? found.Where(resident => resident.State == state) : found.Where(resident => resident.State != ResidentState.Merged);
        if (filter.VillageGroup is { Length: > 0 } group)
        {
            found = found.Where(resident => resident.VillageGroup == group);
        }

        found = filter.Group switch
        {
            SpecialGroup.LivesAlone => found.Where(resident => (resident.CareNeeds & CareNeeds.LivesAlone) != 0),
            SpecialGroup.Disabled => found.Where(resident => (resident.CareNeeds & CareNeeds.Disabled) != 0),
            SpecialGroup.Bedridden => found.Where(resident => (resident.CareNeeds & CareNeeds.Bedridden) != 0),
            SpecialGroup.Pupil => found.Where(resident => resident.School != ""),
            _ => found,
        };
        if (db.Read(filter.Text) is not { Text.Length: > 0 } text)
        {
            return found;
        }

        var (first, end, mark) = text;
#pragma warning disable CA1309 // Translated to SQL, where text is compared bytewise.
        var ids = db.ResidentKeys.Where(key => key.OfficeCode == officeCode && key.Key == mark).Select(key => key.ResidentId)
            .Union(db.ResidentKeys.Where(key => key.OfficeCode == officeCode && string.Compare(key.Key, first) >= 0 && string.Compare(key.Key, end) < 0).Select(key => key.ResidentId));
#pragma warning restore CA1309
        return found.Where(resident => ids.Contains(resident.Id));
    }

    /// <summary>Sorts residents.</summary>
    public static IOrderedQueryable<Resident> Sorted(this IQueryable<Resident> residents, ResidentOrder order) => order switch
    {
        ResidentOrder.Name => residents.OrderBy(resident => resident.Initials).ThenBy(resident => resident.Id),
        ResidentOrder.Oldest => residents.OrderBy(resident => resident.BirthYear).ThenBy(resident => resident.Id),
        ResidentOrder.Youngest => residents.OrderByDescending(resident => resident.BirthYear).ThenBy(resident => resident.Id),
        ResidentOrder.Newest => residents.OrderByDescending(resident => resident.Id),
        _ => residents.OrderBy(resident => resident.SortKey).ThenBy(resident => resident.Id),
    };
}
