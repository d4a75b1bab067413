using HealthCode.Domain.Couriers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Couriers;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Reports;

/// <summary>报送 — for an office without network: exports figures to a USB stick for the township and imports its receipts.</summary>
public sealed class CourierModel(PageAuthorization authorization, OutgoingPackages packages, ReportExport reports, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    private const int LargestFile = 1_000_000;

    [BindProperty]
    public CourierInput Input { get; set; } = new();

    [TempData]
    public int? Made { get; set; }

    public IReadOnlyList<PackageSent> Sent { get; private set; } = [];

    public IReadOnlySet<int> AtHand { get; private set; } = new HashSet<int>();

    public TrustedTownship? Reader { get; private set; }

    /// <summary>An uploaded key file that is not imported yet, and its bytes in Base64; null before an upload.</summary>
    public (TrustedTownship Key, string Bytes)? Read { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetFileAsync(int number) =>
        await packages.FileAsync(number) is var (bytes, name) ? File(bytes, "application/octet-stream", name) : NotFound();

    /// <summary>制作报送包.</summary>
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        if (Input.WithLedger && !await authorization.AllowsAsync(Policies.FullReports))
        {
            return Forbid();
        }

        return await SaveAsync(async () =>
        {
            var (firstDay, lastDay, reason) = (Input.FirstDay ?? DateOnly.MaxValue, Input.LastDay ?? DateOnly.MaxValue, LineAttribute.Clean(Input.Reason));
            RuleBrokenException.ThrowIfAny(await packages.ValidateAsync(firstDay, lastDay, Input.Corrects, Input.WithLedger));
            CourierRules.LedgerHasReason.Require(!Input.WithLedger || reason.Length > 0);

            var sent = await packages.MakeAsync(firstDay, lastDay, Input.Corrects, Input.WithLedger ? await LedgerAsync(firstDay, lastDay, reason, cancellationToken) : null);
            (Made, StatusMessage) = (sent.Number, $"第 {sent.Number} 包已做好。请点“下载第 {sent.Number} 包”，存到优盘，送到乡镇。");
            return RedirectToPage();
        });
    }

    /// <summary>导入回执.</summary>
    public Task<IActionResult> OnPostReceiptAsync(IFormFile? file) => SaveAsync(async () =>
    {
        var (marked, strange) = await packages.TakeReceiptAsync(await BytesAsync(file));
        StatusMessage = (marked.Count > 0 ? $"{CourierNames.Packages(marked)}已回执。" : "回执里没有新的包。")
            + (strange.Count > 0 ? $"乡镇手里的{CourierNames.Packages(strange)}和本机的对不上，本机可能用旧备份恢复过；这些包里的日子，请勾选“更正”重新报。" : "");
        return RedirectToPage();
    });

    /// <summary>看一看 — shows a key file without importing it.</summary>
    public Task OnPostReadKeyAsync(IFormFile? file) => TryAsync(async () =>
    {
        var bytes = await BytesAsync(file);
        Read = (packages.ReadKey(bytes), Convert.ToBase64String(bytes));
    });

    /// <summary>导入 — imports the key once its fingerprint has been confirmed.</summary>
    public Task<IActionResult> OnPostTakeKeyAsync(string? bytes) => SaveAsync(async () =>
    {
        var given = new byte[LargestFile];
        CourierRules.IsKeyFile.Require(Convert.TryFromBase64String(bytes ?? "", given, out var length));
        var key = packages.ReadKey(given[..length]);
        await packages.TakeKeyAsync(key);
        StatusMessage = $"已导入{key.Name}的收件密钥。台账只有{key.Name}能打开。";
        return RedirectToPage();
    });

    /// <summary>A township user is redirected to the page that receives packages.</summary>
    protected override Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(currentUser.OfficeCode is null ? RedirectToPage("CourierReceive") : null);

    protected override async Task ShowAsync()
    {
        (Sent, AtHand, Reader) = (await packages.SentAsync(), await packages.AtHandAsync(), await packages.ReaderAsync(currentUser.OfficeCode!));
        Input.FirstDay ??= await packages.FirstDayToSendAsync();
        Input.LastDay ??= clock.Today;
    }

    private async Task<byte[]> LedgerAsync(DateOnly firstDay, DateOnly lastDay, string reason, CancellationToken cancellationToken)
    {
        var ledger = new PassLedgerReport();
        var (file, _) = await reports.DrawUpAsync(ledger, reports.Scope(ledger, firstDay, lastDay, null) with { Masking = Masking.Lifted }, reason + "（报送包）", cancellationToken);
        await using (file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
    }

    private static async Task<byte[]> BytesAsync(IFormFile? file)
    {
        CourierRules.FileIsChosen.Require(file is { Length: > 0 });
        if (file!.Length > LargestFile)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
