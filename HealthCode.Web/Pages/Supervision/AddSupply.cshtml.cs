using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>加一种物资 of the office's own.</summary>
public sealed class AddSupplyModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [BindProperty]
    public SupplyItemInput Input { get; set; } = new();

    public void OnGet() => Input.LowAt = 0;

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        async () => Db.SupplyItems.Add(SupplyItem.Keep(
            Office, LineAttribute.Clean(Input.Name), LineAttribute.Clean(Input.Unit), Input.LowAt!.Value, await Db.SupplyItems.Select(item => item.Name).ToListAsync())),
        "已加入，请登记领入。",
        () => RedirectToPage("Supplies"));
}
