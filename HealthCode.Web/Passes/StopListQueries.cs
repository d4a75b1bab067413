using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Passes;

/// <summary>停用、作废名单 — cards invalid before their last day.</summary>
public static class StopListQueries
{
    /// <summary>The stop list of one office.</summary>
    public static async Task<StopList> StopListOfAsync(this OfficeDb db, string officeCode, DateTimeOffset now) =>
        new(now, await StoppedAsync(db, db.Passes.Where(pass => pass.OfficeCode == officeCode), BeijingTime.DayOf(now)));

    /// <summary>All stopped numbers a checkpoint needs: of all offices on this server and of imported lists.</summary>
    public static async Task<IReadOnlyList<StoppedPass>> EveryStoppedAsync(this OfficeDb db, DateOnly today)
    {
        var taken = await db.StopLists.AsNoTracking().ToListAsync();
        // A checkpoint trusts the keys of all offices on this server, so it needs all their stopped cards.
        return [.. (await StoppedAsync(db, db.Passes, today)).Concat(taken.SelectMany(list => list.Read().Lines)).DistinctBy(line => line.Number)];
    }

    /// <summary>Ignores the query filter, because administrators of the keys call it too, who otherwise see no cards.</summary>
    private static async Task<IReadOnlyList<StoppedPass>> StoppedAsync(OfficeDb db, IQueryable<HealthPass> passes, DateOnly today)
    {
        var ended = await passes.IgnoreQueryFilters().AsNoTracking().Where(pass => pass.State >= PassState.Revoked && pass.Validity.LastDay >= today).ToListAsync();
        // Offline, these numbers are the only way to recognise a card signed after its key was stolen.
        var unbelieved = (await db.CardsToReplaceAsync(passes, today)).Where(card => !card.IsBelievedHere).Select(card => new StoppedPass(card.Pass.Number, StopKind.Void));
        return [.. ended.Select(pass => StopList.LineOf(pass, today)).OfType<StoppedPass>(), .. unbelieved];
    }
}
