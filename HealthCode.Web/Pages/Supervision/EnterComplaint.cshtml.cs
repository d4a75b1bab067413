using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>登记不予认可 — as it was told.</summary>
public sealed class EnterComplaintModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [BindProperty]
    public RefusalInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Credentials => [.. Terms.Recognition!.Credentials.Select(credential => new Choice(credential, credential))];

    public void OnGet() => Input.RefusedOn = Today;

    public async Task<IActionResult> OnPostAsync()
    {
        PersonName? name = null;
        TimeOnly? at = null;
        if (!string.IsNullOrWhiteSpace(Input.Name) && !PersonName.TryParse(Input.Name, out name, out var fault))
        {
            ModelState.AddModelError("Input.Name", fault);
        }

        if (!string.IsNullOrWhiteSpace(Input.RefusedAt))
        {
            if (TypedTime.TryParse(Input.RefusedAt, out var time))
            {
                at = time;
            }
            else
            {
                ModelState.AddModelError("Input.RefusedAt", "时间看不懂，请写成 9:30；不知道就空着。");
            }
        }

        RecognitionComplaint? complaint = null;
        return await ChangeAsync(
            async () => complaint = await ReceiveAsync(name, at), "已受理。下一步：打印受理单交给来说的人，再转给有关部门。", () => RedirectToPage("Complaint", new { id = complaint!.Id }));
    }

    protected override bool IsKnown => Terms.Recognition is not null;

    private async Task<RecognitionComplaint> ReceiveAsync(PersonName? name, TimeOnly? at)
    {
        var typed = LineAttribute.Clean(Input.CardNumber);
        var card = await Db.CardOfOfficeAsync(Office.Code, typed);
        return Db.Complaints.Add(RecognitionComplaint.Receive(
            Office,
            new()
            {
                Name = name, Credential = Input.Credential ?? "", CardNumber = card?.Number ?? typed, Place = LineAttribute.Clean(Input.Place), On = Input.RefusedOn!.Value, At = at,
                RefusedBy = LineAttribute.Clean(Input.RefusedBy), ToldBy = LineAttribute.Clean(Input.ToldBy), WorkOrder = LineAttribute.Clean(Input.WorkOrder),
            },
            card?.Id, Terms.Recognition!, (await Db.SupervisionSettingsAsync(Office)).ComplaintHours, Staff, Now)).Entity;
    }
}
