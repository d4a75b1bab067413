using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>办哪个村居的疫情解除 — a reviewer his own, the administrator of the server any of them.</summary>
public static class EndingOffice
{
    /// <summary>The office of the address, or one's own; null when it is not one's business.</summary>
    public static async Task<Office?> EndingOfficeAsync(this OfficeDb db, CurrentUser currentUser, bool isAdministrator, string? code)
    {
        var wanted = code ?? currentUser.OfficeCode;
        return wanted == currentUser.OfficeCode || isAdministrator ? await db.Offices.SingleOrDefaultAsync(office => office.Code == wanted) : null;
    }

    /// <summary>The confirmed entry the end rests on, or null.</summary>
    public static Task<EpidemicEnd?> EndInForceAsync(this OfficeDb db, string code) =>
        db.EpidemicEnds.AsNoTracking().IgnoreQueryFilters().Where(end => end.OfficeCode == code && end.ConfirmedAt != null).OrderByDescending(end => end.Id).FirstOrDefaultAsync();
}
