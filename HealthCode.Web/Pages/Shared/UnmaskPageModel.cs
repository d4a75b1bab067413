using HealthCode.Domain.People;
using HealthCode.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Shared;

/// <summary>显示完整信息 — asks for a reason, then redirects to the Details page in the same folder, which is unmasked for thirty seconds.</summary>
/// <typeparam name="T">An entity that belongs to one resident.</typeparam>
public abstract class UnmaskPageModel<T>(OfficeDb db, Unmasking unmasking) : OfficePageModel
    where T : class
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public UnmaskInput Input { get; set; } = new();

    public T Subject { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Input.TryRead(NameOf(Subject), out var reason, out var fault))
        {
            ModelState.AddModelError("Input.Reason", fault);
            return Page();
        }

        return RedirectToPage("Details", new { Id, shown = await unmasking.LiftAsync(Subject, reason) });
    }

    /// <summary>Returns the name of the person the entity belongs to; the reason may not contain it.</summary>
    protected abstract PersonName NameOf(T subject);

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Set<T>().AsNoTracking().SingleOrDefaultAsync(each => EF.Property<long>(each, nameof(Id)) == Id) is not { } subject)
        {
            return NotFound();
        }

        Subject = subject;
        return null;
    }
}
