using HealthCode.Domain.Auditing;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>我的登录 — the user's own sign-ins and failed attempts, so that he notices those that were not his.</summary>
public sealed class SessionsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public IReadOnlyList<AuditRecord> Records { get; private set; } = [];

    public async Task OnGetAsync() => Records = await db.SignInsOfAsync(currentUser.Staff!.UserName, clock.Now);

    /// <summary>继续: does nothing; the request itself renews the session.</summary>
    public IActionResult OnGetAwake() => new NoContentResult();
}
