using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Passes;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>遗失或损毁补打 — issues a new card with a new number and the same end date; the old one becomes void at once.</summary>
public sealed class ReprintModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public ReprintInput Input { get; set; } = new();

    public HealthPass Pass { get; private set; } = null!;

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<ReprintCause>(cause => cause == ReprintCause.Lost ? "遗失" : "损毁");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!FreeText.TryParse(Input.Reason, 100, out var reason, out var fault) || Input.Kind is null)
        {
            ModelState.AddModelError(fault is null ? "Input.Kind" : "Input.Reason", fault ?? "请选择遗失还是损毁");
            return Page();
        }

        return await SaveAsync(async () =>
        {
            var pass = await db.InOneTransactionAsync(() => ReprintAsync(reason));
            StatusMessage = $"旧卡已作废。新卡号 {PassNumber.Restore(pass.Number).Grouped}，有效期不变。下一步：打印。";
            return RedirectToPage("Details", new { id = pass.Id });
        });
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Passes.AsNoTracking().SingleOrDefaultAsync(pass => pass.Id == Id && pass.OfficeCode == currentUser.OfficeCode) is not { } found)
        {
            return NotFound();
        }

        Pass = found;
        return null;
    }

    private async Task<HealthPass> ReprintAsync(string reason) =>
        await db.ReprintPassAsync(await db.Passes.SingleAsync(pass => pass.Id == Id), Input.Kind == ReprintCause.Lost, reason, await db.OfficeAtAsync(currentUser), clock);
}
