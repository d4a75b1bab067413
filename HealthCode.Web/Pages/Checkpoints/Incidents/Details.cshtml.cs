using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints.Incidents;

/// <summary>一条查验情况, and 上报.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    [BindProperty]
    [Display(Name = "报给了谁")]
    [Line(GateIncident.LongestLine)]
    public string? ReportedTo { get; set; }

    [TempData]
    public string? StatusMessage { get; set; }

    public GateIncident Incident { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id) => await FindAsync(id) is { } incident && (Incident = incident) is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await FindAsync(id) is not { } incident)
        {
            return NotFound();
        }

        Incident = incident;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await db.InOneTransaction(() =>
            {
                incident.Report(LineAttribute.Clean(ReportedTo), clock.Now);
                return Task.CompletedTask;
            });
        }
        catch (RuleBrokenException broken)
        {
            ModelState.AddModelError(nameof(ReportedTo), broken.Breaches[0].Sentence);
            return Page();
        }

        StatusMessage = "已记下上报。";
        return RedirectToPage(new { id });
    }

    private Task<GateIncident?> FindAsync(long id) =>
        db.GateIncidents.SingleOrDefaultAsync(incident => incident.Id == id && (currentUser.CheckpointId == null || incident.CheckpointId == currentUser.CheckpointId));
}
