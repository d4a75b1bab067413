using HealthCode.Domain.Couriers;
using HealthCode.Web.Couriers;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Reports;

/// <summary>打开收到的台账 — decrypts a received ledger; needs a permission and a reason.</summary>
public sealed class CourierLedgerModel(IncomingPackages packages) : OfficePageModel
{
    [FromRoute]
    public string Office { get; set; } = "";

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public FullInput Input { get; set; } = new();

    public PackageReceived Package { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            if (await packages.LedgerAsync(Office, Number, Input.Reason) is var (bytes, name))
            {
                return File(bytes, Workbook.MediaType, name);
            }

            ModelState.AddModelError("", "打不开：台账不是用本单位的收件密钥加密的，或者已经销毁。请村居导入现在的收件密钥文件，再报一次。");
        }

        return Page();
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await packages.PackageAsync(Office, Number) is not { HasRegister: true } package)
        {
            return NotFound();
        }

        Package = package;
        return null;
    }
}
