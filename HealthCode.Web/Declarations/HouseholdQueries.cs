using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Declarations;

/// <summary>一户人 — households of the roster, and the declarations a household handed in together.</summary>
public static class HouseholdQueries
{
    /// <summary>Everybody who was declared in the same sitting, in the order of the sitting; only the declaration itself if it was handed in alone.</summary>
    /// <param name="declarations">Limited to the user's scope.</param>
    /// <param name="declaration">One of them.</param>
    public static IQueryable<Declaration> OfSitting(this IQueryable<Declaration> declarations, Declaration declaration)
    {
        var (id, key) = (declaration.Id, declaration.SittingKey);
        return (key is null ? declarations.Where(each => each.Id == id) : declarations.Where(each => each.SittingKey == key)).OrderBy(each => each.Id);
    }

    /// <summary>The current cards of everybody in the sitting of a card's holder, in its order.</summary>
    public static async Task<IQueryable<HealthPass>> PassesOfSittingAsync(this OfficeDb db, HealthPass pass)
    {
        var declaration = await db.Declarations.AsNoTracking().SingleAsync(each => each.Id == pass.DeclarationId);
        var ids = await db.Declarations.OfSitting(declaration).Select(each => each.Id).ToListAsync();
        return db.Passes.Where(each => ids.Contains(each.DeclarationId) && each.IsCurrent).OrderBy(each => each.DeclarationId);
    }

    /// <summary>The household of a resident: everybody here with his 户号, the head first; only himself if he has none.</summary>
    public static async Task<IReadOnlyList<Resident>> HouseholdOfAsync(this OfficeDb db, Resident resident) => resident.HouseholdNumber.Length == 0 ? [resident] :
    [
        .. (await db.Residents.AsNoTracking().Where(each => each.OfficeCode == resident.OfficeCode && each.HouseholdNumber == resident.HouseholdNumber && each.State == ResidentState.Here).ToListAsync())
            .OrderBy(each => each.RelationToHead != RosterLine.Head).ThenBy(each => each.Person.BirthDate).ThenBy(each => each.Id),
    ];

    /// <summary>The residents with this 户号, in the order of the roster.</summary>
    public static async Task<IReadOnlyList<Resident>> HouseholdNumberedAsync(this OfficeDb db, string officeCode, string number) =>
        await db.Residents.AsNoTracking().Where(each => each.OfficeCode == officeCode && each.HouseholdNumber == number && each.State == ResidentState.Here).OrderBy(each => each.Id).ToListAsync();

    /// <summary>What the office has for people already: a live card, a declaration that waits.</summary>
    /// <param name="db">Limited to the user's scope.</param>
    /// <param name="personKeys">See <c>Person.Key</c>.</param>
    /// <param name="today">Today.</param>
    public static async Task<Func<string, PersonStanding>> StandingOfAsync(this OfficeDb db, IReadOnlyCollection<string> personKeys, DateOnly today)
    {
        var passes = await db.Passes.AsNoTracking().Where(pass => personKeys.Contains(pass.PersonKey) && pass.IsCurrent).ToListAsync();
        var waiting = await db.Declarations.AsNoTracking().Where(each => personKeys.Contains(each.PersonKey) && each.State == DeclarationState.AwaitingReview).ToListAsync();
        return key => new(
            passes.Find(pass => pass.PersonKey == key && pass.IsLive(today)),
            waiting.Find(declaration => declaration.PersonKey == key));
    }
}

/// <summary>What the office has for a person already.</summary>
/// <param name="LivePass">The live card, or null.</param>
/// <param name="Waiting">A declaration that awaits review, or null.</param>
public sealed record PersonStanding(HealthPass? LivePass, Declaration? Waiting);
