using System.Globalization;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Outreach;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>成批录回 — what came of a round, row by row; each is saved by itself, and a wrong one does not stop the others.</summary>
public sealed class GridModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, OutreachCommands outreach) : RoundPageModel(db, currentUser, clock)
{
    [BindProperty]
    public GridInput Input { get; set; } = new();

    public IReadOnlyList<(OutreachVisit Visit, Resident Resident)> Rows { get; private set; } = [];

    /// <summary>1 已办 2 家里没人 …</summary>
    public static string Legend { get; } = string.Join('　', Enum.GetValues<OutreachResult>().Select(result => $"{(int)result} {result.ChineseName()}"));

    /// <summary>Why the day cannot be read: then no row is keyed under another one.</summary>
    private IReadOnlyList<string> WrongDay => [.. ModelState["Input.VisitedOn"]?.Errors.Select(error => error.ErrorMessage) ?? []];

    public void OnGet() => Input.VisitedOn = Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (WrongDay.Count > 0)
        {
            return Page();
        }

        var saved = 0;
        foreach (var (place, row) in Input.Rows.Index().Where(each => !each.Item.IsEmpty))
        {
            var sentences = await KeyAsync(row);
            saved += sentences.Count == 0 ? 1 : 0;
            foreach (var sentence in sentences)
            {
                ModelState.AddModelError($"Input.Rows[{place}]", sentence);
            }
        }

        if (ModelState.IsValid)
        {
            StatusMessage = saved == 0 ? "没有填写，没有记下。" : $"记下 {saved} 人。";
            return RedirectToPage("Round", new { round = Id });
        }

        return Page();
    }

    /// <summary>One row, sent by the script as soon as it is left.</summary>
    public async Task<IActionResult> OnPostRowAsync() =>
        WrongDay.Count > 0 ? new JsonResult(new { sentences = WrongDay })
        : Input.Rows.FirstOrDefault(row => !row.IsEmpty) is { } row ? new JsonResult(new { sentences = await KeyAsync(row) }) : BadRequest();

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await base.LoadAsync() is { } instead)
        {
            return instead;
        }

        Rows = await RowsAsync();
        return null;
    }

    protected override Task ShowAsync()
    {
        var typed = Input.Rows.ToLookup(row => row.VisitId);
        // What belongs to no row of the list stands where it was typed.
        var strays = Input.Rows.Where(row => Rows.All(each => each.Visit.Id != row.VisitId)).ToList();
        Input.Rows = [.. Rows.Select((row, place) => row.Visit.Result is not null ? new() { VisitId = row.Visit.Id }
            : typed[row.Visit.Id].FirstOrDefault() ?? (place < strays.Count ? new GridRow { VisitId = row.Visit.Id, Result = strays[place].Result, Note = strays[place].Note } : new() { VisitId = row.Visit.Id }))];
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<string>> KeyAsync(GridRow row)
    {
        var figure = HalfWidth.Normalize(row.Result ?? "").Trim();
        if (!int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Enum.IsDefined((OutreachResult)number))
        {
            return ["结果打一个数：" + Legend];
        }

        if (!FreeText.TryParse(row.Note, OutreachVisit.LongestNote, out var note, out var fault))
        {
            return ["备注" + fault];
        }

        return await outreach.TryKeyAsync(Office, Id, row.VisitId, (OutreachResult)number, Input.VisitedOn ?? Today, note);
    }
}
