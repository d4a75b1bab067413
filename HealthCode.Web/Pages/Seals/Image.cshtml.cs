using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Seals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Seals;

/// <summary>公章图样 — the seal keeper uploads a scan with the number of the document that approved 套印 (DECISIONS.md D1).</summary>
public sealed class ImageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [BindProperty]
    public ImageInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Colors { get; } = Choice.Of<SealColor>(color => color == SealColor.Red ? "做成公章红色" : "保持原来的颜色");

    public OfficeSeal? Seal { get; private set; }

    /// <summary>A data URI of the extracted seal for each colour; null before an upload.</summary>
    public IReadOnlyList<(Choice Color, string Picture)>? Previews { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>Sample print of the seal as PDF, on a sheet that is no card.</summary>
    public IActionResult OnGetSample() =>
        Seal is not null && SealImage.TryRead(Seal.Image, out var image, out _) ? File(SealProof.Draw(image), "application/pdf") : NotFound();

    /// <summary>Shows both colours side by side. The extracted seal is posted back with the form, so the file need not be chosen again.</summary>
    public async Task OnPostPreviewAsync()
    {
        // The document number is not required for a preview.
        ModelState["Input.ApprovingDocument"]?.Errors.Clear();
        if (await ScanAsync() is { } scan)
        {
            Show(scan);
        }
    }

    public async Task<IActionResult> OnPostRegisterAsync()
    {
        var scan = await ScanAsync();
        if (!ModelState.IsValid || scan is null)
        {
            Show(scan);
            return Page();
        }

        var picture = scan.Png(Input.Color);
        return await SaveAsync(
            () => db.InOneTransactionAsync(() => RegisterAsync(picture)), "图样已保存。打印一批卡时可以勾选“套印公章”，每次使用都会登记。", RedirectToPage(), "");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await db.InOneTransactionAsync(RemoveSealAsync);
        StatusMessage = "图样已删去，以后手工盖章。";
        return RedirectToPage();
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        Seal = await db.Seals.AsNoTracking().SingleOrDefaultAsync(each => each.OfficeCode == currentUser.OfficeCode);
        return null;
    }

    private async Task RegisterAsync(byte[] picture)
    {
        await RemoveSealAsync();
        await db.SaveChangesAsync();
        db.Seals.Add(OfficeSeal.Register(await db.OfficeAtAsync(currentUser), picture, LineAttribute.Clean(Input.ApprovingDocument), currentUser.Staff!, clock.Now));
    }

    private async Task RemoveSealAsync() => db.Seals.RemoveRange(await db.Seals.Where(each => each.OfficeCode == currentUser.OfficeCode).ToListAsync());

    /// <summary>Reads the uploaded file, or reopens the seal posted back from a preview; null with a validation error if that fails.</summary>
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

    /// <summary>Checks the size before reading the file.</summary>
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

        // Otherwise the hidden field would be rendered with the posted value.
        ModelState.Remove("Input.Picture");
        Input.Picture = scan.Png(SealColor.AsScanned);
        Previews = [.. Colors.Select(color => (color, "data:image/png;base64," + Convert.ToBase64String(scan.Png(Enum.Parse<SealColor>(color.Value)))))];
    }
}
