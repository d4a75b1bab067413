using System.Globalization;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>防疫物资 — what is left, what came in, what went out to whom; counted now and then.</summary>
public sealed class SuppliesModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    /// <summary>How entries are sorted, here and on the page of one thing.</summary>
    internal static ListOrder<SupplyEntry> Order { get; } = new ListOrder<SupplyEntry>(rows => rows.OrderByDescending(entry => entry.Id), rows => rows.ThenByDescending(entry => entry.Id))
        .By("on", entry => entry.On).By("item", entry => entry.ItemId).By("kind", entry => entry.Kind).By("quantity", entry => entry.Quantity);

    [BindProperty]
    public SupplyEntryInput Input { get; set; } = new();

    public IReadOnlyList<SupplyStock> Stocks { get; private set; } = [];

    /// <summary>Today's balance of each thing.</summary>
    public IReadOnlyList<(SupplyStock Stock, SupplyBalance Day)> Days { get; private set; } = [];

    public Listing<(SupplyEntry Entry, SupplyItem Item)> Entries { get; private set; } = Listing.None<(SupplyEntry Entry, SupplyItem Item)>();

    public IReadOnlyList<SelectListItem> Items => [.. Stocks.Select(stock => new SelectListItem(stock.Item.Name, stock.Item.Id.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>What the notices want and the office does not keep yet.</summary>
    public IReadOnlyList<Domain.Rules.SupplyTerm> Suggested => [.. Terms.Supplies.Where(term => Stocks.All(stock => stock.Item.Name != term.Name))];

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<SupplyEntryKind>(kind => kind.ChineseName());

    public void OnGet() => Input.On = Today;

    public async Task<IActionResult> OnPostAsync()
    {
        var item = Input.ItemId is { } id ? await Db.SupplyItems.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id) : null;
        if (item is null)
        {
            ModelState.AddModelError("Input.ItemId", "请选择是哪种物资。");
        }

        if (Input.Kind is null)
        {
            ModelState.AddModelError("Input.Kind", "请选择领入、领出还是盘点。");
        }

        return await ChangeAsync(
            async () => Db.SupplyEntries.Add(SupplyEntry.Enter(
                item!, Input.Kind!.Value, Input.Quantity!.Value, LineAttribute.Clean(Input.Party), Input.On!.Value, LineAttribute.Clean(Input.Note),
                await Db.SupplyEntries.AsNoTracking().Where(entry => entry.ItemId == item!.Id).ToListAsync(), Staff, Now)),
            "已登记。",
            () => RedirectToPage());
    }

    /// <summary>加入 what the notices want, with one click.</summary>
    /// <param name="name">Name of a term of the pack.</param>
    public async Task<IActionResult> OnPostSuggestedAsync(string? name)
    {
        // The form below was not sent.
        ModelState.Clear();
        return Terms.Supplies.FirstOrDefault(each => each.Name == name) is not { } term ? NotFound() : await ChangeAsync(
            async () => Db.SupplyItems.Add(SupplyItem.Keep(Office, term.Name, term.Unit, 0, await Db.SupplyItems.Select(item => item.Name).ToListAsync())),
            $"已加入{term.Name}，请登记领入。",
            () => RedirectToPage());
    }

    protected override async Task ShowAsync()
    {
        Stocks = await Db.SupplyStocksAsync(Office.Code);
        var today = (await Db.SupplyEntries.AsNoTracking().Where(entry => entry.On >= Today).ToListAsync()).ToLookup(entry => entry.ItemId);
        Days =
        [
            .. Stocks.Select(stock =>
            {
                var day = SupplyBalance.Of([.. today[stock.Item.Id]], Today);
                return (stock, day with { Before = stock.Left - day.Left });
            }),
        ];
        var items = Stocks.ToDictionary(stock => stock.Item.Id, stock => stock.Item);
        Entries = (await Listing.OfAsync(Db.SupplyEntries.AsNoTracking(), Order, Request)).Select(entry => (entry, items[entry.ItemId]));
    }
}
