using System.Globalization;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Pages.Shared;

/// <summary>显示完整信息 — one entity, for one user, with a reason and a record, for thirty seconds; then the page masks itself again.</summary>
public sealed class Unmasking(OfficeDb db, CurrentUser currentUser, TimeLimitedToken token)
{
    /// <summary>The office's word for it.</summary>
    public const string Word = "显示完整信息";

    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(30);

    /// <summary>Records who looks and why.</summary>
    /// <returns>The token that unmasks the page, for its address.</returns>
    public async Task<string> LiftAsync(object entity, string reason)
    {
        var (subject, officeCode) = db.SubjectOf(entity);
        // The record first: what nobody knows of is never shown.
        db.Audit(Word, subject, reason, currentUser.Actor with { OfficeCode = officeCode });
        await db.SaveChangesAsync();
        return token.Issue($"{officeCode} {subject}", Shown);
    }

    /// <summary>How an entity is shown: unmasked with its own token, for as long as that lasts.</summary>
    public Masking Over(object entity, string? shown, HttpContext page)
    {
        var (subject, officeCode) = db.SubjectOf(entity);
        if (token.Read(shown) is not { } held || held.What != $"{officeCode} {subject}")
        {
            return Masking.Of(currentUser);
        }

        // Without a script, too: the browser itself asks again, without the token.
        page.Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(held.Left.TotalSeconds)}; url={page.Request.PathBase}{page.Request.Path}");
        return Masking.Lifted;
    }
}
