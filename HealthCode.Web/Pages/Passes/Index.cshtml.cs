using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using HealthCode.Web.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>通行卡 — lists of cards to print, stamp and hand over, and of cards that end soon; 登记已盖章 and 已发放 of the ticked ones.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, PassStepCommands steps, ListSearch search, PageAuthorization authorization) : OfficePageModel
{
    public const string TickAll = "all";
    public const string TickNone = "none";

    private const int NamesShown = 5;

    private static readonly ListOrder<HealthPass> NewestFirst = Order(rows => rows.OrderByDescending(pass => pass.Id));

    private static readonly ListOrder<HealthPass> EndingFirst = Order(rows => rows.OrderBy(pass => pass.Validity.LastDay).ThenByDescending(pass => pass.Id));

    /// <summary>Key of one of <see cref="Lists"/>; by default the cards that are not handed over yet.</summary>
    [FromQuery(Name = "list")]
    public string? List { get; set; }

    /// <summary>Which cards of the page are ticked when it is loaded: <see cref="TickAll"/>, or those in the state of this name.</summary>
    [FromQuery(Name = "ticked")]
    public string? Ticked { get; set; }

    [BindProperty]
    public PassBatchInput Input { get; set; } = new();

    public static IReadOnlyList<(string Key, string Title)> Lists { get; } =
    [
        ("todo", "待办"), ("print", "待打印"), ("stamp", "待盖章"), ("hand", "待发放"), ("ending", "3 天内到期"), ("live", "有效"), ("ended", "已失效"), (CardsToReplace.ListKey, "密钥失窃须换"),
    ];

    public Listing<(HealthPass Pass, PassDisplayState DisplayState)> Passes { get; private set; } = Listing.None<(HealthPass Pass, PassDisplayState DisplayState)>();

    /// <summary>What is looked for.</summary>
    public string Text { get; private set; } = "";

    public bool MayWrite { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>Whether a card waits for its stamp or its holder.</summary>
    public bool MayTick(HealthPass pass) => pass.State is PassState.Printed or PassState.Stamped && pass.IsLive(Today) && pass.OfficeCode == currentUser.OfficeCode;

    /// <summary>Whether a card is ticked: as it was posted, or as the link says.</summary>
    public bool IsTicked(HealthPass pass) => Input.Cards.Contains(pass.Id) || Ticked == TickAll || Ticked == pass.State.ToString();

    /// <summary>The query string of this page of the list, for links and buttons that stay on it.</summary>
    public Dictionary<string, string> Here => Request.Query.Where(each => each.Key is not ("handler" or "ticked")).ToDictionary(each => each.Key, each => each.Value.ToString());

    public void OnGet()
    {
    }

    public IActionResult OnPostSearch(string? q) => LocalRedirect(search.AddressOf(Request, q));

    /// <summary>登记已盖章.</summary>
    public Task<IActionResult> OnPostStampAsync()
    {
        // The boxes of the collector belong to the other button.
        ForgetErrors();
        return BatchAsync("登记已盖章", "记入用印登记簿。下一步：发给本人。", () => steps.StampAsync(Input.Cards));
    }

    /// <summary>登记已发放.</summary>
    public Task<IActionResult> OnPostHandOverAsync()
    {
        Input.Demand(ModelState);
        return BatchAsync("登记已发放", "", () => steps.HandOverAsync(Input.Cards, Input.Collector, Input.CleanRelation));
    }

    protected override async Task ShowAsync()
    {
        MayWrite = await authorization.AllowsAsync(Policies.PassesWrite);
        Text = search.TextOf(Request);
        var cards = await CardsAsync();
        if (await db.FoundDeclarationsAsync(Text) is { } declarations)
        {
            cards = cards.Where(pass => declarations.Contains(pass.DeclarationId));
        }

        var offices = await db.OfficesWithinReach.AsNoTracking().ToDictionaryAsync(office => office.Code);
        Passes = (await Listing.OfAsync(cards, List == "ending" ? EndingFirst : NewestFirst, Request)).Select(pass => (pass, PassDisplayState.Of(pass, offices[pass.OfficeCode], Today)));
    }

    private async Task<IQueryable<HealthPass>> CardsAsync()
    {
        var (today, soon) = (Today, Today.AddDays(PassDisplayState.EndingSoonDays));
        var passes = db.Passes.AsNoTracking();
        List<long> replaced = List == CardsToReplace.ListKey ? [.. (await db.CardsToReplaceAsync(db.Passes, today)).Select(card => card.Pass.Id)] : [];
        return List switch
        {
            // CardsToReplaceAsync ignores the query filters; this query applies them again.
            CardsToReplace.ListKey => passes.Where(pass => replaced.Contains(pass.Id)),
            "print" => passes.Where(pass => pass.State == PassState.AwaitingPrint && pass.Validity.LastDay >= today),
            "stamp" => passes.Where(pass => pass.State == PassState.Printed && pass.Validity.LastDay >= today),
            "hand" => passes.Where(pass => pass.State == PassState.Stamped && pass.Validity.LastDay >= today),
            "ending" => passes.Where(pass => pass.State == PassState.HandedOver && pass.Validity.LastDay >= today && pass.Validity.LastDay <= soon),
            "live" => passes.Where(pass => pass.State == PassState.HandedOver && pass.Validity.LastDay >= today),
            "ended" => passes.Where(pass => pass.State > PassState.HandedOver || pass.Validity.LastDay < today),
            _ => passes.NotHandedOver(today),
        };
    }

    private Task<IActionResult> BatchAsync(string step, string next, Func<Task<PassBatch>> record)
    {
        if (Input.Cards.Count == 0)
        {
            ModelState.AddModelError("", "还没有勾选。请在要登记的卡前面打勾，或点“全选”。");
        }

        return SaveAsync(async () =>
        {
            var (done, left) = await record();
            StatusMessage = (done == 0 ? "一张也没有登记。" : $"{step} {done} 张。{next}")
                + string.Concat(left.GroupBy(each => each.Reason).Select(group => $"没有登记：{Names(group)}。{group.Key.TrimEnd('。')}。"));
            return LocalRedirect(Listing.AddressOf(Request));
        });
    }

    private static string Names(IEnumerable<(HealthPass Pass, string Reason)> left)
    {
        var names = left.Select(each => each.Pass.Holder.Name.Value).ToList();
        return string.Join('、', names.Take(NamesShown)) + (names.Count > NamesShown ? $"等 {names.Count} 张" : "");
    }

    private static ListOrder<HealthPass> Order(Func<IQueryable<HealthPass>, IOrderedQueryable<HealthPass>> usual) =>
        new ListOrder<HealthPass>(usual, rows => rows.ThenByDescending(pass => pass.Id))
            .By("number", pass => pass.Number).By("state", pass => pass.State).By("until", pass => pass.Validity.LastDay);
}

/// <summary>The ticked cards, and who collects them.</summary>
public sealed class PassBatchInput : HandOverInput
{
    /// <summary>Keys of the cards ticked.</summary>
    public List<long> Cards { get; set; } = [];
}
