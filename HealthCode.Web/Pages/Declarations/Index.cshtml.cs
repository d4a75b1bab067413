using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>查询 — by name, pinyin initials, number, phone, declaration or card number.</summary>
[Authorize(Policies.Search)]
public sealed class IndexModel(OfficeDb db, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeclarationState? State { get; set; }

    public IReadOnlyList<Declaration> Found { get; private set; } = [];

    public bool HasMore { get; private set; }

    public DateTimeOffset Now => clock.Now;

    /// <summary>扫表号 — opens what was keyed from a printed form, or a new entry under its number.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (PrintedFormNumber.TryParse(Text, out var number) && await db.PrintedForms.AnyAsync(form => form.Number == number.Value))
        {
            var keyed = await db.Declarations.Where(declaration => declaration.FormKey == number.Value).Select(declaration => (long?)declaration.Id).SingleOrDefaultAsync();
            if (keyed is { } id)
            {
                return RedirectToPage("Details", new { id });
            }

            if (User.IsInRole(Roles.Clerk))
            {
                return RedirectToPage("Create", new { form = number.Value });
            }
        }

        var found = await db.FindDeclarations(Text, State);
        HasMore = found.Count > DeclarationSearch.Most;
        Found = [.. found.Take(DeclarationSearch.Most)];
        return Page();
    }
}
