using HealthCode.Domain.Observations;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>记一次随访 — an attempt to reach a resident.</summary>
public sealed class VisitModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    // 待随访 that a visit that reaches him closes.
    private List<FollowUp> _open = [];

    [BindProperty]
    public VisitInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Outcomes { get; } = Choice.Of<VisitOutcome>(outcome => outcome.ChineseName());

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "随访");

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () =>
        {
            var visit = Db.Visits.Add(FollowUpVisit.Note(Record.Resident, Input.Outcome!.Value, LineAttribute.Clean(Input.NextStep), Now, Staff, Now)).Entity;
            _open.ForEach(followUp => followUp.Close(visit));
        },
        "随访已记下。");

    protected override async Task<IActionResult?> LoadAsync()
    {
        _open = await Db.FollowUps.Where(followUp => followUp.ResidentId == Id && followUp.ClosedAt == null).ToListAsync();
        return await base.LoadAsync();
    }
}
