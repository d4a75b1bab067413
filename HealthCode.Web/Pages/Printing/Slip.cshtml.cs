using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>告知单 for the current decision as PDF: 不予办理 or 补正.</summary>
public sealed class SlipModel(OfficeDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        var declaration = await db.Declarations.AsNoTracking().Include(each => each.Decisions).SingleOrDefaultAsync(each => each.Id == id);
        if (declaration is not { State: DeclarationState.Refused or DeclarationState.Returned })
        {
            return NotFound();
        }

        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == declaration.OfficeCode);
        var refused = declaration.State == DeclarationState.Refused;
        db.Audit(refused ? "打印不予办理告知单" : "打印补正告知单", "申报 " + declaration.Number);
        await db.SaveChangesAsync();
        return File(refused ? RefusalSlip.Draw(declaration, office) : CorrectionSlip.Draw(declaration, office), "application/pdf");
    }
}
