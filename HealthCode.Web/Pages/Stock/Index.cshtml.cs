using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using HealthCode.Web.Seals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Stock;

/// <summary>卡片库存 — sheets received, printed, spoiled and left; cards stamped and handed over; counted at the end of the day.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    private static readonly ListOrder<StockEntry> Order = new ListOrder<StockEntry>(rows => rows.OrderByDescending(entry => entry.Id), rows => rows.ThenByDescending(entry => entry.Id))
        .By("at", entry => entry.At).By("stock", entry => entry.Stock).By("kind", entry => entry.Kind).By("sheets", entry => entry.Sheets);

    [BindProperty]
    public StockInput Input { get; set; } = new();

    public IReadOnlyList<StockBalance> Balances { get; private set; } = [];

    public Listing<StockEntry> Entries { get; private set; } = Listing.None<StockEntry>();

    public CardDay Day { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public static IReadOnlyList<SelectListItem> Stocks { get; } = [.. PrintCatalog.Stocks.Select(stock => new SelectListItem(stock, stock))];

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<StockEntryKind>(kind => kind.ChineseName());

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Kind is null)
        {
            ModelState.AddModelError("Input.Kind", "请选择领入、作废还是清点。");
        }

        if (!PrintCatalog.Stocks.Contains(Input.Stock))
        {
            ModelState.AddModelError("Input.Stock", "请选择哪种纸。");
        }

        return await SaveAsync(() => db.InOneTransactionAsync(EnterAsync), "已登记。", RedirectToPage());
    }

    protected override async Task ShowAsync()
    {
        Balances = await db.StockBalancesAsync(PrintCatalog.Stocks);
        Entries = await Listing.OfAsync(db.StockEntries.AsNoTracking(), Order, Request);
        Day = await db.CardDayOfAsync(Today);
    }

    private async Task EnterAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        var (stock, sheets, note, staff) = (Input.Stock!, Input.Sheets!.Value, LineAttribute.Clean(Input.Note), currentUser.Staff!);
        db.StockEntries.Add(Input.Kind switch
        {
            StockEntryKind.Received => StockEntry.Receive(office, stock, sheets, note, staff, clock.Now, Today),
            StockEntryKind.Spoiled => StockEntry.Spoil(office, stock, sheets, note, staff, clock.Now, Today),
            _ => StockEntry.Count(office, stock, sheets, (await db.StockBalancesAsync([stock]))[0].Left, note, staff, clock.Now, Today),
        });
    }
}
