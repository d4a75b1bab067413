using HealthCode.Domain.Supervision;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>一件不予认可 — passed on, answered, closed.</summary>
public sealed class ComplaintModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : SupervisionPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public ComplaintInput Input { get; set; } = new();

    public RecognitionComplaint Complaint { get; private set; } = null!;

    public Task OnGetAsync()
    {
        Input.RepliedOn = Today;
        return accessLog.OpenedAsync(Complaint, "不予认可");
    }

    public Task<IActionResult> OnPostForwardAsync() => StepAsync(() => Complaint.Forward(LineAttribute.Clean(Input.ForwardedTo), Staff, Now), "转办已记下。", nameof(Input.ForwardedTo));

    public Task<IActionResult> OnPostReplyAsync()
    {
        if (Input.RepliedOn is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.RepliedOn", "请填哪天答复的。");
        }

        return StepAsync(() => Complaint.Reply(LineAttribute.Clean(Input.Reply), Input.RepliedOn!.Value, Staff, Now), "答复已记下。", nameof(Input.Reply));
    }

    public Task<IActionResult> OnPostCloseAsync() => StepAsync(() => Complaint.Close(LineAttribute.Clean(Input.Outcome), Staff, Now), "已办结。", nameof(Input.Outcome));

    protected override bool IsKnown => Terms.Recognition is not null;

    protected override async Task<bool> FindAsync()
    {
        if (await Db.Complaints.SingleOrDefaultAsync(complaint => complaint.Id == Id) is not { } complaint)
        {
            return false;
        }

        Complaint = complaint;
        return true;
    }

    private Task<IActionResult> StepAsync(Action step, string done, string field) => ChangeAsync(step, done, RedirectToPage(new { Id }), "Input." + field);
}
