using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.PaperBoxes;

/// <summary>箱签 as PDF.</summary>
public sealed class LabelModel(OfficeDb db, CurrentUser currentUser) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await db.PaperBoxes.AsNoTracking().SingleOrDefaultAsync(box => box.Id == id) is not { } box)
        {
            return NotFound();
        }

        db.Audit("打印箱签", $"纸箱 {box.Number}");
        await db.SaveChangesAsync();
        return File(BoxLabel.Draw(box, await db.OfficeAtAsync(currentUser)), "application/pdf");
    }
}
