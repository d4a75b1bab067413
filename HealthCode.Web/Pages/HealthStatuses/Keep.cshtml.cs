using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>代为打卡 — begins and ends it.</summary>
public sealed class KeepModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public KeepInput Input { get; set; } = new();

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "代为打卡");

    public Task<IActionResult> OnPostAsync() => ChangeAsync(() => Record.ToChange(Db).KeepUp(Record.Resident, LineAttribute.Clean(Input.Consent), Today), "从今天起代为打卡。");

    public Task<IActionResult> OnPostStopAsync()
    {
        // The button posts no fields.
        ModelState.Clear();
        return ChangeAsync(() => Record.ToChange(Db).StopKeepingUp(), "不再代为打卡。");
    }
}
