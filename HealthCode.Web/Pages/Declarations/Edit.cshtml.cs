using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>修改、补正 — a new version of a form that has not been decided, with its reason.</summary>
public sealed class EditModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog views) : PageModel, IDeclarationFormPage
{
    [BindProperty]
    public DeclarationInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public Declaration Declaration { get; private set; } = null!;

    public IReadOnlyList<string> Questions { get; private set; } = [];

    public IReadOnlyList<string> BlankItems => [];

    public IReadOnlyList<string> NearbyAddresses { get; private set; } = [];

    public Office Office { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        await views.OpenedAsync(Declaration, "修改页（完整）");
        Input = DeclarationInput.Of(Declaration.Content, Declaration.FormKey);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        var reading = DeclarationParser.Of(Input, Today);
        Questions = reading.Questions;
        ModelState.Add(reading.Faults, pathOf: DeclarationInput.PathOf);
        if (!FreeText.TryParse(Input.ChangeReason, 100, out var reason, out var fault))
        {
            ModelState.AddModelError("Input.ChangeReason", fault!);
        }

        if (reading.Content is null || fault is not null)
        {
            return Page();
        }

        try
        {
            await db.InOneTransaction(() => Correct(id, reading.Content, reason));
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken.Breaches.Select(breach => breach with { Field = breach.Field ?? DeclarationField.ChangeReason }), pathOf: DeclarationInput.PathOf);
            return Page();
        }

        StatusMessage = $"修改已保存，待测温审核。{string.Concat(Handwriting.NoticesOf(reading.Content))}";
        return RedirectToPage("Details", new { id });
    }

    private async Task Correct(long id, DeclarationContent content, string reason)
    {
        await FormRules.RequireNobodyElses(db, content.Person, id);
        var declaration = await db.Declarations.Include(each => each.Decisions).SingleAsync(each => each.Id == id);
        declaration.Correct(content, reason, currentUser.Staff!, clock.Now, Today);
        await db.IndexDeclaration(declaration);
    }

    private async Task<bool> Load(long id)
    {
        Declaration = (await db.Declarations.AsNoTracking().Include(each => each.Decisions).SingleOrDefaultAsync(each => each.Id == id))!;
        if (Declaration is not null)
        {
            Office = await db.OfficeAt(currentUser);
            NearbyAddresses = await db.NearbyAddresses(Office);
        }

        return Declaration is not null;
    }
}
