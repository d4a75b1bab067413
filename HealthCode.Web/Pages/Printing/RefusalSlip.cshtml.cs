using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Printing.Slips;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>不予办理告知单, as PDF.</summary>
[Authorize(Policies.Search)]
public sealed class RefusalSlipModel(OfficeDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        var declaration = await db.Declarations.AsNoTracking().Include(each => each.Decisions).SingleOrDefaultAsync(each => each.Id == id);
        if (declaration is not { State: DeclarationState.Refused })
        {
            return NotFound();
        }

        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == declaration.OfficeCode);
        db.Note("打印告知单", "申报 " + declaration.Number);
        await db.SaveChangesAsync();
        return File(RefusalSlip.Draw(declaration, office), "application/pdf");
    }
}
