using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages;

/// <summary>首页 — what waits for whom, what has waited longest, today's figures.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock, IAuthorizationService guard) : PageModel
{
    private const int LongestWaits = 8;

    /// <summary>Null for somebody who sees no residents, the system administrator.</summary>
    public DayFigures? Figures { get; private set; }

    public IReadOnlyList<Declaration> Longest { get; private set; } = [];

    public DateTimeOffset Now => clock.Now;

    public async Task OnGetAsync()
    {
        if ((await guard.AuthorizeAsync(User, Policies.Figures)).Succeeded)
        {
            Figures = await DayFigures.Of(db, clock);
            Longest = [.. (await db.FindDeclarations(null, DeclarationState.AwaitingReview)).Take(LongestWaits)];
        }
    }
}
