using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Data;
using HealthCode.Web.PrintRuns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Printing;

/// <summary>校准测试页 as PDF.</summary>
public sealed class TestSheetModel(OfficeDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string paper) =>
        WorkstationModel.Papers.FirstOrDefault(each => each.Name == paper) is { } known
            ? File(Web.Printing.TestSheet.Draw(known, await db.CalibrationOfAsync(WorkstationMark.Of(HttpContext))), "application/pdf")
            : NotFound();
}
