using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using HealthCode.Web.Offices;
using HealthCode.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Imports;

/// <summary>导入 — template and upload for each kind of import.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ImportJob imports) : PageModel
{
    /// <summary>What is offered in the office's province.</summary>
    public IReadOnlyList<Import> Offered { get; private set; } = [];

    public Task OnGetAsync() => OfferAsync();

    public async Task<IActionResult> OnGetTemplateAsync(string? kind)
    {
        var pack = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today);
        if (ImportCatalog.Find(kind) is not { } import || !import.IsKnown(pack))
        {
            return NotFound();
        }

        var book = new MemoryStream();
        ImportTemplate.Write(import, pack, book);
        book.Position = 0;
        return File(book, Workbook.MediaType, ImportTemplate.FileName(import));
    }

    public async Task<IActionResult> OnPostFileAsync(string? kind, IFormFile? file, CancellationToken cancellationToken)
    {
        if (ImportCatalog.Find(kind) is not { } import || currentUser.OfficeCode is not { } office || !import.IsKnown((await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today)))
        {
            return NotFound();
        }

        if (Fault(file) is { } fault)
        {
            ModelState.AddModelError("File_" + import.Code, fault);
            await OfferAsync();
            return Page();
        }

        await using var sheet = file!.OpenReadStream();
        var run = await imports.TakeAsync(import, office, currentUser.Actor, sheet, cancellationToken);
        return RedirectToPage("Details", new { id = run.Id });
    }

    private async Task OfferAsync()
    {
        var pack = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today);
        Offered = [.. ImportCatalog.All.Where(import => import.IsKnown(pack))];
    }

    private static string? Fault(IFormFile? file) => file switch
    {
        null => "请选择填好的表格文件。",
        { Length: 0 } => "文件是空的，请核对选的文件。",
        { Length: > SheetFile.LargestFile } => $"文件有 {file.Length / 1024.0 / 1024:0.#} MB，超过 20 MB。请删去图片和用不着的表，或分成几个文件。",
        _ => null,
    };
}
