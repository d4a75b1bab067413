using HealthCode.Domain.Offices;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>资料已销毁 — checked wherever resident data is saved, inside the same transaction.</summary>
public static class DestructionGuard
{
    // Compiled once, because every save runs it while the write lock is held.
    private static readonly CompiledQuery<Func<OfficeDb, string, Task<bool>>> OfOffice = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string officeCode) => db.DestructionRecords.IgnoreQueryFilters().Any(record => record.OfficeCode == officeCode)));

    /// <summary>Whether the deletion of an office's data has begun.</summary>
    public static Task<bool> IsDestroyedAsync(this OfficeDb db, string officeCode) => OfOffice.For(db)(db, officeCode);

    /// <summary>Changes an office's data in one transaction, unless they are destroyed. The work reads anew what it changes: what was read before the lock may be older than what
    /// another clerk has saved.</summary>
    public static Task<T> ChangeAsync<T>(this OfficeDb db, Office office, Func<Task<T>> work) => db.InOneTransactionAsync(async () =>
    {
        db.ChangeTracker.Clear();
        await db.RequireNotDestroyedAsync(office.Code);
        return await work();
    });

    /// <inheritdoc cref="ChangeAsync{T}"/>
    public static Task ChangeAsync(this OfficeDb db, Office office, Func<Task> work) => db.ChangeAsync(office, async () =>
    {
        await work();
        return true;
    });

    /// <summary>Prevents saving new data after the deletion has begun.</summary>
    /// <exception cref="HealthCode.Domain.Rules.RuleBrokenException">The deletion has begun.</exception>
    public static async Task RequireNotDestroyedAsync(this OfficeDb db, string officeCode) =>
        DestructionRules.NothingNew.Require(!await db.IsDestroyedAsync(officeCode));
}
