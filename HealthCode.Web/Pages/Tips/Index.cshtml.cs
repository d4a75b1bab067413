using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Tips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Tips;

/// <summary>线索举报 — the board: what is longest over first, a hundred on a page; and what is looked for.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : TipPageModel(db, currentUser, clock)
{
    private const int MostSheets = 10_000;

    /// <summary>One state; null for all that are still to be dealt with.</summary>
    [BindProperty(SupportsGet = true)]
    public TipState? State { get; set; }

    /// <summary>第几页, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    /// <summary>What is looked for; null shows the board. Posted, so that a place or a name typed here gets into no address.</summary>
    public string? Q { get; private set; }

    public IReadOnlyList<TipRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<TipState, int> Counts { get; private set; } = new Dictionary<TipState, int>();

    public IReadOnlyDictionary<long, string> AreaNames { get; private set; } = new Dictionary<long, string>();

    public TipSettings Settings { get; private set; } = null!;

    /// <summary>待随访 that are open.</summary>
    public int FollowUps { get; private set; }

    /// <summary>How many are still to be dealt with.</summary>
    public int Open => Counts.Where(each => each.Key < TipState.Reported).Sum(each => each.Value);

    public bool HasEarlier => Q is null && Sheet > 1;

    public bool HasLater => Q is null && Sheet * TipQueries.BoardPage < (State is { } state ? Counts.GetValueOrDefault(state) : Open);

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? q)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return RedirectToPage();
        }

        Q = q.Trim();
        return Page();
    }

    protected override async Task ShowAsync()
    {
        Sheet = Math.Clamp(Sheet, 1, MostSheets);
        Counts = await Db.TipCountsAsync(Office.Code);
        Settings = await Db.TipSettingsAsync(Office);
        Rows = Q is { } words ? await Db.FindTipsAsync(Office.Code, words, TipQueries.BoardPage) : await Db.TipBoardAsync(Office.Code, State, (Sheet - 1) * TipQueries.BoardPage);
        AreaNames = await Db.TipAreas.Where(area => area.OfficeCode == Office.Code).Select(area => new { area.Id, area.Name }).ToDictionaryAsync(area => area.Id, area => area.Name);
        FollowUps = await Db.FollowUps.CountAsync(followUp => followUp.OfficeCode == Office.Code && followUp.ClosedAt == null);
    }
}
