using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Seals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Seals;

/// <summary>公章图样 — laid down by its keeper with the document that approved 套印 (DECISIONS.md D1).</summary>
public sealed class ImageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    [BindProperty]
    public ImageInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public static IReadOnlyList<Choice> Colors { get; } = Choice.Of<SealColor>(color => color == SealColor.Red ? "做成公章红色" : "保持原来的颜色");

    public OfficeSeal? Seal { get; private set; }

    /// <summary>The impression in each colour, as addresses that hold the picture; null before one was read.</summary>
    public IReadOnlyList<(Choice Color, string Picture)>? Previews { get; private set; }

    public async Task OnGetAsync() => await Load();

    /// <summary>What it looks like, on a sheet that is no card.</summary>
    public async Task<IActionResult> OnGetSampleAsync()
    {
        await Load();
        return Seal is not null && SealImage.TryRead(Seal.Image, out var image, out _) ? File(SealProof.Draw(image), "application/pdf") : NotFound();
    }

    /// <summary>Both colours side by side. What was found on the picture goes with the page: it need not be chosen again.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await Load();
        // The document may still be missing; what was typed there comes back as it was.
        ModelState["Input.ApprovingDocument"]?.Errors.Clear();
        if (await ScanAsync() is { } scan)
        {
            Show(scan);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRegisterAsync()
    {
        await Load();
        var scan = await ScanAsync();
        if (!ModelState.IsValid || scan is null)
        {
            Show(scan);
            return Page();
        }

        var picture = scan.Png(Input.Color);
        try
        {
            await db.InOneTransaction(() => RegisterAsync(picture));
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

    private async Task RegisterAsync(byte[] picture)
    {
        await RemoveSeal();
        await db.SaveChangesAsync();
        db.Seals.Add(OfficeSeal.Register(await db.OfficeAt(currentUser), picture, LineAttribute.Clean(Input.ApprovingDocument), currentUser.Staff!, clock.Now));
    }

    private async Task RemoveSeal() => db.Seals.RemoveRange(await db.Seals.Where(each => each.OfficeCode == currentUser.OfficeCode).ToListAsync());

    private async Task Load() => Seal = await db.Seals.AsNoTracking().SingleOrDefaultAsync(each => each.OfficeCode == currentUser.OfficeCode);

    /// <summary>The file that was chosen, or else what an earlier one was found to show. Null with the reason on the form.</summary>
    private async Task<SealScan?> ScanAsync()
    {
        if (Input.File is null && Input.Picture is { } kept && SealScan.TryReopen(kept, out var shown))
        {
            return shown;
        }

        var (scan, fault) = Input.File is null ? (null, "请选择公章图样文件（PNG 或 JPEG）。") : await ReadAsync(Input.File);
        if (fault is not null)
        {
            ModelState.AddModelError("Input.File", fault);
        }

        return scan;
    }

    /// <summary>Too large a file is refused before it is read.</summary>
    private static async Task<(SealScan? Scan, string? Fault)> ReadAsync(IFormFile file)
    {
        if (SealScan.TooLarge(file.Length) is { } large)
        {
            return (null, large);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return SealScan.TryRead(bytes.ToArray(), out var scan, out var fault) ? (scan, null) : (null, fault);
    }

    private void Show(SealScan? scan)
    {
        if (scan is null)
        {
            return;
        }

        // The box shows what the form was posted with otherwise.
        ModelState.Remove("Input.Picture");
        Input.Picture = scan.Png(SealColor.AsScanned);
        Previews = [.. Colors.Select(color => (color, "data:image/png;base64," + Convert.ToBase64String(scan.Png(Enum.Parse<SealColor>(color.Value)))))];
    }

    public sealed class ImageInput
    {
        [Display(Name = "图样文件")]
        public IFormFile? File { get; set; }

        /// <summary>The impression that is shown on the page.</summary>
        public byte[]? Picture { get; set; }

        [Display(Name = "印迹颜色")]
        public SealColor Color { get; set; }

        [Display(Name = "批准文件文号"), Required, Line(OfficeSeal.LongestDocument)]
        public string? ApprovingDocument { get; set; }
    }
}
