using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Passes;

/// <summary>发卡 — issues the card of an approved declaration, in the transaction of the approval.</summary>
public static class PassIssuing
{
    /// <summary>Issues the card; a live card of the same person is an error unless it is taken back now.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="declaration">The approved declaration.</param>
    /// <param name="office">Its office.</param>
    /// <param name="takeBack">续办: the old card was returned by the resident.</param>
    /// <param name="clock">The office clock.</param>
    public static async Task<HealthPass> IssuePassAsync(this OfficeDb db, Declaration declaration, Office office, bool takeBack, OfficeClock clock)
    {
        clock.RequireRight();
        // 一人一卡 applies to the whole server, so the query filter of the office is ignored.
        var previous = await db.Passes.IgnoreQueryFilters().SingleOrDefaultAsync(pass => pass.PersonKey == declaration.PersonKey && pass.IsCurrent);
        if (takeBack && previous is not null && previous.OfficeCode == office.Code && previous.IsLive(clock.Today))
        {
            previous.TakeBackForRenewal(clock.Now, clock.Today);
        }

        var pass = HealthPass.Issue(declaration, office, await db.NextPassNumberAsync(office), previous, clock.Today);
        return await db.ReplaceAsync(pass);
    }

    /// <summary>补打: replaces a lost or damaged card by one with a new number and the same last day.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="old">The card; void at once.</param>
    /// <param name="isLost">Lost, not damaged.</param>
    /// <param name="reason">How it was lost or damaged.</param>
    /// <param name="office">Its office.</param>
    /// <param name="clock">The office clock.</param>
    public static async Task<HealthPass> ReprintPassAsync(this OfficeDb db, HealthPass old, bool isLost, string reason, Office office, OfficeClock clock)
    {
        clock.RequireRight();
        return await db.ReplaceAsync(old.Reprint(isLost, reason, await db.NextPassNumberAsync(office), office, clock.Now, clock.Today));
    }

    private static async Task<HealthPass> ReplaceAsync(this OfficeDb db, HealthPass pass)
    {
        // Saves the old card first: a unique index allows only one current card per person.
        await db.SaveChangesAsync();
        db.Passes.Add(pass);
        await db.SaveChangesAsync();
        await db.IndexPassAsync(pass);
        return pass;
    }
}
