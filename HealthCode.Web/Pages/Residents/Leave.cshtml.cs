using HealthCode.Domain.Residents;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Residents;

/// <summary>迁出、去世 — he is no longer asked for; moving away changes no card, the card of the dead is taken back.</summary>
public sealed class LeaveModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ResidentCommands residents, AccessLog accessLog) : ResidentPageModel(db, currentUser, clock)
{
    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> States { get; } = [.. Choice.Of<ResidentState>(state => state.ChineseName()).Where(choice => choice.Value is nameof(ResidentState.MovedAway) or nameof(ResidentState.Died))];

    public Task OnGetAsync() => accessLog.OpenedAsync(Resident, "迁出、去世");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.State is not (ResidentState.MovedAway or ResidentState.Died) || Input.LeftOn is null)
        {
            ModelState.TryAddModelError(Input.LeftOn is null ? "Input.LeftOn" : "Input.State", Input.LeftOn is null ? "请填写日期" : "请选：迁出还是去世");
            return Page();
        }

        return await SaveAsync(async () =>
        {
            var card = await residents.LeaveAsync(Office, Id, Input.State.Value, Input.LeftOn.Value, LineAttribute.Clean(Input.Words));
            StatusMessage = card is { } number ? $"已登记。通行卡 {number.Grouped} 已收回作废，请把卡收回来。" : "已登记，以后不再问他。";
            return RedirectToPage("Details", new { Id });
        });
    }

    /// <summary>恢复: he has come back, or it was a mistake.</summary>
    public Task<IActionResult> OnPostReturnAsync() => ChangeAsync(() => residents.ReturnAsync(Office, Id, LineAttribute.Clean(Input.Reason)), "已恢复，以后照旧问他。收回作废的卡不恢复，要用请重新申办。");
}
