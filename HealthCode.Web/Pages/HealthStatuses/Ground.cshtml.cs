using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>登记情况 — a fact to which the notices attach a value.</summary>
public sealed class GroundModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public GroundInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Grounds => [.. Terms.Grounds.Select(each => new Choice(each.Ground.ToString(), each.Words))];

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "登记情况");

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Record.ToChange(Db).Note(new NotedGround(Input.Ground!.Value, Input.Since!.Value, null, LineAttribute.Clean(Input.ToldBy), Staff, Now), Pack, Today), "情况已登记。");

    /// <summary>撤回 a ground noted by mistake.</summary>
    public Task<IActionResult> OnPostWithdrawAsync()
    {
        // The fields of the other form were not sent.
        ModelState.Clear();
        return ChangeAsync(() => Record.Status.Withdraw(Input.Index, LineAttribute.Clean(Input.WithdrawnFor)), "已撤回。", RedirectToPage(new { Id }), "Input.WithdrawnFor");
    }
}
