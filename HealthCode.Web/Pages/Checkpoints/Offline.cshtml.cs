using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Passes;
using HealthCode.Web.Verification;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>离线查验文件 — download for a checkpoint without a network, to be taken there on a USB stick.</summary>
public sealed class OfflineModel(OfficeDb db, SigningKeyStore keys, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        await keys.OwnAsync(db, office);
        var lines = await db.EveryStoppedAsync(clock.Today);
        db.Audit("下载离线查验文件", "停用名单", $"{lines.Count} 张");
        await db.SaveChangesAsync();
        var day = OfficeClock.AtOffice(clock.Now).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        return File(OfflineChecker.Build(await keys.TrustedAsync(), lines, clock.Now, office.OfficialName), "text/html; charset=utf-8", $"查验-{day}.html");
    }
}
