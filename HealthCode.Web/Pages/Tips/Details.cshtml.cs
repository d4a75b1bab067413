using HealthCode.Domain.Observations;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Tips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Tips;

/// <summary>一件线索、举报 — dispatched, visited, answered, reported; linked with what tells the same.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : TipPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public TipStepInput Input { get; set; } = new();

    public Tip Tip { get; private set; } = null!;

    /// <summary>Areas to choose from: those whose worker is there, the place's own first.</summary>
    public IReadOnlyList<TipArea> Areas { get; private set; } = [];

    /// <summary>辖区, whether somebody is still there or not.</summary>
    public string AreaName { get; private set; } = "";

    /// <summary>What may tell the same.</summary>
    public IReadOnlyList<TipRow> Doubles { get; private set; } = [];

    /// <summary>What goes with this one.</summary>
    public IReadOnlyList<TipRow> Linked { get; private set; } = [];

    /// <summary>The tip it goes with; null if it goes by itself.</summary>
    public Tip? First { get; private set; }

    public async Task OnGetAsync()
    {
        (Input.VisitedOn, Input.ReportedOn, Input.SuspectedName) = (Today, Today, null);
        Input.Area = Tip.AreaId;
        await accessLog.OpenedAsync(Tip, "线索");
    }

    public Task<IActionResult> OnPostDispatchAsync() => StepAsync(
        async () => Tip.Dispatch(await Db.TipAreas.SingleOrDefaultAsync(area => area.Id == Input.Area && area.OfficeCode == Office.Code), Input.DispatchedAt, Staff, Now),
        "已派。下一步：打印派发单，交给他上门。", nameof(Input.Area));

    public Task<IActionResult> OnPostVisitAsync()
    {
        var at = Moment(Input.VisitedOn, Input.VisitedAt, nameof(Input.VisitedOn), nameof(Input.VisitedAt));
        return StepAsync(() => Tip.NoteVisit(at!.Value, Now), "上门已记下。下一步：登记反馈。", nameof(Input.VisitedAt));
    }

    public Task<IActionResult> OnPostFeedbackAsync()
    {
        PersonName? name = null;
        if (!string.IsNullOrWhiteSpace(Input.SuspectedName) && !PersonName.TryParse(Input.SuspectedName, out name, out var fault))
        {
            ModelState.AddModelError("Input.SuspectedName", fault);
        }

        var read = string.IsNullOrWhiteSpace(Input.DocumentNumber) ? null : IdentityDocument.Read(IdentityDocumentKind.ResidentIdCard, Input.DocumentNumber, null, saveDespiteFault: false, Today);
        foreach (var sentence in read?.Faults.Select(each => each.Sentence) ?? [])
        {
            ModelState.AddModelError("Input.DocumentNumber", sentence);
        }

        return StepAsync(() => NoteFeedbackAsync(name, read?.Document), Input.IsSuspected == true ? "反馈已记下，已列入待随访。下一步：及时上报。" : "反馈已记下。下一步：上报。", nameof(Input.Feedback));
    }

    public Task<IActionResult> OnPostReportAsync()
    {
        var at = Moment(Input.ReportedOn, Input.ReportedAt, nameof(Input.ReportedOn), nameof(Input.ReportedAt));
        return StepAsync(() => Tip.Report(LineAttribute.Clean(Input.ReportedTo), at!.Value, Staff, Now), "上报已记下，这一件办完了。", nameof(Input.ReportedTo));
    }

    public Task<IActionResult> OnPostLinkAsync() => StepAsync(
        async () =>
        {
            var first = await TipAsync(Input.LinkedTo ?? Id);
            Tip.LinkTo(first ?? Tip, await Db.Tips.AnyAsync(other => other.LinkedToId == Id));
        },
        "已并入，不再单独派发。", nameof(Input.LinkedTo));

    public Task<IActionResult> OnPostSeparateAsync() => StepAsync(Tip.Separate, "已分开，重新待派。", nameof(Input.LinkedTo));

    protected override async Task<bool> FindAsync()
    {
        Tip = (await TipAsync(Id))!;
        return Tip is not null;
    }

    protected override async Task ShowAsync()
    {
        var areas = await Db.TipAreasAsync(Office.Code);
        var fitting = TipAreaMatcher.Find(areas, Tip.Place).Select(area => area.Id).ToHashSet();
        Areas = [.. areas.Where(area => area.Serves(Today)).OrderBy(area => !fitting.Contains(area.Id)).ThenBy(area => area.Id)];
        AreaName = areas.FirstOrDefault(area => area.Id == Tip.AreaId)?.Name ?? "";
        Doubles = Tip.State == TipState.Received ? await Db.DoublesOfAsync(Tip) : [];
        Linked = await Db.LinkedToAsync(Id);
        First = Tip.LinkedToId is { } first ? await TipAsync(first) : null;
    }

    private async Task NoteFeedbackAsync(PersonName? name, IdentityDocument? document)
    {
        var words = LineAttribute.Clean(Input.Feedback);
        Tip.NoteFeedback(words, Input.IsSuspected, Staff, Now);
        if (Input.IsSuspected != true)
        {
            RuleBrokenException.ThrowIfAny(name is null && document is null ? [] : [TipRules.NumberOfSuspectOnly.Broken(field: TipField.DocumentNumber)]);
            return;
        }

        Resident? resident = null;
        if (document is not null)
        {
            // The number alone tells who it is; nobody is found by a name.
            resident = await Db.Residents.AsNoTracking().SingleOrDefaultAsync(each => each.OfficeCode == Office.Code && each.PersonKey == document.Key && each.MergedInto == null);
            RuleBrokenException.ThrowIfAny(resident is null ? [TipRules.SuspectInRoster.Broken(field: TipField.DocumentNumber)] : []);
        }

        var who = (name ?? Tip.Suspect)?.Value ?? $"姓名不知道，在{Tip.Place}";
        Db.FollowUps.Add(FollowUp.Open(Office.Code, resident?.Id, Shortened(who, FollowUp.LongestWho), FollowUpSource.Tip, Tip.NumberText, Shortened("上门核查说有疑似：" + words, FollowUp.LongestText), Staff, Now));
    }

    private static string Shortened(string words, int most) => words.Length <= most ? words : words[..(most - 1)] + "…";

    private Task<IActionResult> StepAsync(Func<Task> step, string done, string field) => ChangeAsync(step, () => done, () => RedirectToPage(new { Id }), "Input." + field);

    private Task<IActionResult> StepAsync(Action step, string done, string field) => StepAsync(
        () =>
        {
            step();
            return Task.CompletedTask;
        },
        done,
        field);
}
