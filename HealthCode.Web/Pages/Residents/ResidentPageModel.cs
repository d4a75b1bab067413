using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents;

/// <summary>Base of the pages about one resident.</summary>
public abstract class ResidentPageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    /// <summary>The resident.</summary>
    [FromRoute]
    public long Id { get; set; }

    public Resident Resident { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public RulePack Pack => Office.RulesOn(Today);

    public DateOnly Today => clock.Today;

    protected OfficeDb Db => db;

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Residents.AsNoTracking().SingleOrDefaultAsync(resident => resident.Id == Id) is not { } resident)
        {
            return NotFound();
        }

        (Resident, Office) = (resident, await db.OfficeAtAsync(currentUser));
        return null;
    }

    /// <summary>Runs a command, then shows the resident.</summary>
    protected Task<IActionResult> ChangeAsync(Func<Task> verb, string done, string whole = "") => SaveAsync(verb, done, RedirectToPage("Details", new { Id }), whole: whole);
}
