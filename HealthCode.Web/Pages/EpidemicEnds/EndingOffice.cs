using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>办哪个村居的疫情解除 — a reviewer his own, the administrator of the server any of them.</summary>
public sealed class EndingOffice(OfficeDb db, CurrentUser currentUser, PageAuthorization authorization)
{
    /// <summary>Whether one keeps the server, and so may end any office's epidemic.</summary>
    public Task<bool> MayEndAnyAsync() => authorization.AllowsAsync(Policies.Administration);

    /// <summary>The office of the address, or one's own; null when it is not one's business.</summary>
    public async Task<Office?> FindAsync(string? code)
    {
        var wanted = code ?? currentUser.OfficeCode;
        return wanted == currentUser.OfficeCode || await MayEndAnyAsync() ? await db.Offices.SingleOrDefaultAsync(office => office.Code == wanted) : null;
    }

    /// <summary>The confirmed entry the end rests on, or null.</summary>
    public Task<EpidemicEnd?> InForceAsync(string code) =>
        db.EpidemicEnds.AsNoTracking().IgnoreQueryFilters().Where(end => end.OfficeCode == code && end.ConfirmedAt != null).OrderByDescending(end => end.Id).FirstOrDefaultAsync();
}
