using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using HealthCode.Web.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>录入 — enters one paper form, with the fields in the order of the paper.</summary>
public sealed class CreateModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, DraftStore drafts, DraftToken tokens, DeclarationEntry entry, AccessLog accessLog) : DraftedPageModel(drafts, clock), IDeclarationFormPage
{
    private const int MostMatches = 8;

    private const string RosterChanged = "名册刚刚改过，没有找到这个人，请再找一次。";

    [BindProperty]
    public DeclarationInput Input { get; set; } = new();

    public IReadOnlyList<DeclarationDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<string> Questions { get; private set; } = [];

    public IReadOnlyList<string> BlankItems { get; private set; } = [];

    public IReadOnlyList<string> NearbyAddresses { get; private set; } = [];

    public IReadOnlyList<SpokenSentence> Aloud { get; private set; } = [];

    public PersonHistory? History { get; private set; }

    /// <summary>从名册找 — residents whom the text in the name field finds.</summary>
    public IReadOnlyList<Resident> Matches { get; private set; } = [];

    /// <summary>Why no resident is shown who was asked for; null if none was, or some are.</summary>
    public string? NoMatch { get; private set; }

    /// <summary>Whether the form begins with what was known or typed before; the cursor then goes to the first open field.</summary>
    public bool IsPrefilled { get; private set; }

    public Office Office { get; private set; } = null!;

    /// <summary>The rules of today; if they have no pass, there is no form to fill in.</summary>
    public RulePack Pack => Office.RulesOn(Today);

    public DateOnly Today => Clock.Today;

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
        if (draft is not null && await DraftStore.OpenAsync(draft) is { } kept)
        {
            await TryUpdateModelAsync(Input, nameof(Input), new FormValueProvider(BindingSource.Form, kept, CultureInfo.CurrentCulture));
            IsPrefilled = true;
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
            IsPrefilled = true;
            History = await PersonHistory.OfAsync(db, earlier.Content.Person, Office, Today);
        }
        else if (printed?.ResidentId is { } visited && await db.Residents.AsNoTracking().SingleOrDefaultAsync(resident => resident.Id == visited) is { } resident)
        {
            await accessLog.OpenedAsync(resident, "上门带去的申报表（完整）");
            Input = await db.FromRosterAsync(resident, formKey);
            IsPrefilled = true;
            History = await PersonHistory.OfAsync(db, resident.Person, Office, Today);
        }
        else
        {
            Input = new() { FormKey = formKey };
            Drafts = await DraftStore.MineAsync();
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

        Input.WriteOut(Today);
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
            ModelState.AddModelError("Input.AcceptBlanks", DeclarationInput.BlanksLeft(BlankItems));
            return await AgainAsync(reading.Content);
        }

        Declaration? saved = null;
        if (!await TryAsync(async () => saved = await db.InOfficeTransactionAsync(Office.Code, () => SubmitAsync(reading.Content))))
        {
            return await AgainAsync(reading.Content);
        }

        StatusMessage = $"已保存，编号 {saved!.Number}。下一步：测温审核。{string.Concat(Handwriting.NoticesOf(reading.Content))}";
        return then == "details" ? RedirectToPage("Details", new { id = saved.Id }) : RedirectToPage();
    }

    /// <summary>存草稿 — by button, without JavaScript.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        if (await KeepDraftAsync())
        {
            return RedirectToPage();
        }

        Office = await db.OfficeAtAsync(currentUser);
        Drafts = await DraftStore.MineAsync();
        return await AgainAsync();
    }

    /// <summary>读给本人听 — the form as typed, with its sentences; nothing is saved.</summary>
    public async Task<IActionResult> OnPostAloudAsync()
    {
        ForgetErrors();
        Office = await db.OfficeAtAsync(currentUser);
        Aloud = Pack.IssuesPasses ? SpokenDeclaration.Of(Input, Pack.Pass, Today) : [];
        return await AgainAsync();
    }

    /// <summary>丢弃草稿.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(string draft)
    {
        await DraftStore.DiscardAsync(draft);
        StatusMessage = "草稿已丢弃。";
        return RedirectToPage();
    }

    /// <summary>从名册找 — by button, without JavaScript: shows the residents found above the form.</summary>
    public async Task<IActionResult> OnPostRosterAsync()
    {
        ForgetErrors();
        Office = await db.OfficeAtAsync(currentUser);
        Matches = await MatchesAsync();
        NoMatch = Matches.Count > 0 ? null
            : string.IsNullOrWhiteSpace(Input.Name) ? "先在“姓名”里写姓名、拼音首字母或证件号码末四位，再点“从名册找”。"
            : "名册里没有找到。照着纸上的申报表录就行。";
        return await AgainAsync();
    }

    /// <summary>从名册找 — called by form-parts.js while the name is typed; returns the residents found as HTML.</summary>
    public async Task<IActionResult> OnPostMatchesAsync() => Partial("_RosterMatches", (await MatchesAsync(), Today));

    /// <summary>从名册带出 — the form as typed, with what the roster knows of the resident chosen.</summary>
    public async Task<IActionResult> OnPostResidentAsync(long resident)
    {
        Office = await db.OfficeAtAsync(currentUser);
        ModelState.Clear();
        if (await db.Residents.AsNoTracking().SingleOrDefaultAsync(each => each.Id == resident && each.OfficeCode == Office.Code && (each.State == ResidentState.Here || each.State == ResidentState.MovedAway)) is not { } known)
        {
            NoMatch = RosterChanged;
            return await AgainAsync();
        }

        await accessLog.OpenedAsync(known, "录入页（完整）");
        Input.TakeIdentity(await db.FromRosterAsync(known, Input.FormKey));
        IsPrefilled = true;
        await AgainAsync();
        History = await PersonHistory.OfAsync(db, known.Person, Office, Today);
        return Page();
    }

    /// <summary>Called by form-parts.js when a field has been filled in; returns faults, values that follow, notes and the person's history as HTML.</summary>
    public async Task<IActionResult> OnPostCheckAsync() =>
        Partial("_FormCheck", await FormCheck.OfAsync(db, Input, await db.OfficeAtAsync(currentUser), Today));

    /// <summary>Names of the divisions below a path, for the address fields; the office's own first.</summary>
    public async Task<IActionResult> OnGetDivisionsAsync(string path) => new JsonResult(await db.DivisionNamesBelowAsync(path, await db.OfficeAtAsync(currentUser)));

    protected override Func<Field, string> PathOf => DeclarationInput.PathOf;

    private Task<IReadOnlyList<Resident>> MatchesAsync() => db.FindByNameAsync(currentUser.OfficeCode!, Input.Name, MostMatches);

    private async Task<Declaration> SubmitAsync(DeclarationContent content)
    {
        await db.RequireNotDestroyedAsync(Office.Code);
        var declaration = await entry.EnterAsync(Office, Input.FormKey, content);
        await DraftStore.CloseAsync(Input.FormKey);
        return declaration;
    }

    private async Task<PageResult> AgainAsync(DeclarationContent? content = null)
    {
        NearbyAddresses = await db.NearbyAddressesAsync(Office);
        History = content is null ? null : await PersonHistory.OfAsync(db, content.Person, Office, Today);
        return Page();
    }
}
