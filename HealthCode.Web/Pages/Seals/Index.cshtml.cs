using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Seals;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Seals;

/// <summary>用印登记簿 of one month.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock) : PageModel
{
    public DateOnly FirstDay { get; private set; }

    public DateOnly Today => clock.Today;

    public IReadOnlyList<SealUse> Uses { get; private set; } = [];

    public OfficeSeal? Seal { get; private set; }

    public async Task OnGetAsync(string? month)
    {
        FirstDay = Month.FirstDay(month, clock.Today);
        Uses = await db.SealUsesOfAsync(FirstDay);
        Seal = await db.Seals.AsNoTracking().SingleOrDefaultAsync();
    }
}
