using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Auditing;

/// <summary>查看记录 — that somebody opened a resident's paper: once a user, paper and page in ten minutes, so that the resident can be told who saw it.</summary>
public sealed class AccessLog(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    /// <summary>The office's word for it.</summary>
    public const string Word = "查看";

    private static readonly TimeSpan Once = TimeSpan.FromMinutes(10);

    /// <summary>A page showed an entity of a resident.</summary>
    public async Task OpenedAsync(object entity, string page)
    {
        var (subject, officeCode) = db.SubjectOf(entity);
        var (actor, since) = (currentUser.Actor, clock.Now - Once);
        var user = actor.Staff?.UserName ?? "";
        if (!await db.AuditRecords.AnyAsync(record => record.At > since && record.UserName == user && record.Subject == subject
                && record.OfficeCode == officeCode && record.Action == Word && record.Detail == page))
        {
            // The entity's office, not the reach of an official who looks into several.
            db.Audit(Word, subject, page, actor with { OfficeCode = officeCode });
            await db.SaveChangesAsync();
        }
    }
}
