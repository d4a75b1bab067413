using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Passes;

/// <summary>须换的卡 — valid cards that carry, or may carry, a signature of a stolen key made since the theft.</summary>
/// <remarks>
/// A card does not store which key signed it; this is derived from its first print date. If two keys were made on the same day, the stolen one is
/// assumed: replacing a card unnecessarily does no harm, but a card that is no longer accepted does.
/// </remarks>
public static class CardsToReplace
{
    /// <summary>Name of this list in the URL of the cards page.</summary>
    public const string ListKey = "replace";

    /// <summary>Finds the cards to replace among the given ones.</summary>
    /// <param name="db">The database.</param>
    /// <param name="among">Cards to examine, of any office of this server; query filters are ignored.</param>
    /// <param name="today">Today.</param>
    /// <returns>Each card with whether an online check still accepts it: printed before the theft, though on the same day.</returns>
    public static async Task<IReadOnlyList<(HealthPass Pass, bool IsBelievedHere)>> CardsToReplaceAsync(this OfficeDb db, IQueryable<HealthPass> among, DateOnly today)
    {
        var stolen = await db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().Where(key => key.CompromiseEnteredAt != null).ToListAsync();
        if (stolen.Count == 0)
        {
            return [];
        }

        // The creation date is known only for keys of this server; it has no cards of others.
        var kept = await db.SigningKeys.AsNoTracking().IgnoreQueryFilters().ToListAsync();
        var firstDays = await db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().ToDictionaryAsync(key => (key.OfficeCode, key.Number), key => key.FirstDay);
        List<(HealthPass Pass, bool IsBelievedHere)> found = [];
        foreach (var key in stolen.Where(key => kept.Exists(each => each.OfficeCode == key.OfficeCode && each.Number == key.Number)))
        {
            var (at, enteredAt, day, office) = (key.CompromisedAt!.Value, key.CompromiseEnteredAt!.Value, BeijingTime.DayOf(key.CompromisedAt.Value), key.OfficeCode);
            var newer = kept.Where(each => each.OfficeCode == office && each.Number > key.Number).ToList();
            var live = await among.IgnoreQueryFilters().AsNoTracking()
                .Where(pass => pass.OfficeCode == office && pass.State >= PassState.Printed && pass.State <= PassState.HandedOver && pass.Validity.LastDay >= today
                    && pass.PrintedAt != null && pass.PrintedAt < enteredAt && (pass.PrintedAt >= at || pass.Validity.FirstDay >= day))
                .ToListAsync();
            found.AddRange(live
                .Where(pass => pass.Validity.FirstDay >= key.FirstDay && !newer.Exists(other =>
                    other.MadeOn < BeijingTime.DayOf(pass.PrintedAt!.Value) && firstDays[(office, other.Number)] <= pass.Validity.FirstDay))
                .Select(pass => (pass, pass.PrintedAt < at)));
        }

        return [.. found.GroupBy(card => card.Pass.Id).Select(card => card.MinBy(each => each.IsBelievedHere))];
    }
}
