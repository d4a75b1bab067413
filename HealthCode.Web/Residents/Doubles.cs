using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Residents;

/// <summary>查重 — entries of an office that may be one person: the same name and day of birth, or the same name and telephone, or the same number under two kinds of document.
/// People decide.</summary>
public static class Doubles
{
    /// <summary>Groups of entries that may be one person, in the order of the households.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Resident>>> DoublesAsync(this OfficeDb db, string officeCode)
    {
        var all = await db.Residents.AsNoTracking().Where(resident => resident.OfficeCode == officeCode && resident.State != ResidentState.Merged).OrderBy(resident => resident.SortKey).ThenBy(resident => resident.Id).ToListAsync();
        List<IReadOnlyList<Resident>> found = [];
        HashSet<string> seen = [];
        foreach (var key in (Func<Resident, string?>[])
        [
            resident => $"{resident.Person.Name.Key} {resident.Person.BirthDate:O}",
            resident => resident.Phone is { } phone ? $"{resident.Person.Name.Key} {phone.Value}" : null,
            resident => resident.Person.Document.Number.Length > 0 ? resident.Person.Document.Number : null,
        ])
        {
            foreach (var group in all.Where(resident => key(resident) is not null).GroupBy(resident => key(resident)!).Where(group => group.Count() > 1))
            {
                if (seen.Add(string.Join(',', group.Select(resident => resident.Id))))
                {
                    // Who has a number that can be right is proposed to stay.
                    found.Add([.. group.OrderByDescending(resident => resident.Person.Document is { SavedDespiteFault: false, Key: not null }).ThenBy(resident => resident.Id)]);
                }
            }
        }

        return found;
    }
}
