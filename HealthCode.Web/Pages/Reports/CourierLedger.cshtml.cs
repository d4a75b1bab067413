using HealthCode.Domain.Couriers;
using HealthCode.Web.Couriers;
using HealthCode.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Reports;

/// <summary>打开收到的台账 — for who is permitted, with a reason.</summary>
public sealed class CourierLedgerModel(IncomingPackages township) : PageModel
{
    [BindProperty]
    public FullInput Input { get; set; } = new();

    public PackageReceived Package { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string office, int number) => await FindAsync(office, number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string office, int number)
    {
        if (!await FindAsync(office, number))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            if (await township.LedgerAsync(office, number, Input.Reason) is var (bytes, name))
            {
                return File(bytes, Workbook.MediaType, name);
            }

            ModelState.AddModelError("", "打不开：台账不是用本单位的收件密钥加密的，或者已经销毁。请村居导入现在的收件密钥文件，再报一次。");
        }

        return Page();
    }

    private async Task<bool> FindAsync(string office, int number)
    {
        Package = (await township.PackageAsync(office, number))!;
        return Package is { HasRegister: true };
    }
}
