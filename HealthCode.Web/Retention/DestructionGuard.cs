using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Retention;

/// <summary>资料已销毁 — checked wherever resident data is saved, inside the same transaction.</summary>
public static class DestructionGuard
{
    /// <summary>Whether the deletion of an office's data has begun.</summary>
    public static Task<bool> IsDestroyedAsync(this OfficeDb db, string officeCode) =>
        db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == officeCode);

    /// <summary>Prevents saving new data after the deletion has begun.</summary>
    /// <exception cref="HealthCode.Domain.Rules.RuleBrokenException">The deletion has begun.</exception>
    public static async Task RequireNotDestroyedAsync(this OfficeDb db, string officeCode) =>
        DestructionRules.NothingNew.Require(!await db.IsDestroyedAsync(officeCode));
}
