using HealthCode.Domain.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints.Incidents;

/// <summary>一条查验情况, with a form for 上报.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public IncidentReportInput Input { get; set; } = new();

    public GateIncident Incident { get; private set; } = null!;

    /// <summary>Colour of the band, as it was at the check: amber if nothing was recorded but a card that has to be asked about, otherwise red.</summary>
    public string Tone => Enum.GetValues<CheckOutcome>().Any(outcome => outcome.ChineseName() == Incident.Findings && GateBand.Tone(outcome) == "caution") ? "caution" : "stop";

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => db.InOneTransactionAsync(() =>
        {
            Incident.Report(LineAttribute.Clean(Input.ReportedTo), clock.Now);
            return Task.CompletedTask;
        }),
        "已记下上报。",
        RedirectToPage(new { Id }),
        whole: "Input.ReportedTo");

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.GateIncidents.SingleOrDefaultAsync(incident => incident.Id == Id && (currentUser.CheckpointId == null || incident.CheckpointId == currentUser.CheckpointId)) is not { } incident)
        {
            return NotFound();
        }

        Incident = incident;
        return null;
    }
}
