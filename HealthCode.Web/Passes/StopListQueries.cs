using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Passes;

/// <summary>停用、作废名单 — cards that are out of use before their last day.</summary>
public static class StopListQueries
{
    /// <summary>Those of one office.</summary>
    public static async Task<StopList> StopListOfAsync(this OfficeDb db, string officeCode, DateTimeOffset now) =>
        new(now, await StoppedAsync(db, db.Passes.Where(pass => pass.OfficeCode == officeCode), BeijingTime.DayOf(now)));

    /// <summary>Every stopped number a gate of this office should know: of the server's own offices and of those it took in.</summary>
    public static async Task<IReadOnlyList<StoppedPass>> EveryStoppedAsync(this OfficeDb db, DateOnly today)
    {
        var taken = await db.StopLists.AsNoTracking().ToListAsync();
        // A gate believes the keys of every office of this server, so it must know what any of them has stopped.
        return [.. (await StoppedAsync(db, db.Passes, today)).Concat(taken.SelectMany(list => list.Read().Lines)).DistinctBy(line => line.Number)];
    }

    /// <summary>Asked for by whoever keeps the keys, too, who otherwise sees no card.</summary>
    private static async Task<IReadOnlyList<StoppedPass>> StoppedAsync(OfficeDb db, IQueryable<HealthPass> passes, DateOnly today)
    {
        var ended = await passes.IgnoreQueryFilters().AsNoTracking().Where(pass => pass.State >= PassState.Revoked).ToListAsync();
        // On paper, on the stick and at other offices these numbers are all that tells of a card signed after its key was stolen.
        var unbelieved = (await db.CardsToReplaceAsync(passes, today)).Where(card => !card.IsBelievedHere).Select(card => new StoppedPass(card.Pass.Number, StopKind.Void));
        return [.. ended.Select(pass => StopList.LineOf(pass, today)).OfType<StoppedPass>(), .. unbelieved];
    }
}
