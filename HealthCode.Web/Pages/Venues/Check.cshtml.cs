using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Venues;

/// <summary>张贴检查 of one venue — what hangs where, and what was put right.</summary>
public sealed class CheckModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : VenuePageModel(db, currentUser, clock)
{
    private const int Shown = 20;

    [BindProperty]
    public PostingInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Answers { get; } = [new("true", "贴着"), new("false", "没有")];

    /// <summary>Earlier checks, the newest first.</summary>
    public IReadOnlyList<PostingCheck> Earlier { get; private set; } = [];

    protected override Func<Field, string> PathOf => PostingInput.PathOf;

    public void OnGet() => Input.On = Today;

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Db.PostingChecks.Add(PostingCheck.Note(Venue, Input.On, LineAttribute.Clean(Input.CheckedBy), Found(), Pack, Staff, Now, Today)),
        "检查已记下。", RedirectToPage("Details", new { Id }));

    public Task<IActionResult> OnPostMendAsync(long checkId) => ChangeAsync(
        async () => (await Db.PostingChecks.SingleOrDefaultAsync(check => check.Id == checkId && check.VenueId == Venue.Id))?.Mend(LineAttribute.Clean(Input.MendedBy), Input.MendedOn, Today),
        "补齐已记下。", RedirectToPage(new { Id }), "Input." + nameof(Input.MendedBy));

    protected override async Task ShowAsync()
    {
        Earlier = await Db.PostingChecks.AsNoTracking().Where(check => check.VenueId == Venue.Id).OrderByDescending(check => check.On).ThenByDescending(check => check.Id).Take(Shown).ToListAsync();
        // Where it hung the last time.
        var last = Earlier.Count > 0 ? Earlier[0] : null;
        Input.Sheets = [.. Terms.Sheets.Select((kind, place) => Input.Sheets.ElementAtOrDefault(place) ?? new PostedSheetInput { Place = last?.Sheets.FirstOrDefault(sheet => sheet.Kind == kind)?.Place })];
    }

    private List<PostedSheet> Found() =>
    [
        .. Terms.Sheets.Zip(Input.Sheets).Where(each => each.Second.Hangs is not null)
            .Select(each => new PostedSheet(each.First, each.Second.Hangs!.Value, each.Second.Hangs.Value ? LineAttribute.Clean(each.Second.Place) : "")),
    ];
}
