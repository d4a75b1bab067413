using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>收件回执 as PDF, for all declarations of one sitting, or submitted on the same day from the same address.</summary>
public sealed class ReceiptModel(OfficeDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await db.Declarations.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id) is not { } declaration)
        {
            return NotFound();
        }

        if (declaration.SittingKey is not null)
        {
            return await GiveAsync(declaration, await db.Declarations.AsNoTracking().OfSitting(declaration).ToListAsync());
        }

        var sameDay = await db.Declarations.AsNoTracking()
            .Where(each => each.OfficeCode == declaration.OfficeCode && each.SubmittedOn == declaration.SubmittedOn).OrderBy(each => each.Id).ToListAsync();
        var household = sameDay.Where(each => each.Id == id || (each.Content.CurrentAddress.Length > 0 && each.Content.CurrentAddress == declaration.Content.CurrentAddress)).ToList();
        return await GiveAsync(declaration, household);
    }

    private async Task<IActionResult> GiveAsync(Declaration declaration, List<Declaration> household)
    {
        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == declaration.OfficeCode);
        db.Audit("打印收件回执", "申报 " + declaration.Number, $"{household.Count} 份");
        await db.SaveChangesAsync();
        return File(ReceiptSlip.Draw(household, office), "application/pdf");
    }
}
