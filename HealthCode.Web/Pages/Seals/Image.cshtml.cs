using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Seals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Seals;

/// <summary>公章图样 — laid down by its keeper with the document that approved 套印 (DECISIONS.md D1).</summary>
public sealed class ImageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [BindProperty]
    public ImageInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Colors { get; } = Choice.Of<SealColor>(color => color == SealColor.Red ? "做成公章红色" : "保持原来的颜色");

    public OfficeSeal? Seal { get; private set; }

    /// <summary>The impression in each colour, as addresses that hold the picture; null before one was read.</summary>
    public IReadOnlyList<(Choice Color, string Picture)>? Previews { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>What it looks like, on a sheet that is no card.</summary>
    public IActionResult OnGetSample() =>
        Seal is not null && SealImage.TryRead(Seal.Image, out var image, out _) ? File(SealProof.Draw(image), "application/pdf") : NotFound();

    /// <summary>Both colours side by side. What was found on the picture goes with the page: it need not be chosen again.</summary>
    public async Task OnPostPreviewAsync()
    {
        // The document may still be missing; what was typed there comes back as it was.
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
}
