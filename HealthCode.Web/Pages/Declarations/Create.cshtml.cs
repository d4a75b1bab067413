using System.Globalization;
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
using HealthCode.Web.Retention;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>录入 — enters one paper form, with the fields in the order of the paper.</summary>
public sealed class CreateModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, DraftStore drafts, DraftToken tokens, AccessLog accessLog) : OfficePageModel, IDeclarationFormPage
{
    [BindProperty]
    public DeclarationInput Input { get; set; } = new();

    public IReadOnlyList<DeclarationDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<string> Questions { get; private set; } = [];

    public IReadOnlyList<string> BlankItems { get; private set; } = [];

    public IReadOnlyList<string> NearbyAddresses { get; private set; } = [];

    public PersonHistory? History { get; private set; }

    public Office Office { get; private set; } = null!;

    /// <summary>The rules of today; if they have no pass, there is no form to fill in.</summary>
    public RulePack Pack => Office.RulesOn(Today);

    public DateOnly Today => clock.Today;

    /// <summary>Token that identifies the user and office of this form if the session ends while it is being filled in.</summary>
    public string Ticket => tokens.Issue(User, currentUser.OfficeCode!);

    /// <summary>An empty form, one for the number of a printed form, a reopened draft, or a renewal with only the identity filled in.</summary>
    public async Task<IActionResult> OnGetAsync(string? draft, long? renew, string? form)
    {
        var printed = form is null ? null : await db.PrintedForms.AsNoTracking().SingleOrDefaultAsync(each => each.Number == form);
        if (form is not null && printed is null)
        {
            return NotFound();
        }

        var formKey = printed?.Number ?? DraftStore.NewKey();
        (draft, renew) = (draft ?? printed?.Number, renew ?? printed?.RenewalOf);
        Office = await db.OfficeAtAsync(currentUser);
        NearbyAddresses = await db.NearbyAddressesAsync(Office);
        if (draft is not null && await drafts.OpenAsync(draft) is { } kept)
        {
            await TryUpdateModelAsync(Input, nameof(Input), new FormValueProvider(BindingSource.Form, kept, CultureInfo.CurrentCulture));
        }
        else if (renew is { } id)
        {
            var earlier = await db.Declarations.AsNoTracking().SingleOrDefaultAsync(declaration => declaration.Id == id);
            if (earlier is null)
            {
                return NotFound();
            }

            await accessLog.OpenedAsync(earlier, "续办页（完整）");
            Input = DeclarationInput.Of(earlier.Content.IdentityOnly(), formKey);
            History = await PersonHistory.OfAsync(db, earlier.Content.Person, Office, Today);
        }
        else
        {
            Input = new() { FormKey = formKey };
            Drafts = await drafts.MineAsync();
        }

        return Page();
    }

    /// <summary>保存 — then redirects to an empty form, or to the saved declaration if <paramref name="then"/> is "details".</summary>
    public async Task<IActionResult> OnPostAsync(string? then)
    {
        Office = await db.OfficeAtAsync(currentUser);
        if (!Pack.IssuesPasses)
        {
            return Page();
        }

        var reading = DeclarationParser.Of(Input, Today);
        Questions = reading.Questions;
        ModelState.Add(reading.Faults, pathOf: DeclarationInput.PathOf);
        if (reading.Content is null)
        {
            return await AgainAsync();
        }

        Questions = [.. Questions, .. Handwriting.NoticesOf(reading.Content)];
        BlankItems = reading.Content.BlankItems(Pack.Pass);
        if (BlankItems.Count > 0 && !Input.AcceptBlanks)
        {
            ModelState.AddModelError("Input.AcceptBlanks", $"还空着：{string.Join("、", BlankItems)}。能当面问清的请补上；纸上确实空着的，勾选后仍可保存，审核时退回补正。");
            return await AgainAsync(reading.Content);
        }

        Declaration? saved = null;
        if (!await TryAsync(async () => saved = await db.InOneTransactionAsync(() => SubmitAsync(reading.Content))))
        {
            return await AgainAsync(reading.Content);
        }

        StatusMessage = $"已保存，编号 {saved!.Number}。下一步：测温审核。{string.Concat(Handwriting.NoticesOf(reading.Content))}";
        return then == "details" ? RedirectToPage("Details", new { id = saved.Id }) : RedirectToPage();
    }

    /// <summary>存草稿 — by button, without JavaScript.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        // A draft may be incomplete or invalid.
        ModelState.Clear();
        var kept = false;
        if (!await TryAsync(async () => kept = await drafts.KeepAsync(Request.Form)))
        {
            Office = await db.OfficeAtAsync(currentUser);
            Drafts = await drafts.MineAsync();
            return await AgainAsync();
        }

        StatusMessage = kept ? "草稿已保存，可以随时从“没录完的表”继续。" : DestructionRules.NothingNew.Sentence;
        return RedirectToPage();
    }

    /// <summary>存草稿 — called by declaration.js shortly after the last key press; returns JSON.</summary>
    public async Task<IActionResult> OnPostDraftAsync()
    {
        ModelState.Clear();
        var kept = false;
        if (!await TryAsync(async () => kept = await drafts.KeepAsync(Request.Form)))
        {
            return new JsonResult(new { refused = string.Join("；", ModelState.Values.SelectMany(field => field.Errors).Select(error => error.ErrorMessage)) });
        }

        return kept ? new JsonResult(new { savedAt = clock.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture) }) : new NoContentResult();
    }

    /// <summary>丢弃草稿.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(string draft)
    {
        await drafts.DiscardAsync(draft);
        StatusMessage = "草稿已丢弃。";
        return RedirectToPage();
    }

    /// <summary>Called by declaration.js when the ID number has been typed; returns what follows from it and the person's history as HTML.</summary>
    public async Task<IActionResult> OnPostIdentityAsync() =>
        Partial("_Identity", await IdentityAnswer.OfAsync(db, Input, await db.OfficeAtAsync(currentUser), Today));

    /// <summary>Names of the divisions below a path, for the address fields; the office's own first.</summary>
    public async Task<IActionResult> OnGetDivisionsAsync(string path) => new JsonResult(await db.DivisionNamesBelowAsync(path, await db.OfficeAtAsync(currentUser)));

    protected override Func<Field, string> PathOf => DeclarationInput.PathOf;

    private async Task<Declaration> SubmitAsync(DeclarationContent content)
    {
        await db.RequireNotDestroyedAsync(Office.Code);
        if (await FormRules.SavedAsync(db, Input.FormKey) is { } saved)
        {
            // Submitting the same form twice saves it once; if the content differs, the user gets an error instead.
            FormRules.SavedOnce.Require(content.SameAs(saved.Content), $"编号 {saved.Number}。");
            return saved;
        }

        await FormRules.RequireNobodyElsesAsync(db, content.Person);
        var declaration = Declaration.Submit(Office, await db.NextDeclarationNumberAsync(Office, Today), Input.FormKey, content, currentUser.Staff!, clock.Now, Today);
        db.Declarations.Add(declaration);
        await db.SaveChangesAsync();
        await db.IndexDeclarationAsync(declaration);
        await drafts.CloseAsync(Input.FormKey);
        return declaration;
    }

    private async Task<PageResult> AgainAsync(DeclarationContent? content = null)
    {
        NearbyAddresses = await db.NearbyAddressesAsync(Office);
        History = content is null ? null : await PersonHistory.OfAsync(db, content.Person, Office, Today);
        return Page();
    }
}
