using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>领取单 as PDF: the stamped cards of a household, one line to sign.</summary>
public sealed class CollectionModel(OfficeDb db, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await db.Passes.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id) is not { } pass)
        {
            return NotFound();
        }

        var cards = await (await db.PassesOfSittingAsync(pass)).AsNoTracking().Where(each => each.State == PassState.Stamped || each.State == PassState.HandedOver).ToListAsync();
        if (cards.Count == 0)
        {
            return NotFound();
        }

        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == pass.OfficeCode);
        db.Audit("打印领取单", $"通行卡 {pass.Number}", $"{cards.Count} 张");
        await db.SaveChangesAsync();
        return File(CollectionSheet.Draw(cards, office, clock.Today), "application/pdf");
    }
}
