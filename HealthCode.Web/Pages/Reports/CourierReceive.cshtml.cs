using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Couriers;
using HealthCode.Web.Couriers;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Reports;

/// <summary>接收报送包 — the township imports packages of its villages from USB sticks, sees which are missing, and exports receipts.</summary>
public sealed class CourierReceiveModel(IncomingPackages packages, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    private const int DaysShown = 7;

    [BindProperty(SupportsGet = true), Display(Name = "从"), DataType(DataType.Date)]
    public DateOnly? FirstDay { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "到"), DataType(DataType.Date)]
    public DateOnly? LastDay { get; set; }

    public string Fingerprint { get; private set; } = "";

    /// <summary>The result for each uploaded file.</summary>
    public IReadOnlyList<(string File, string Sentence, bool IsTaken)> Received { get; private set; } = [];

    public IReadOnlyList<CourierOffice> Offices { get; private set; } = [];

    /// <summary>合计 of all offices.</summary>
    public DayReport Sum => DayReport.Sum(Offices.Select(office => office.Sum));

    public void OnGet()
    {
    }

    /// <summary>接收. Importing the same package twice has no effect.</summary>
    public async Task OnPostAsync(List<IFormFile> files)
    {
        List<(string, byte[])> given = [];
        foreach (var file in files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            given.Add((Path.GetFileName(file.FileName), bytes.ToArray()));
        }

        if (given.Count == 0)
        {
            ModelState.AddModelError("", "请先选择文件。");
        }

        Received = await packages.ReceiveAsync(given);
    }

    public async Task<IActionResult> OnGetReceiptAsync(string office) =>
        await packages.ReceiptAsync(office) is var (bytes, name) ? File(bytes, "application/octet-stream", name) : NotFound();

    public async Task<IActionResult> OnGetKeyAsync()
    {
        var (bytes, name) = await packages.KeyFileAsync();
        return File(bytes, "application/octet-stream", name);
    }

    /// <summary>换一把新密钥: creates a new key pair for receiving.</summary>
    public async Task<IActionResult> OnPostRenewAsync()
    {
        await packages.RenewKeyAsync();
        StatusMessage = "已换新密钥。请把新的收件密钥文件发给各村居；他们导入以前，认不了新的回执。";
        return RedirectToPage();
    }

    /// <summary>404 for users of a village, which receives no packages.</summary>
    protected override Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(currentUser.OfficeCode is null ? null : NotFound());

    protected override async Task ShowAsync()
    {
        LastDay ??= clock.Today;
        FirstDay = FirstDay is { } first && first <= LastDay ? first : LastDay.Value.AddDays(1 - DaysShown);
        Fingerprint = await packages.FingerprintAsync();
        Offices = await packages.OfficesAsync(FirstDay.Value, LastDay.Value);
    }
}
