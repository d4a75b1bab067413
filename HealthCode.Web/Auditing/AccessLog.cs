using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Auditing;

/// <summary>查看记录 — audits that a user opened a resident's data, once per user, record and page in ten minutes, so that the resident can be told who
/// saw it.</summary>
public sealed class AccessLog(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    /// <summary>Name of the audit action.</summary>
    public const string ActionName = "查看";

    private static readonly TimeSpan Once = TimeSpan.FromMinutes(10);

    /// <summary>Records that a page showed an entity with resident data.</summary>
    public async Task OpenedAsync(object entity, string page)
    {
        var (subject, officeCode) = db.SubjectOf(entity);
        var (actor, since) = (currentUser.Actor, clock.Now - Once);
        var user = actor.Staff?.UserName ?? "";
        if (!await db.AuditRecords.AnyAsync(record => record.At > since && record.UserName == user && record.Subject == subject
                && record.OfficeCode == officeCode && record.Action == ActionName && record.Detail == page))
        {
            // The office of the entity, because the user's scope may include several.
            db.Audit(ActionName, subject, page, actor with { OfficeCode = officeCode });
            await db.SaveChangesAsync();
        }
    }
}
