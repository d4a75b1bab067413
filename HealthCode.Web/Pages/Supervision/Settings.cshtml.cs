using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>不予认可的时限 — the office's own hours.</summary>
public sealed class SettingsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [BindProperty]
    public SupervisionSettingsInput Input { get; set; } = new();

    public async Task OnGetAsync() => Input.Hours = (await Db.SupervisionSettingsAsync(Office)).ComplaintHours;

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        async () =>
        {
            var settings = await Db.SupervisionSettings.SingleOrDefaultAsync(each => each.OfficeCode == Office.Code) ?? Db.SupervisionSettings.Add(SupervisionSettings.Usual(Office)).Entity;
            settings.AnswerWithin(Input.Hours!.Value);
        },
        "小时数已改，从新受理的一件算起。",
        () => RedirectToPage("Complaints"));

    protected override bool IsKnown => Terms.Recognition is not null;
}
