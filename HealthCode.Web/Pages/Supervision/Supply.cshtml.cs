using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>一种物资 — its entries, and from which number down it is low.</summary>
public sealed class SupplyModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public SupplyLowInput Input { get; set; } = new();

    public SupplyItem Item { get; private set; } = null!;

    public Listing<(SupplyEntry Entry, SupplyItem Item)> Entries { get; private set; } = Listing.None<(SupplyEntry Entry, SupplyItem Item)>();

    public int Left { get; private set; }

    public void OnGet() => Input.LowAt = Item.LowAt;

    public Task<IActionResult> OnPostAsync() => ChangeAsync(() => Item.WarnAt(Input.LowAt!.Value), "已保存。", RedirectToPage("Supplies"));

    protected override async Task<bool> FindAsync()
    {
        if (await Db.SupplyItems.SingleOrDefaultAsync(item => item.Id == Id) is not { } item)
        {
            return false;
        }

        Item = item;
        return true;
    }

    protected override async Task ShowAsync()
    {
        var entries = Db.SupplyEntries.AsNoTracking().Where(entry => entry.ItemId == Id);
        Left = (await entries.ToListAsync()).Sum(entry => entry.Change);
        Entries = (await Listing.OfAsync(entries, SuppliesModel.Order, Request)).Select(entry => (entry, Item));
    }
}
