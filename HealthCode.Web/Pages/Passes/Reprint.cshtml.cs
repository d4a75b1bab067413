using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Passes;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>遗失或损毁补打 — a new number, the same end date; the old card is void at once.</summary>
public sealed class ReprintModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public enum Kind
    {
        Lost = 1,
        Damaged = 2,
    }

    [BindProperty]
    public ReprintInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public HealthPass Pass { get; private set; } = null!;

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<Kind>(kind => kind == Kind.Lost ? "遗失" : "损毁");

    public async Task<IActionResult> OnGetAsync(long id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (!FreeText.TryParse(Input.Reason, 100, out var reason, out var fault) || Input.Kind is null)
        {
            ModelState.AddModelError(fault is null ? "Input.Kind" : "Input.Reason", fault ?? "请选择遗失还是损毁");
            return Page();
        }

        try
        {
            var pass = await db.InOneTransaction(() => Reprint(id, reason));
            StatusMessage = $"旧卡已作废。新卡号 {PassNumber.Restore(pass.Number).Grouped}，有效期不变。下一步：打印。";
            return RedirectToPage("Details", new { id = pass.Id });
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            return Page();
        }
    }

    private async Task<HealthPass> Reprint(long id, string reason) =>
        await db.ReprintPassAsync(await db.Passes.SingleAsync(pass => pass.Id == id), Input.Kind == Kind.Lost, reason, await db.OfficeAt(currentUser), clock);

    private async Task<bool> Load(long id)
    {
        Pass = (await db.Passes.AsNoTracking().SingleOrDefaultAsync(pass => pass.Id == id && pass.OfficeCode == currentUser.OfficeCode))!;
        return Pass is not null;
    }

    public sealed class ReprintInput
    {
        [Display(Name = "为什么补打")]
        public Kind? Kind { get; set; }

        [Display(Name = "经过")]
        public string? Reason { get; set; }
    }
}
