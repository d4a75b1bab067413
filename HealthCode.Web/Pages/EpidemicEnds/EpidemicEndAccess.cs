using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>办哪个村居的疫情解除 — a reviewer may do it for his own office, the server's administrator for every office.</summary>
public sealed class EpidemicEndAccess(OfficeDb db, CurrentUser currentUser, PageAuthorization authorization)
{
    /// <summary>Whether the user is the server's administrator and may therefore choose any office.</summary>
    public Task<bool> MayEndAnyAsync() => authorization.AllowsAsync(Policies.Administration);

    /// <summary>Returns the office with this code, or the user's own if null; null if the user may not choose it.</summary>
    public async Task<Office?> FindAsync(string? code)
    {
        var wanted = code ?? currentUser.OfficeCode;
        return wanted == currentUser.OfficeCode || await MayEndAnyAsync() ? await db.Offices.SingleOrDefaultAsync(office => office.Code == wanted) : null;
    }

    /// <summary>Returns the newest confirmed entry of an office, or null.</summary>
    public Task<EpidemicEnd?> InForceAsync(string code) =>
        db.EpidemicEnds.AsNoTracking().IgnoreQueryFilters().Where(end => end.OfficeCode == code && end.ConfirmedAt != null).OrderByDescending(end => end.Id).FirstOrDefaultAsync();
}
