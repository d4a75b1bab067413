using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Passes;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.PrintRuns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>Both sides of one 健康通行卡 as PDF; redirects with a message if the card is no longer printable or is in a print run.</summary>
public sealed class CardModel(OfficeDb db, OfficeClock clock, DemoMode demo, SigningKeyStore keys) : OfficePageModel
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        var pass = await db.Passes.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id);
        if (pass is null)
        {
            return NotFound();
        }

        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == pass.OfficeCode);
        if (pass.PrintRunId is { } run)
        {
            StatusMessage = $"这张卡在第 {run} 批打印里，请到“打印”核对那一批，免得打出两张。";
            return RedirectToPage("/Passes/Details", new { id });
        }

        if (!pass.IsPrintable(office, clock.Today))
        {
            StatusMessage = $"这张卡{PassDisplayState.Of(pass, office, clock.Today).Word}，不能再打印。";
            return RedirectToPage("/Passes/Details", new { id });
        }

        db.Audit("打印", "通行卡 " + pass.Number);
        await db.SaveChangesAsync();
        return File(CardSheet.A6.Draw(pass, new(office, await keys.SignerAsync(db, office)) { Seal = demo.IsOn ? SampleSeal.Draw : null, Calibration = await db.CalibrationOfAsync(WorkstationMark.Of(HttpContext)) }), "application/pdf");
    }
}
