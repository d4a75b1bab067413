using HealthCode.Domain.Declarations;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Passes;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Review;

/// <summary>测温审核 — shows the declaration; the reviewer enters temperature and the five clauses and makes one of three decisions.</summary>
public sealed class DecideModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : OfficePageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public Declaration Declaration { get; private set; } = null!;

    public IReadOnlyList<HealthPass> Passes { get; private set; } = [];

    public HealthPass? LivePass => Passes.FirstOrDefault(pass => pass.IsCurrent && pass.IsLive(Today));

    public Office Office { get; private set; } = null!;

    public RulePack Pack => Office.RulesOn(Today);

    public DateOnly Today => clock.Today;

    /// <summary>同户: everybody who was declared together with this person, himself included; only himself if he was declared alone.</summary>
    public IReadOnlyList<Declaration> Household { get; private set; } = [];

    /// <summary>下一位（同户）: who of the household is reviewed next, or null.</summary>
    public Declaration? NextOfHousehold =>
        Household.Where(each => each.Id > Id).Concat(Household.Where(each => each.Id < Id)).FirstOrDefault(each => each.State == DeclarationState.AwaitingReview);

    /// <summary>读给本人听.</summary>
    public IReadOnlyList<SpokenSentence> Aloud => SpokenDeclaration.Of(DeclarationInput.Of(Declaration.Content, Declaration.FormKey), Pack.Pass, Today);

    /// <summary>返乡登记 of this person, a sentence each, beside the clause on who comes back; they decide nothing.</summary>
    public IReadOnlyList<string> Returns { get; private set; } = [];

    /// <summary>Observations recorded of this person, each beside the clause it speaks to; they decide nothing.</summary>
    public IReadOnlyList<Observation> Observations { get; private set; } = [];

    /// <summary>Risk areas named in the addresses of the form; they decide nothing.</summary>
    public IReadOnlyList<RiskAreaHit> RiskAreas { get; private set; } = [];

    /// <summary>Asks for confirmation if the temperature contradicts the tick 正常 or 不正常; otherwise null.</summary>
    public string? TemperatureQuestion { get; private set; }

    /// <summary>The parsed input, used to show the counted days.</summary>
    public ReviewFindings Findings { get; private set; } = new();

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Declaration, "审核页（完整）");
        Input.Version = Declaration.Version;
        if (Declaration.TemperatureReadings is [.., var latest])
        {
            Input.Temperature = latest.Temperature.Celsius.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
            (Input.Site, Input.Device, Input.FoundNormal) = (latest.Site, latest.Device, latest.FoundNormal);
        }
    }

    /// <summary>先存体温 — saves a temperature reading without a decision; also used for a second measurement.</summary>
    public Task<IActionResult> OnPostMeasureAsync() => CarryAsync(async reading =>
    {
        var (declaration, _) = await AwaitingAsync();
        declaration.RecordTemperature(reading.Findings.Temperature ?? throw new RuleBrokenException([ReviewRules.EverythingAnswered.Broken("第(10)项体温", ReviewField.Temperature)]));
        StatusMessage = "体温已记下。";
        return RedirectToPage(new { Id });
    });

    /// <summary>只看天数 — shows the counted days without saving anything.</summary>
    public IActionResult OnPostCount() => Again(Read());

    public Task<IActionResult> OnPostApproveAsync() => CarryAsync(async reading =>
    {
        var (declaration, version) = await AwaitingAsync();
        clock.RequireRight();
        declaration.Approve(reading.Findings, version, Pack, currentUser.Staff!, clock.Now, Today);
        var pass = await db.IssuePassAsync(declaration, Office, Input.TakeBackOldPass, clock);
        return await OnAsync($"已作出“符合”，卡号 {PassNumber.Restore(pass.Number).Grouped}。下一步：打印。", "/Passes/Details", pass.Id);
    });

    public Task<IActionResult> OnPostReturnAsync() => CarryAsync(async reading =>
    {
        var (declaration, version) = await AwaitingAsync();
        declaration.ReturnForCorrection(reading.Findings, reading.MissingItems, reading.Reason, version, currentUser.Staff!, clock.Now, Today);
        db.Audit("退回补正", "申报 " + declaration.Number, string.Join("、", reading.MissingItems));
        return await OnAsync($"申报 {declaration.Number} 已退回补正。下一步：当面告诉本人要补什么，打印告知单交给本人。", "/Declarations/Details", Id, Slip("打印补正告知单"));
    });

    public Task<IActionResult> OnPostRefuseAsync() => CarryAsync(async reading =>
    {
        var (declaration, version) = await AwaitingAsync();
        declaration.Refuse(reading.Findings, reading.Reason, version, Pack, currentUser.Staff!, clock.Now, Today);
        db.Audit("不予办理", "申报 " + declaration.Number, string.Join("、", reading.Findings.AppliedClauses.Select(clause => Pack.Clause((int)clause).Code).Concat(reading.Findings.FailedConditions.Select(condition => Pack.Condition((int)condition).Code))));
        return await OnAsync($"申报 {declaration.Number} 不予办理。下一步：打印告知单，交给本人。", "/Declarations/Details", Id, Slip("打印不予办理告知单"));
    });

    protected override Func<Field, string> PathOf => ReviewInput.PathOf;

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Declarations.AsNoTracking().Include(each => each.Decisions).SingleOrDefaultAsync(each => each.Id == Id) is not { } declaration)
        {
            return NotFound();
        }

        (Declaration, Office) = (declaration, await db.OfficeAtAsync(currentUser));
        Household = await db.Declarations.AsNoTracking().OfSitting(declaration).ToListAsync();
        return null;
    }

    protected override async Task ShowAsync()
    {
        Passes = await db.Passes.AsNoTracking().Where(pass => pass.PersonKey == Declaration.PersonKey).OrderByDescending(pass => pass.Id).Take(5).ToListAsync();
        Observations = await db.Observations.AsNoTracking()
            .Where(observation => db.Residents.Any(resident => resident.Id == observation.ResidentId && resident.PersonKey == Declaration.PersonKey)).OrderBy(observation => observation.StartedOn).ToListAsync();
        Returns = await ReturnsAsync();
        RiskAreas = await db.RiskAreasInAsync(Declaration.OfficeCode, SupervisionQueries.PlacesOf(Declaration.Content, Today));
    }

    private async Task<IReadOnlyList<string>> ReturnsAsync()
    {
        if (Pack.Register(RegisterKind.Returnees) is not { } form)
        {
            return [];
        }

        var resident = (await db.ResidentsByKeyAsync([Declaration.OfficeCode], [Declaration.PersonKey])).Values.FirstOrDefault();
        var keys = resident is null ? [Declaration.PersonKey] : (await db.KnownAsAsync(resident)).Keys;
        var entries = await db.RegisterEntries.AsNoTracking().Where(entry => entry.OfficeCode == Declaration.OfficeCode && entry.Kind == RegisterKind.Returnees && entry.VoidedOn == null && keys.Contains(entry.PersonKey!))
            .OrderBy(entry => entry.On).ToListAsync();
        return [.. entries.Select(entry => $"{entry.ReferenceIn(form)}：{((Returnee)entry.Content).Sentence(form, Pack, Today)}")];
    }

    private async Task<IActionResult> CarryAsync(Func<ReviewParser, Task<IActionResult>> decide)
    {
        var reading = Read();
        if (reading.Faults.Count > 0 || (TemperatureQuestion is not null && !Input.TemperatureConfirmed))
        {
            return Again(reading);
        }

        IActionResult? next = null;
        return await TryAsync(async () => next = await db.InOneTransactionAsync(() => decide(reading))) ? next! : Again(reading);
    }

    private ReviewParser Read()
    {
        var reading = ReviewParser.Of(Input, currentUser.Staff!, clock.Now, Today);
        TemperatureQuestion = reading.Findings.Temperature?.Question(Office.TemperaturePrompt);
        return reading;
    }

    private PageResult Again(ReviewParser reading)
    {
        Findings = reading.Findings;
        ModelState.Add(reading.Faults, pathOf: ReviewInput.PathOf);
        if (TemperatureQuestion is not null && !Input.TemperatureConfirmed)
        {
            ModelState.AddModelError("Input.TemperatureConfirmed", TemperatureQuestion);
        }

        return Page();
    }

    private NextStep Slip(string text) => new(text, Url.Page("/Printing/Slip", new { Id })!, "Alt+P", IsAgainst: true);

    /// <summary>Who sits at the window with others of his household: on to the next of them, and after the last to the household. Otherwise to the
    /// page given, which offers the slip, if any, and who has waited longest (下一位).</summary>
    private async Task<IActionResult> OnAsync(string done, string page, long id, params NextStep[] slip)
    {
        if (Household.Count > 1)
        {
            SetStatus($"{Declaration.Content.Person.Name.Value}：{done}{(NextOfHousehold is null ? "这一户都审完了。" : "接着审同户的下一位。")}", slip);
            return NextOfHousehold is { } next ? RedirectToPage(new { next.Id }) : RedirectToPage("/Declarations/Sitting", new { Id });
        }

        var waiting = db.Declarations.Where(each => each.State == DeclarationState.AwaitingReview && each.Id != Id);
        var longest = await waiting.OrderBy(each => each.WaitingSince).Select(each => (long?)each.Id).FirstOrDefaultAsync();
        NextStep[] queue = longest is { } first ? [new($"下一位（还有 {await waiting.CountAsync()} 位）", Url.Page("/Review/Decide", new { id = first })!, "Alt+J")] : [];
        SetStatus(done, [.. slip, .. queue]);
        return RedirectToPage(page, new { id });
    }

    /// <summary>The declaration to be decided, and the version the decision is about: 已宣读, ticked here, makes one.</summary>
    private async Task<(Declaration Declaration, int Version)> AwaitingAsync()
    {
        var declaration = await db.Declarations.Include(each => each.Decisions).SingleAsync(each => each.Id == Id);
        return (declaration, Input.ReadAloud ? declaration.NoteReadAloud(Input.Version, currentUser.Staff!, clock.Now) : Input.Version);
    }
}
