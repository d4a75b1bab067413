using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Seals;

/// <summary>用印登记 of a month.</summary>
public static class SealUseQueries
{
    /// <summary>In chronological order.</summary>
    /// <param name="db">Filtered to the user's office.</param>
    /// <param name="firstDay">First day of the month.</param>
    public static async Task<IReadOnlyList<SealUse>> SealUsesOfAsync(this OfficeDb db, DateOnly firstDay)
    {
        var next = firstDay.AddMonths(1);
        return await db.SealUses.AsNoTracking().Where(use => use.On >= firstDay && use.On < next).OrderBy(use => use.Id).ToListAsync();
    }
}
