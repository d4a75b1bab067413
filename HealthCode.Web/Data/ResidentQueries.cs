using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>Queries of residents that pages, commands and reports share.</summary>
public static class ResidentQueries
{
    /// <summary>The cards of a resident: under his number now, under what stood there before a correction, and under an entry that was a double of his.</summary>
    public static IQueryable<HealthPass> OfResident(this IQueryable<HealthPass> passes, OfficeDb db, Resident resident)
    {
        var (id, key) = (resident.Id, resident.PersonKey);
        var doubles = db.Residents.Where(other => other.MergedInto == id);
        return passes.Where(pass => pass.PersonKey == key || doubles.Any(other => other.PersonKey == pass.PersonKey)
            || db.ResidentVersions.Any(version => version.ResidentId == id && version.PersonKey == pass.PersonKey));
    }

    /// <summary>The residents whom keys name, by key: under the number now, under what stood there before a correction, and of a double the entry that stays.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="officeCodes">Of these offices.</param>
    /// <param name="keys">See <c>Person.Key</c>.</param>
    /// <param name="cancellationToken">Cancelled when the client disconnects.</param>
    public static async Task<IReadOnlyDictionary<string, Resident>> ResidentsByKeyAsync(
        this OfficeDb db, IReadOnlyCollection<string> officeCodes, IEnumerable<string> keys, CancellationToken cancellationToken = default)
    {
        var (wanted, offices) = (keys.Distinct().ToList(), officeCodes.ToList());
        if (wanted.Count == 0)
        {
            return new Dictionary<string, Resident>();
        }

        var all = db.Residents.AsNoTracking().Where(resident => offices.Contains(resident.OfficeCode));
        var found = (await all.Where(resident => EF.Parameter(wanted).Contains(resident.PersonKey)).ToListAsync(cancellationToken)).DistinctBy(resident => resident.PersonKey).ToDictionary(resident => resident.PersonKey);
        var missing = wanted.Where(key => !found.ContainsKey(key)).ToList();
        foreach (var version in await db.ResidentVersions.AsNoTracking().Where(version => offices.Contains(version.OfficeCode) && EF.Parameter(missing).Contains(version.PersonKey)).OrderBy(version => version.Id).ToListAsync(cancellationToken))
        {
            found[version.PersonKey] = await all.SingleAsync(resident => resident.Id == version.ResidentId, cancellationToken);
        }

        foreach (var key in found.Keys.ToList())
        {
            while (found[key].MergedInto is { } kept)
            {
                found[key] = await all.SingleAsync(resident => resident.Id == kept, cancellationToken);
            }
        }

        return found;
    }

    /// <summary>What a resident was and is known by: keys of his numbers now and before, and of entries that were doubles of his; and the ids of all these entries.</summary>
    public static async Task<(IReadOnlyList<string> Keys, IReadOnlyList<long> Ids)> KnownAsAsync(this OfficeDb db, Resident resident, CancellationToken cancellationToken = default)
    {
        List<Resident> entries = [resident, .. await db.Residents.AsNoTracking().Where(other => other.MergedInto == resident.Id).ToListAsync(cancellationToken)];
        var ids = entries.ConvertAll(entry => entry.Id);
        var versions = await db.ResidentVersions.AsNoTracking().Where(version => ids.Contains(version.ResidentId)).ToListAsync(cancellationToken);
        return ([.. entries.Select(entry => entry.PersonKey).Concat(versions.Select(version => version.PersonKey)).Distinct()], ids);
    }
}
