using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using HealthCode.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>逐日数字 — workbook with the figures of every day, without personal data, to keep after the destruction.</summary>
public sealed class FiguresModel(OfficeDb db, EpidemicEndAccess ending, CurrentUser currentUser, OfficeClock clock, ReportExport reports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellationToken)
    {
        if (await ending.FindAsync(code) is not { } office || !currentUser.Reaches(office.Code))
        {
            return NotFound();
        }

        var first = await db.Declarations.Where(declaration => declaration.OfficeCode == office.Code).MinAsync(declaration => (DateOnly?)declaration.SubmittedOn, cancellationToken) ?? clock.Today;
        var scope = new ReportScope(first, clock.Today, clock.Now) { OfficeCode = office.Code };
        var (file, name) = await reports.DrawUpAsync(new EveryDayReport(), scope, cancellationToken: cancellationToken);
        return File(file, Workbook.MediaType, name);
    }
}
