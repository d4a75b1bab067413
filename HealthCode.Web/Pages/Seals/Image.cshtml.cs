using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Seals;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Seals;

/// <summary>公章图样 — laid down by its keeper with the document that approved 套印 (rule-table D1).</summary>
[Authorize(Policies.SealKeeping)]
public sealed class ImageModel(OfficeDb db, Desk desk, OfficeClock clock) : PageModel
{
    [BindProperty]
    public ImageInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public OfficeSeal? Seal { get; private set; }

    public async Task OnGetAsync() => await Load();

    /// <summary>What it looks like, on a sheet that is no card.</summary>
    public async Task<IActionResult> OnGetSampleAsync()
    {
        await Load();
        return Seal is not null && SealImage.TryRead(Seal.Image, out var image, out _) ? File(SealSample.Draw(image), "application/pdf") : NotFound();
    }

    public async Task<IActionResult> OnPostLayDownAsync()
    {
        await Load();
        if (Input.File is null)
        {
            ModelState.AddModelError("Input.File", "请选择公章图样文件（PNG 或 SVG）。");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (picture, fault) = await Read(Input.File!);
        if (picture is null)
        {
            ModelState.AddModelError("Input.File", fault!);
            return Page();
        }

        try
        {
            await db.InOneTransaction(() => LayDown(picture));
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken, "");
            return Page();
        }

        StatusMessage = "图样已保存。打印一批卡时可以勾选“套印公章”，每次使用都会登记。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await db.InOneTransaction(RemoveSeal);
        StatusMessage = "图样已删去，以后手工盖章。";
        return RedirectToPage();
    }

    private async Task LayDown(byte[] picture)
    {
        await RemoveSeal();
        await db.SaveChangesAsync();
        db.Seals.Add(OfficeSeal.LayDown(await db.OfficeAt(desk), picture, LineAttribute.Clean(Input.ApprovingDocument), desk.Staff!, clock.Now));
    }

    private async Task RemoveSeal() => db.Seals.RemoveRange(await db.Seals.Where(each => each.OfficeCode == desk.OfficeCode).ToListAsync());

    private async Task Load() => Seal = await db.Seals.AsNoTracking().SingleOrDefaultAsync(each => each.OfficeCode == desk.OfficeCode);

    /// <summary>Too large a file is refused before it is read.</summary>
    private static async Task<(byte[]? Picture, string? Fault)> Read(IFormFile file)
    {
        if (file.Length > SealImage.LargestFile)
        {
            return (null, $"文件有 {file.Length / 1024.0 / 1024:0.#} MB，超过 2 MB，请缩小图样后重新上传。");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return SealImage.TryRead(bytes.ToArray(), out _, out var fault) ? (bytes.ToArray(), null) : (null, fault);
    }

    public sealed class ImageInput
    {
        [Display(Name = "图样文件")]
        public IFormFile? File { get; set; }

        [Display(Name = "批准文件文号"), Required, Line(OfficeSeal.LongestDocument)]
        public string? ApprovingDocument { get; set; }
    }
}
