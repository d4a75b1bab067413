using System.Globalization;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Pages.Shared;

/// <summary>显示完整信息 — unmasks one entity for one user for thirty seconds, with a reason and an audit record; then the page reloads masked.</summary>
public sealed class Unmasking(OfficeDb db, CurrentUser currentUser, TimeLimitedToken token)
{
    /// <summary>The action in the audit log.</summary>
    public const string Word = "显示完整信息";

    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(30);

    /// <summary>Writes who unmasks what and why to the audit log.</summary>
    /// <returns>A token for the query string of the Details page.</returns>
    public async Task<string> LiftAsync(object entity, string reason)
    {
        var (subject, officeCode) = db.SubjectOf(entity);
        // Saves the audit record before the token exists, so that nothing is shown unrecorded.
        db.Audit(Word, subject, reason, currentUser.Actor with { OfficeCode = officeCode });
        await db.SaveChangesAsync();
        return token.Issue($"{officeCode} {subject}", Shown);
    }

    /// <summary>Returns the masking for an entity: lifted while the token is valid for it, otherwise by the user's scope.</summary>
    public Masking Over(object entity, string? shown, HttpContext page)
    {
        var (subject, officeCode) = db.SubjectOf(entity);
        if (token.Read(shown) is not { } held || held.What != $"{officeCode} {subject}")
        {
            return Masking.Of(currentUser);
        }

        // Also without JavaScript: the Refresh header reloads the page without the token when it expires.
        page.Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(held.Left.TotalSeconds)}; url={page.Request.PathBase}{page.Request.Path}");
        return Masking.Lifted;
    }
}
