using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Retention;

/// <summary>资料已销毁 — asked at every door through which a resident's papers come in, inside the transaction that writes them.</summary>
public static class DestructionGuard
{
    /// <summary>Whether the destruction of an office's papers has begun.</summary>
    public static Task<bool> IsDestroyedAsync(this OfficeDb db, string officeCode) =>
        db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == officeCode);

    /// <summary>Refuses what would be destroyed tonight.</summary>
    /// <exception cref="HealthCode.Domain.Rules.RuleBrokenException">It has.</exception>
    public static async Task RequireNotDestroyedAsync(this OfficeDb db, string officeCode) =>
        DestructionRules.NothingNew.Require(!await db.IsDestroyedAsync(officeCode));
}
