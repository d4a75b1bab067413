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
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>修改、补正 — saves a new version of a declaration that is not decided yet, with the reason for the change.</summary>
public sealed class EditModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : OfficePageModel, IDeclarationFormPage
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public DeclarationInput Input { get; set; } = new();

    public Declaration Declaration { get; private set; } = null!;

    public IReadOnlyList<string> Questions { get; private set; } = [];

    public IReadOnlyList<string> BlankItems => [];

    public IReadOnlyList<SpokenSentence> Aloud { get; private set; } = [];

    public IReadOnlyList<string> NearbyAddresses { get; private set; } = [];

    public Office Office { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Declaration, "修改页（完整）");
        Input = DeclarationInput.Of(Declaration.Content, Declaration.FormKey);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Input.WriteOut(Today);
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

        return await SaveAsync(
            () => db.InOneTransactionAsync(() => CorrectAsync(reading.Content, reason)),
            $"修改已保存，待测温审核。{string.Concat(Handwriting.NoticesOf(reading.Content))}",
            RedirectToPage("Details", new { Id }),
            whole: "Input.ChangeReason");
    }

    /// <summary>读给本人听 — the form as typed, with its sentences; nothing is saved.</summary>
    public IActionResult OnPostAloud()
    {
        ForgetErrors();
        Aloud = Office.RulesOn(Today) is { IssuesPasses: true } pack ? SpokenDeclaration.Of(Input, pack.Pass, Today) : [];
        return Page();
    }

    protected override Func<Field, string> PathOf => DeclarationInput.PathOf;

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Declarations.AsNoTracking().Include(each => each.Decisions).SingleOrDefaultAsync(each => each.Id == Id) is not { } declaration)
        {
            return NotFound();
        }

        (Declaration, Office) = (declaration, await db.OfficeAtAsync(currentUser));
        return null;
    }

    protected override async Task ShowAsync() => NearbyAddresses = await db.NearbyAddressesAsync(Office);

    private async Task CorrectAsync(DeclarationContent content, string reason)
    {
        await FormRules.RequireNobodyElsesAsync(db, content.Person, Id);
        var declaration = await db.Declarations.Include(each => each.Decisions).SingleAsync(each => each.Id == Id);
        declaration.Correct(content, reason, currentUser.Staff!, clock.Now, Today);
        await db.IndexDeclarationAsync(declaration);
    }
}
