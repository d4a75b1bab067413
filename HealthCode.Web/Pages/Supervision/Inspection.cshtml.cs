using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>一次督查, with a form for the second look.</summary>
public sealed class InspectionModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public RecheckInput Input { get; set; } = new();

    public Inspection Visit { get; private set; } = null!;

    public void OnGet() => Input.RecheckedOn = Today;

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Visit.Recheck(Input.RecheckedOn!.Value, LineAttribute.Clean(Input.RecheckFinding), Staff, Now), "复查已记下。", RedirectToPage(new { Id }));

    protected override bool IsKnown => Terms.Inspections.Count > 0;

    protected override async Task<bool> FindAsync()
    {
        if (await Db.Inspections.SingleOrDefaultAsync(inspection => inspection.Id == Id) is not { } inspection)
        {
            return false;
        }

        Visit = inspection;
        return true;
    }
}
