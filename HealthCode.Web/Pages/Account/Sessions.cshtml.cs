using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>我的登录 — one's own sign-ins and failures: what one has not done oneself is seen here.</summary>
public sealed class SessionsModel(OfficeDb db, Desk desk, OfficeClock clock) : PageModel
{
    public IReadOnlyList<AuditRecord> Records { get; private set; } = [];

    public async Task OnGetAsync() => Records = await db.SignInsOfAsync(desk.Staff!.UserName, clock.Now);

    /// <summary>继续: somebody is still here; that he asked is enough.</summary>
    public IActionResult OnGetAwake() => new NoContentResult();
}
