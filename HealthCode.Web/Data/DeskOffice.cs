using HealthCode.Domain.Offices;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>The office one works for.</summary>
public static class DeskOffice
{
    private const int MostNeighbours = 40;

    // Compiled once: every page of every desk asks.
    private static readonly Compiled<Func<OfficeDb, string?, Task<Office>>> ByCode = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string? code) => db.Offices.AsNoTracking().Single(office => office.Code == code)));

    /// <summary>The office of this desk.</summary>
    /// <exception cref="InvalidOperationException">A township official works for several; no desk of his asks.</exception>
    public static Task<Office> OfficeAt(this OfficeDb db, Desk desk) => ByCode.For(db)(db, desk.OfficeCode);

    /// <summary>Addresses to begin with: the office's own place first, then its neighbours in the township.</summary>
    public static async Task<IReadOnlyList<string>> NearbyAddresses(this OfficeDb db, Office office)
    {
        var township = DivisionCode.Parse(office.Code).Parent!.Value.Value;
        var names = await db.Divisions.Where(division => division.ParentCode == township && division.Code != office.Code)
            .OrderBy(division => division.Code).Select(division => division.Name).Take(MostNeighbours).ToListAsync();
        var above = office.Province + office.City + office.County + office.Township;
        return [office.FullAddress, .. names.Select(name => above + Office.PlaceOf(name))];
    }
}
