using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Shared;

/// <summary>桌牌 — name of the user's office, township or county, shown at the top of each page.</summary>
public sealed class OfficeHeader(OfficeDb db, CurrentUser currentUser)
{
    public async Task<string> OfficeAsync()
    {
        if (currentUser.OfficeCode is { } code)
        {
            return await db.Offices.Where(office => office.Code == code).Select(office => office.OfficialName).FirstOrDefaultAsync() ?? "";
        }

        var unit = currentUser.UnitCode;
        return await db.Divisions.Where(division => division.Code == unit).Select(division => division.Name).FirstOrDefaultAsync() ?? "";
    }
}
