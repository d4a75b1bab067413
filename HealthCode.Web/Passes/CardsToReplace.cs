using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Passes;

/// <summary>须换的卡 — live cards that bear, or may bear, the signature of a stolen key from the day of the theft on.</summary>
/// <remarks>
/// A card does not keep which key signed it. It follows from when it was first printed, and of two keys made on one day the stolen one is supposed:
/// a card replaced for nothing does no harm, a card that stays and is not believed does.
/// </remarks>
public static class CardsToReplace
{
    /// <summary>What the list of them is called in the address of the cards.</summary>
    public const string ListKey = "replace";

    /// <summary>Those among these cards.</summary>
    /// <param name="db">The database.</param>
    /// <param name="among">Which to look at, of any office of this server; filters are not asked.</param>
    /// <param name="today">Today.</param>
    /// <returns>Each with whether it is still believed where the database can be asked: printed before the moment of the theft, though on its day.</returns>
    public static async Task<IReadOnlyList<(HealthPass Pass, bool IsBelievedHere)>> CardsToReplaceAsync(this OfficeDb db, IQueryable<HealthPass> among, DateOnly today)
    {
        var stolen = await db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().Where(key => key.CompromiseEnteredAt != null).ToListAsync();
        if (stolen.Count == 0)
        {
            return [];
        }

        // Which key was made when is known of one's own keys alone: of other offices' cards there are none here.
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
