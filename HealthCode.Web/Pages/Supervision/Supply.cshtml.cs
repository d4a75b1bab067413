using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>一种物资 — its entries, and from which number down it is low.</summary>
public sealed class SupplyModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private const int Most = 200;

    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public SupplyLowInput Input { get; set; } = new();

    public SupplyItem Item { get; private set; } = null!;

    public IReadOnlyList<(SupplyEntry Entry, SupplyItem Item)> Entries { get; private set; } = [];

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
        var entries = await Db.SupplyEntries.AsNoTracking().Where(entry => entry.ItemId == Id).OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.Id).ToListAsync();
        Left = entries.Sum(entry => entry.Change);
        Entries = [.. entries.Take(Most).Select(entry => (entry, Item))];
    }
}
