using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>管辖范围 — the scopes a user can have: one office, or all offices of a township or county on this server.</summary>
public sealed class ScopeOptions(OfficeDb db)
{
    public async Task<IReadOnlyList<(string Digits, string Title)>> ListAsync()
    {
        var offices = await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync();
        return
        [
            .. offices.Select(office => (office.Code, office.OfficialName)),
            .. offices.Select(office => (office.Code[..9], $"{office.County}{office.Township}（乡镇干部）")).Distinct(),
            .. offices.Select(office => (office.Code[..6], $"{office.County}（县干部）")).Distinct(),
        ];
    }
}
