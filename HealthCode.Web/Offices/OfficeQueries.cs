using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Offices;

/// <summary>Queries for the user's office.</summary>
public static class OfficeQueries
{
    private const int MostNeighbours = 40;

    // Compiled once, because every page runs it.
    private static readonly CompiledQuery<Func<OfficeDb, string?, Task<Office>>> ByCode = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string? code) => db.Offices.AsNoTracking().Single(office => office.Code == code)));

    /// <summary>The office of this user.</summary>
    /// <exception cref="InvalidOperationException">The user does not work for a single office (township official).</exception>
    public static async Task<Office> OfficeAtAsync(this OfficeDb db, CurrentUser currentUser) => db.OfficeRead = await ByCode.For(db)(db, currentUser.OfficeCode);

    /// <summary>Address suggestions: the office's own place first, then its neighbours in the township.</summary>
    public static async Task<IReadOnlyList<string>> NearbyAddressesAsync(this OfficeDb db, Office office)
    {
        var township = DivisionCode.Parse(office.Code).Parent!.Value.Value;
        var names = await db.Divisions.Where(division => division.ParentCode == township && division.Code != office.Code)
            .OrderBy(division => division.Code).Select(division => division.Name).Take(MostNeighbours).ToListAsync();
        var above = office.Province + office.City + office.County + office.Township;
        return [office.FullAddress, .. names.Select(name => above + Office.PlaceOf(name))];
    }
}
