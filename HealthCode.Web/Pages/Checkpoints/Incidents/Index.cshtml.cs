using HealthCode.Domain.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints.Incidents;

/// <summary>查验情况登记 — a guard sees only those of his own checkpoint.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<GateIncident> Incidents { get; private set; } = [];

    public async Task OnGetAsync() => Incidents = await db.GateIncidents.AsNoTracking()
        .Where(incident => currentUser.CheckpointId == null || incident.CheckpointId == currentUser.CheckpointId)
        .OrderByDescending(incident => incident.ReportedAt == null).ThenByDescending(incident => incident.Id).Take(Most).ToListAsync();
}
