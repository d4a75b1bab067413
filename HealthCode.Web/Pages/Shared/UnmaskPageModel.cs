using HealthCode.Domain.People;
using HealthCode.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Shared;

/// <summary>显示完整信息 — the reason first, then the Details page beside it, unmasked for thirty seconds.</summary>
/// <typeparam name="T">An entity of one resident.</typeparam>
public abstract class UnmaskPageModel<T>(OfficeDb db, Unmasking unmasking) : PageModel
    where T : class
{
    [BindProperty]
    public UnmaskInput Input { get; set; } = new();

    public T Subject { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!Input.TryRead(PersonOf(Subject), out var reason, out var fault))
        {
            ModelState.AddModelError("Input.Reason", fault);
            return Page();
        }

        return RedirectToPage("Details", new { id, shown = await unmasking.LiftAsync(Subject, reason) });
    }

    /// <summary>Whose information it is; a reason may not name him.</summary>
    protected abstract Person PersonOf(T subject);

    private async Task<bool> LoadAsync(long id)
    {
        Subject = (await db.Set<T>().AsNoTracking().SingleOrDefaultAsync(each => EF.Property<long>(each, "Id") == id))!;
        return Subject is not null;
    }
}
