using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Tips;

/// <summary>派发单 as PDF, for who goes there; there is none before the dispatch.</summary>
public sealed class SlipModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : TipPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    public async Task<IActionResult> OnGetAsync() => await TipAsync(Id) is { Dispatched: not null } tip
        ? await PrintAsync("打印派发单", Db.DescriptionOf(tip), TipSlip.Draw(tip, Terms, Office)) : NotFound();
}
