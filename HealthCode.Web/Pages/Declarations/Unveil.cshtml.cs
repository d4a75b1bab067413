using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>显示完整信息 of one form: the reason, then thirty seconds.</summary>
public sealed class UnveilModel(OfficeDb db, Unmasking veils) : PageModel
{
    [BindProperty]
    public UnmaskInput Input { get; set; } = new();

    public Declaration Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (!Input.TryRead(Paper.Content.Person, out var reason, out var fault))
        {
            ModelState.AddModelError("Input.Reason", fault);
            return Page();
        }

        return RedirectToPage("Details", new { id, shown = await veils.LiftAsync(Paper, reason) });
    }

    private async Task<bool> Load(long id)
    {
        Paper = (await db.Declarations.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id))!;
        return Paper is not null;
    }
}
