using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>查询 — by name, pinyin initials, number, phone, declaration or card number.</summary>
[Authorize(Policies.Search)]
public sealed class IndexModel(OfficeDb db, PassingTicket tickets, OfficeClock clock) : PageModel
{
    // So many digits are the number of a paper or a telephone.
    private const int MostDigits = 6;
    private static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(15);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>What was looked for, where it may not stand in an address.</summary>
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Ticket { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeclarationState? State { get; set; }

    public IReadOnlyList<Declaration> Found { get; private set; } = [];

    public bool HasMore { get; private set; }

    public DateTimeOffset Now => clock.Now;

    /// <summary>扫表号 — opens what was keyed from a printed form, or a new entry under its number.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Text ??= tickets.Read(Ticket)?.What;
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

    /// <summary>A number goes into no address, and so into no browser's history.</summary>
    public RedirectToPageResult OnPost() => Text?.Count(char.IsDigit) > MostDigits
        ? RedirectToPage(new { of = tickets.Issue(Text, TicketLife), State })
        : RedirectToPage(new { q = Text, State });
}
