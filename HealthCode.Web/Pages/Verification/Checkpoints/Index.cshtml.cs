using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Verification.Checkpoints;

/// <summary>关口登记 — the gates of this office, the open ones first.</summary>
public sealed class IndexModel(OfficeDb db, Desk desk, OfficeClock clock) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    public IReadOnlyList<Checkpoint> Known { get; private set; } = [];

    public RulePack Pack { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Pack = (await db.OfficeAt(desk)).RulesOn(clock.Today);
        Known = await db.Checkpoints.AsNoTracking().OrderBy(checkpoint => checkpoint.IsClosed).ThenBy(checkpoint => checkpoint.Id).ToListAsync();
    }
}
