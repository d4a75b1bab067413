using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Administration.System;

/// <summary>核对时间 — after a clock error an administrator confirms that the time is right now; until then no cards can be issued.</summary>
public sealed class ClockModel(OfficeDb db, OfficeClock clock) : OfficePageModel
{
    public DateTimeOffset Now => clock.Now;

    public string? Doubt => clock.ClockError;

    /// <summary>A time before the first day on which cards existed cannot be confirmed.</summary>
    public bool CanBeRight => Now >= OfficeClock.FirstDay;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Doubt is null || !CanBeRight)
        {
            return RedirectToPage();
        }

        await db.InOneTransactionAsync(() =>
        {
            db.Audit(ClockDriftMonitor.Compared, "电脑时间", "和北京时间核对过，现在的时间是对的");
            return Task.CompletedTask;
        });
        clock.Confirm();
        StatusMessage = "已记下：现在的时间是对的，可以发卡了。时间错的那几天打过的卡，请查一查日期。";
        return RedirectToPage();
    }
}
