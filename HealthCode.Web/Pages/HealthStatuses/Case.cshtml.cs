using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>一件纠错或核验 — passed on, answered, closed.</summary>
public sealed class CaseModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : CasePageModel(db, currentUser, clock)
{
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "纠错、核验");

    public Task<IActionResult> OnPostForwardAsync() => StepAsync(() => Case.Forward(LineAttribute.Clean(Input.ForwardedTo), Staff, Now), "转办已记下。", nameof(Input.ForwardedTo));

    public Task<IActionResult> OnPostAnswerAsync() => StepAsync(() => Case.Answer(LineAttribute.Clean(Input.Reply), Staff, Now), "答复已记下。", nameof(Input.Reply));

    public Task<IActionResult> OnPostCloseAsync() => StepAsync(() => Case.Close(LineAttribute.Clean(Input.Outcome), Staff, Now), "已办结。", nameof(Input.Outcome));

    private Task<IActionResult> StepAsync(Action step, string done, string field) => ChangeAsync(step, done, RedirectToPage(new { Id, CaseId }), "Input." + field);
}
