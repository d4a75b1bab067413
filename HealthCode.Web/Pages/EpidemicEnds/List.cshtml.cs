using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>销毁清册 as PDF, or its signed text. It names no resident and is kept for ever.</summary>
public sealed class ListModel(OfficeDb db, EpidemicEndAccess ending, IDatabaseEngine engine) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code)
    {
        if (await RecordAsync(code) is not { } record)
        {
            return NotFound();
        }

        var boxes = await db.PaperBoxes.AsNoTracking().IgnoreQueryFilters().Where(box => box.OfficeCode == record.OfficeCode).OrderBy(box => box.Id).ToListAsync();
        db.Audit("打印销毁清册", $"村居 {record.OfficeName}");
        await db.SaveChangesAsync();
        return File(DestructionList.Draw(record, boxes, engine.CopiesElsewhere), "application/pdf");
    }

    /// <summary>清册原文: exactly the bytes that are signed.</summary>
    public async Task<IActionResult> OnGetTextAsync(string? code) => await RecordAsync(code) is { } record
        ? File(Encoding.UTF8.GetBytes(record.Text), "text/plain; charset=utf-8", $"销毁清册原文_{record.OfficeCode}.txt")
        : NotFound();

    private async Task<DestructionRecord?> RecordAsync(string? code) => await ending.FindAsync(code) is { } office
        ? await db.DestructionRecords.AsNoTracking().IgnoreQueryFilters().Include(record => record.Steps.OrderBy(step => step.Id))
            .SingleOrDefaultAsync(record => record.OfficeCode == office.Code && record.FinishedAt != null)
        : null;
}
