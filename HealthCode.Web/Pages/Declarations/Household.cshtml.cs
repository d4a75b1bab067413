using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>一户一次办 — who is declared today; then what the household shares, and a form for each. All are saved together or none.</summary>
public sealed class HouseholdModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, DraftStore drafts, DraftToken tokens, DeclarationEntry entry, AccessLog accessLog)
    : DraftedPageModel(drafts, clock)
{
    private int _place;

    /// <summary>Key of any resident of the household; 0 for one that is not in the roster.</summary>
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public HouseholdInput Input { get; set; } = new();

    /// <summary>The household according to the roster.</summary>
    public IReadOnlyList<Resident> Members { get; private set; } = [];

    /// <summary>Whether people have been ticked, so that the forms are shown.</summary>
    public bool HasForms => Input.People.Count > 0;

    /// <summary>What the office has already for a person, by <c>Person.Key</c>.</summary>
    public Func<string, PersonStanding> StandingOf { get; private set; } = _ => new(null, null);

    public IReadOnlyList<string> Questions { get; private set; } = [];

    /// <summary>What is blank on a form, by its place.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> BlankItems { get; private set; } = new Dictionary<int, IReadOnlyList<string>>();

    public IReadOnlyList<string> NearbyAddresses { get; private set; } = [];

    /// <summary>The place of the form that is read aloud, or null.</summary>
    public int? AloudAt { get; private set; }

    public IReadOnlyList<SpokenSentence> Aloud { get; private set; } = [];

    /// <summary>The place of the form that was just added, or null.</summary>
    public int? AddedAt { get; private set; }

    public Office Office { get; private set; } = null!;

    public RulePack Pack => Office.RulesOn(Today);

    public DateOnly Today => Clock.Today;

    /// <inheritdoc cref="CreateModel.Ticket"/>
    public string Ticket => tokens.Issue(User, currentUser.OfficeCode!);

    /// <summary>The household to tick; with <paramref name="begin"/> the forms of those ticked, with nothing but their identity; or a draft.</summary>
    public async Task<IActionResult> OnGetAsync(long[] who, bool begin, string? draft)
    {
        if (draft is not null && HouseholdSitting.IsKey(draft) && await DraftStore.OpenAsync(draft) is { } kept)
        {
            await TryUpdateModelAsync(Input, nameof(Input), new FormValueProvider(BindingSource.Form, kept, CultureInfo.CurrentCulture));
            return Page();
        }

        var ticked = Members.Where(member => who.Contains(member.Id)).ToList();
        if (begin && ticked.Count == 0)
        {
            ModelState.AddModelError("", SittingRules.SomebodyDeclares.Sentence);
        }

        foreach (var member in ticked)
        {
            await accessLog.OpenedAsync(member, "一户一次办（完整）");
            Input.People.Add(new() { Form = DeclarationInput.Of(member.Person, DraftStore.NewKey()) });
        }

        if (Members.Count == 0)
        {
            AddPerson();
        }

        (Input.FormKey, Input.Shared.PhoneOwner) = (DraftStore.NewSittingKey(), PhoneOwner.Family);
        return Page();
    }

    /// <summary>保存这一户 — all forms in one transaction.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Pack.IssuesPasses)
        {
            return Page();
        }

        Input.WriteOut(Today);
        var parsed = SittingParser.Of(Input, Pack.Pass, Today);
        (Questions, BlankItems) = (parsed.Questions, parsed.BlankItems);
        // Otherwise the framework cuts the list of errors off with a sentence in English.
        ModelState.MaxAllowedErrors = int.MaxValue;
        ModelState.Add(parsed.Faults);
        List<Declaration> saved = [];
        return await TryAsync(() => db.InOfficeTransactionAsync(Office.Code, () => SubmitAsync(parsed.Forms, saved)), () => $"{nameof(Input)}.{SittingParser.PathOf(_place)}")
            ? Done(saved)
            : Page();
    }

    /// <summary>再加一人 — a further form, with nothing in it.</summary>
    public Task<IActionResult> OnPostAddAsync()
    {
        ForgetErrors();
        return SaveAsync(() =>
        {
            AddPerson();
            return Task.FromResult<IActionResult>(Page());
        });
    }

    /// <summary>存草稿 — by button, without JavaScript.</summary>
    public async Task<IActionResult> OnPostKeepAsync() => await KeepDraftAsync() ? RedirectToPage("FindHousehold") : Page();

    /// <summary>读给本人听 — the forms as typed, with the sentences of one of them; nothing is saved.</summary>
    public IActionResult OnPostAloud(int at)
    {
        ForgetErrors();
        if (Pack.IssuesPasses && Input.People.ElementAtOrDefault(at) is { } person)
        {
            (AloudAt, Aloud) = (at, SpokenDeclaration.Of(person.With(Input.Shared, Today).Form, Pack.Pass, Today));
        }

        return Page();
    }

    /// <summary>Called by form-parts.js when a field has been filled in; returns faults and values that follow as HTML.</summary>
    public IActionResult OnPostCheck() => Pack.IssuesPasses ? Partial("_FormCheck", FormCheck.Of(Input, Pack.Pass, Today)) : new NoContentResult();

    protected override Func<Field, string> PathOf => DeclarationInput.PathOf;

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        if (Id == 0)
        {
            return null;
        }

        if (await db.Residents.AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id) is not { } resident)
        {
            return NotFound();
        }

        Members = await db.HouseholdOfAsync(resident);
        return null;
    }

    protected override async Task ShowAsync()
    {
        NearbyAddresses = await db.NearbyAddressesAsync(Office);
        StandingOf = await db.StandingOfAsync([.. Members.Select(member => member.Person.Key)], Today);
    }

    private void AddPerson()
    {
        SittingRules.AreNotTooMany.Require(Input.People.Count < HouseholdSitting.MostPeople);
        AddedAt = Input.People.Count;
        Input.People.Add(new() { Form = new() { FormKey = DraftStore.NewKey() } });
    }

    private async Task SubmitAsync(IReadOnlyList<SittingForm> forms, List<Declaration> saved)
    {
        saved.Clear();
        await db.RequireNotDestroyedAsync(Office.Code);
        var key = HouseholdSitting.IsKey(Input.FormKey) ? Input.FormKey : DraftStore.NewSittingKey();
        foreach (var form in forms)
        {
            _place = form.Place;
            saved.Add(await entry.EnterAsync(Office, form.FormKey, form.Content, key));
        }

        await DraftStore.CloseAsync(Input.FormKey);
    }

    private RedirectToPageResult Done(List<Declaration> saved)
    {
        StatusMessage = $"已保存 {saved.Count} 份，编号 {saved[0].Number}{(saved.Count > 1 ? $" 至 {saved[^1].Number}" : "")}。下一步：一个接一个测温审核。";
        return RedirectToPage("Sitting", new { id = saved[0].Id });
    }
}
