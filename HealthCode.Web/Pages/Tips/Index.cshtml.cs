using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Tips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Tips;

/// <summary>线索举报 — the board: what is longest over first; and what is looked for.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ListSearch search) : TipPageModel(db, currentUser, clock)
{
    private static readonly ListOrder<TipRow> Board = Order(rows => rows.OrderBy(tip => tip.DueAt == null).ThenBy(tip => tip.DueAt).ThenByDescending(tip => tip.Id));

    private static readonly ListOrder<TipRow> NewestFirst = Order(rows => rows.OrderByDescending(tip => tip.Id));

    /// <summary>One state; null for all that are still to be dealt with.</summary>
    [BindProperty(SupportsGet = true)]
    public TipState? State { get; set; }

    /// <summary>What is looked for; null shows the board. Posted, so that a place or a name typed here gets into no address.</summary>
    public string? Q { get; private set; }

    public Listing<TipRow> Rows { get; private set; } = Listing.None<TipRow>();

    public IReadOnlyDictionary<TipState, int> Counts { get; private set; } = new Dictionary<TipState, int>();

    public IReadOnlyDictionary<long, string> AreaNames { get; private set; } = new Dictionary<long, string>();

    public TipSettings Settings { get; private set; } = null!;

    /// <summary>待随访 that are open.</summary>
    public int FollowUps { get; private set; }

    /// <summary>How many are still to be dealt with.</summary>
    public int Open => Counts.Where(each => each.Key < TipState.Reported).Sum(each => each.Value);

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? q) => LocalRedirect(search.AddressOf(Request, q));

    protected override async Task ShowAsync()
    {
        Q = search.TextOf(Request) is { Length: > 0 } text ? text : null;
        Counts = await Db.TipCountsAsync(Office.Code);
        Settings = await Db.TipSettingsAsync(Office);
        Rows = Q is { } words
            ? await Listing.OfAsync((await Db.FindTipsAsync(Office.Code, words, TipQueries.MostFound)).AsQueryable(), NewestFirst, Request)
            : await Listing.OfAsync(Db.TipBoard(Office.Code, State), Board, Request);
        AreaNames = await Db.TipAreas.Where(area => area.OfficeCode == Office.Code).Select(area => new { area.Id, area.Name }).ToDictionaryAsync(area => area.Id, area => area.Name);
        FollowUps = await Db.FollowUps.CountAsync(followUp => followUp.OfficeCode == Office.Code && followUp.ClosedAt == null);
    }

    private static ListOrder<TipRow> Order(Func<IQueryable<TipRow>, IOrderedQueryable<TipRow>> usual) => new ListOrder<TipRow>(usual, rows => rows.ThenByDescending(tip => tip.Id))
        .By("number", tip => tip.Number).By("kind", tip => tip.Topic).By("received", tip => tip.ReceivedAt).By("state", tip => tip.State).By("due", tip => tip.DueAt);
}
