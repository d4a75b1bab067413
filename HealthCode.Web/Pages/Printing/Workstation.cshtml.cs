using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>打印机校准 — sets the print offset for the printer of this PC.</summary>
public sealed class WorkstationModel(OfficeDb db, CurrentUser currentUser) : OfficePageModel
{
    [BindProperty]
    public CalibrationInput Input { get; set; } = new();

    public static IReadOnlyList<Paper> Papers { get; } = [Paper.A4, Paper.A5, Paper.A6];

    public async Task OnGetAsync()
    {
        var mark = WorkstationMark.Of(HttpContext);
        if (await db.Workstations.AsNoTracking().SingleOrDefaultAsync(each => each.Key == mark) is { } known)
        {
            var (x, y, scale) = known.Calibration;
            Input = new() { Name = known.Name, OffsetX = x, OffsetY = y, Scale = scale };
        }
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(CalibrateAsync, "校准已保存。请再打一张测试页，看是不是都对上了。", RedirectToPage());

    private async Task CalibrateAsync()
    {
        var calibration = Calibration.Of(Input.OffsetX!.Value, Input.OffsetY!.Value, Input.Scale!.Value);
        var mark = WorkstationMark.Give(HttpContext);
        await db.InOneTransactionAsync(async () =>
        {
            var workstation = await db.Workstations.SingleOrDefaultAsync(each => each.Key == mark);
            if (workstation is null)
            {
                workstation = Domain.PrintRuns.Workstation.Register(mark, currentUser.OfficeCode!, "");
                db.Workstations.Add(workstation);
            }

            workstation.Calibrate(LineAttribute.Clean(Input.Name), calibration);
        });
    }
}
