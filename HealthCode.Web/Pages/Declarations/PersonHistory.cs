using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>本人历史 — earlier declarations and the live card of the same person, shown beside the form.</summary>
public sealed record PersonHistory(IReadOnlyList<Declaration> Earlier, HealthPass? LivePass, PassDisplayState? DisplayState)
{
    /// <summary>Finds up to five earlier declarations, newest first, and the live card; both limited by the query filters.</summary>
    public static async Task<PersonHistory> OfAsync(OfficeDb db, Person person, Office office, DateOnly today, long exceptId = 0)
    {
        var earlier = await db.Declarations.AsNoTracking()
            .Where(declaration => declaration.PersonKey == person.Key && declaration.Id != exceptId)
            .OrderByDescending(declaration => declaration.Id).Take(5).ToListAsync();
        var pass = await db.Passes.AsNoTracking().SingleOrDefaultAsync(each => each.PersonKey == person.Key && each.IsCurrent);
        var live = pass is not null && pass.IsLive(today) ? pass : null;
        return new(earlier, live, live is null ? null : PassDisplayState.Of(live, office, today));
    }
}
