using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>成批录入 — the round list keyed back; each row is saved by itself, and a wrong one does not stop the others.</summary>
public sealed class GridModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, RoundEntry entry) : OfficePageModel
{
    /// <summary>Rows on a screen.</summary>
    public const int Most = 30;

    private const string PastMidnight = "这一页是昨天打开的，现在已经过了零点，还没有记下。昨天的请到各人的页上“补录以前的日子”；";

    [BindProperty]
    public GridInput Input { get; set; } = new();

    /// <summary>Number of the first row shown.</summary>
    [FromQuery]
    public int From { get; set; } = 1;

    public static IReadOnlyList<Choice> Channels { get; } =
        [.. Choice.Of<CheckInChannel>(channel => channel.ChineseName()).Where(choice => choice.Value is nameof(CheckInChannel.Door) or nameof(CheckInChannel.Phone) or nameof(CheckInChannel.Desk))];

    public Office Office { get; private set; } = null!;

    public CheckInForm Form => Office.RulesOn(clock.Today).HealthCode.CheckIn;

    /// <summary>The list of the day from <see cref="From"/> on; each has its row.</summary>
    public IReadOnlyList<DueRow> Shown { get; private set; } = [];

    public int Total { get; private set; }

    public DateOnly Today => clock.Today;

    private bool IsOfYesterday => Input.OpenedOn is { } opened && opened != Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (IsOfYesterday)
        {
            ModelState.AddModelError("", PastMidnight + "再按一次“记下”就记在今天。");
            return Page();
        }

        var saved = 0;
        foreach (var (place, row) in Input.Rows.Index().Where(each => !each.Item.IsEmpty))
        {
            var sentences = await entry.SaveAsync(Office, Input.Channel, row);
            saved += sentences.Count == 0 ? 1 : 0;
            foreach (var sentence in sentences)
            {
                ModelState.AddModelError($"Input.Rows[{place}]", sentence);
            }
        }

        if (ModelState.IsValid)
        {
            StatusMessage = saved == 0 ? "没有填写，没有记下。" : $"记下 {saved} 人。";
            return RedirectToPage(new { From });
        }

        return Page();
    }

    /// <summary>One row, sent by the script as soon as it is left.</summary>
    public async Task<IActionResult> OnPostRowAsync() =>
        IsOfYesterday ? new JsonResult(new { sentences = new[] { PastMidnight + "要记在今天，请按“记下”。" } })
        : Input.Rows.FirstOrDefault(row => !row.IsEmpty) is { } row ? new JsonResult(new { sentences = await entry.SaveAsync(Office, Input.Channel, row) }) : BadRequest();

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        return null;
    }

    protected override async Task ShowAsync()
    {
        var all = await db.DueRowsAsync(Office, clock.Today);
        (Total, Shown) = (all.Count, [.. all.Where(row => row.Entry.Number >= From).Take(Most)]);
        var typed = Input.Rows.ToLookup(row => row.ResidentId);
        Input.Rows = [.. Shown.Select(row => typed[row.Resident.Id].FirstOrDefault() is { } kept && !row.IsDone ? kept : new() { ResidentId = row.Resident.Id })];
    }
}
