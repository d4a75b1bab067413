using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>风险地区 — the list, and a form for the next.</summary>
public sealed class RiskAreasModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [BindProperty]
    public RiskAreaInput Input { get; set; } = new();

    public Listing<RiskArea> Areas { get; private set; } = Listing.None<RiskArea>();

    public void OnGet() => Input.FirstDay = Today;

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Db.RiskAreas.Add(RiskArea.Enter(
            Office, LineAttribute.Clean(Input.Name), LineAttribute.Clean(Input.Level), Input.FirstDay!.Value, Input.LastDay, LineAttribute.Clean(Input.Notice), Staff, Now)),
        "风险地区已登记。",
        RedirectToPage());

    protected override async Task ShowAsync() => Areas = await Listing.OfAsync(
        Db.RiskAreas.AsNoTracking(),
        new ListOrder<RiskArea>(rows => rows.OrderBy(area => area.WithdrawnAt != null || (area.LastDay != null && area.LastDay < Today)).ThenByDescending(area => area.FirstDay).ThenBy(area => area.Id), rows => rows.ThenBy(area => area.Id))
            .By("name", area => area.Name).By("level", area => area.Level).By("from", area => area.FirstDay).By("to", area => area.LastDay),
        Request);
}
