using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Pages.Shared;

/// <summary>揭开遮盖 — one paper, for one user, with a reason and a record, for thirty seconds; then the page masks itself again.</summary>
public sealed class Unmasking(OfficeDb db, CurrentUser currentUser, TimeLimitedToken ticket)
{
    /// <summary>The office's word for it.</summary>
    public const string Word = "显示完整信息";

    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(30);

    public Task<string> LiftAsync(Declaration form, string reason) => LiftAsync(AuditDescriptions.Describe(form)!, form.OfficeCode, reason);

    public Task<string> LiftAsync(HealthPass pass, string reason) => LiftAsync(AuditDescriptions.Describe(pass)!, pass.OfficeCode, reason);

    public Masking Over(Declaration form, string? shown, HttpContext page) => Over(AuditDescriptions.Describe(form)!, form.OfficeCode, shown, page);

    public Masking Over(HealthPass pass, string? shown, HttpContext page) => Over(AuditDescriptions.Describe(pass)!, pass.OfficeCode, shown, page);

    private async Task<string> LiftAsync(string subject, string officeCode, string reason)
    {
        // The record first: what nobody knows of is never shown.
        db.Audit(Word, subject, reason, currentUser.Actor with { OfficeCode = officeCode });
        await db.SaveChangesAsync();
        return ticket.Issue($"{officeCode} {subject}", Shown);
    }

    private Masking Over(string subject, string officeCode, string? shown, HttpContext page)
    {
        if (ticket.Read(shown) is not { } held || held.What != $"{officeCode} {subject}")
        {
            return Masking.Of(currentUser);
        }

        // Without a script, too: the browser itself asks again, without the ticket.
        page.Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(held.Left.TotalSeconds)}; url={page.Request.PathBase}{page.Request.Path}");
        return Masking.Lifted;
    }
}
