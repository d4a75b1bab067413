using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Supervision;

/// <summary>结存 of one thing.</summary>
/// <param name="Item">The thing.</param>
/// <param name="Left">How many are left.</param>
public sealed record SupplyStock(SupplyItem Item, int Left)
{
    /// <summary>Too few.</summary>
    public bool IsLow => Item.IsLow(Left);
}

/// <summary>Queries of supplies.</summary>
public static class SupplyQueries
{
    /// <summary>What an office keeps and how much of it is left, in the order in which it was taken up.</summary>
    public static async Task<IReadOnlyList<SupplyStock>> SupplyStocksAsync(this OfficeDb db, string officeCode)
    {
        var items = await db.SupplyItems.AsNoTracking().Where(item => item.OfficeCode == officeCode).OrderBy(item => item.Id).ToListAsync();
        // Summed in the database: party and note of every entry are closed.
        var sums = await db.SupplyEntries.Where(entry => entry.OfficeCode == officeCode).GroupBy(entry => new { entry.ItemId, entry.Kind })
            .Select(group => new { group.Key.ItemId, group.Key.Kind, Quantity = group.Sum(entry => entry.Quantity), Difference = group.Sum(entry => entry.Difference) }).ToListAsync();
        var left = sums.ToLookup(sum => sum.ItemId, sum => sum.Kind switch { SupplyEntryKind.Received => sum.Quantity, SupplyEntryKind.Issued => -sum.Quantity, _ => sum.Difference });
        return [.. items.Select(item => new SupplyStock(item, left[item.Id].Sum()))];
    }
}
