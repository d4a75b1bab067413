using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Offices;

/// <summary>Place names for address suggestions.</summary>
public static class DivisionNames
{
    /// <summary>Names of the divisions below a place, the office's own first, then by code.</summary>
    /// <param name="db">Any scope: divisions are public.</param>
    /// <param name="path">Names from the province down, separated by '/'; empty for the provinces.</param>
    /// <param name="office">The office whose own division comes first.</param>
    public static async Task<IReadOnlyList<string>> DivisionNamesBelowAsync(this OfficeDb db, string? path, Office office)
    {
        string? parent = null;
        var names = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            parent = await db.Divisions.Where(division => division.ParentCode == parent && division.Name == name)
                .Select(division => division.Code).FirstOrDefaultAsync();
            if (parent is null)
            {
                return [];
            }
        }

        string[] own = [office.Province, office.City, office.County, office.Township, office.Village];
        var first = names.Length < 5 && own.AsSpan(0, names.Length).SequenceEqual(names) ? own[names.Length] : "";
        return await db.Divisions.Where(division => division.ParentCode == parent)
            .OrderBy(division => division.Name == first ? 0 : 1).ThenBy(division => division.Code)
            .Select(division => division.Name).ToListAsync();
    }
}
