using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>关口登记 — the checkpoints of this office, open ones first.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    public IReadOnlyList<Checkpoint> Known { get; private set; } = [];

    public RulePack Pack { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Pack = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today);
        Known = await db.Checkpoints.AsNoTracking().OrderBy(checkpoint => checkpoint.IsClosed).ThenBy(checkpoint => checkpoint.Id).ToListAsync();
    }
}
