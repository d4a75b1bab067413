using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>自查表 as PDF.</summary>
public sealed class SelfCheckPaperModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    public async Task<IActionResult> OnGetAsync() => await Db.SelfChecks.AsNoTracking().SingleOrDefaultAsync(check => check.Id == Id) is { } check
        ? await PrintAsync("打印自查表", check, SelfCheckPaper.Draw(check, Office)) : NotFound();

    protected override bool IsKnown => Terms.SelfCheck.Count > 0;
}
