using HealthCode.Domain.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints.Incidents;

/// <summary>查验情况登记 — a guard sees only those of his own checkpoint.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser) : PageModel
{
    private static readonly ListOrder<GateIncident> Order = new ListOrder<GateIncident>(
        rows => rows.OrderByDescending(incident => incident.ReportedAt == null).ThenByDescending(incident => incident.Id), rows => rows.ThenByDescending(incident => incident.Id))
        .By("at", incident => incident.At).By("gate", incident => incident.CheckpointName).By("reported", incident => incident.ReportedAt);

    /// <summary>From this day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>To this day, inclusive.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public Listing<GateIncident> Incidents { get; private set; } = Listing.None<GateIncident>();

    public async Task OnGetAsync() => Incidents = await Listing.OfAsync(
        db.GateIncidents.AsNoTracking().Where(incident => (currentUser.CheckpointId == null || incident.CheckpointId == currentUser.CheckpointId)
            && (From == null || incident.On >= From) && (To == null || incident.On <= To)),
        Order,
        Request);
}
