using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>迁走、去世 — nobody asks for him any more; his card stays as it is.</summary>
public sealed class LeaveModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Reasons { get; } = [new("迁走", "迁走"), new("去世", "去世")];

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "迁走、去世");

    public Task<IActionResult> OnPostAsync() => ChangeAsync(() => Record.ToChange(Db).Leave(LineAttribute.Clean(Input.Why), Input.LeftOn!.Value, Today), "已登记，不再问他。");

    /// <summary>恢复: he has come back, or it was a mistake.</summary>
    public Task<IActionResult> OnPostReturnAsync()
    {
        ModelState.Clear();
        return ChangeAsync(() => Record.ToChange(Db).Return(), "已恢复，以后照旧问他。");
    }
}
