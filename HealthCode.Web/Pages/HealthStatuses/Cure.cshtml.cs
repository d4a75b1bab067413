using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>登记医院治愈 of a case; from then on the institution reports every day.</summary>
public sealed class CureModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public CureInput Input { get; set; } = new();

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "登记治愈");

    public Task<IActionResult> OnPostAsync() => ChangeAsync(() => Record.ToChange(Db).Cure(Input.CuredOn!.Value, Today), "治愈日期已登记。");
}
