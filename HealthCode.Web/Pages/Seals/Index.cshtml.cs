using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Seals;

/// <summary>用印登记簿 of one month.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock) : PageModel
{
    private static readonly ListOrder<SealUse> Order = new ListOrder<SealUse>(rows => rows.OrderBy(use => use.Id), rows => rows.ThenBy(use => use.Id))
        .By("number", use => use.Id).By("subject", use => use.Subject).By("handled", use => use.HandledBy).By("approved", use => use.ApprovedBy).By("keeper", use => use.SealKeeper);

    public DateOnly FirstDay { get; private set; }

    public DateOnly Today => clock.Today;

    public Listing<SealUse> Uses { get; private set; } = Listing.None<SealUse>();

    /// <summary>Copies of the month.</summary>
    public int Copies { get; private set; }

    /// <summary>序号 of the month, by key.</summary>
    public IReadOnlyDictionary<long, int> Numbers { get; private set; } = new Dictionary<long, int>();

    public OfficeSeal? Seal { get; private set; }

    public async Task OnGetAsync(string? month)
    {
        FirstDay = Month.FirstDay(month, clock.Today);
        var next = FirstDay.AddMonths(1);
        var inMonth = db.SealUses.AsNoTracking().Where(use => use.On >= FirstDay && use.On < next);
        Uses = await Listing.OfAsync(inMonth, Order, Request);
        Copies = await inMonth.SumAsync(use => use.Copies);
        Numbers = (await inMonth.OrderBy(use => use.Id).Select(use => use.Id).ToListAsync()).Index().ToDictionary(each => each.Item, each => each.Index + 1);
        Seal = await db.Seals.AsNoTracking().SingleOrDefaultAsync();
    }
}
