using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Supervision;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>不予认可 — the open ones first, the one that is due soonest on top.</summary>
public sealed class ComplaintsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private const int Most = 100;

    public IReadOnlyList<RecognitionComplaint> Complaints { get; private set; } = [];

    public int Hours { get; private set; }

    public void OnGet()
    {
    }

    protected override bool IsKnown => Terms.Recognition is not null;

    protected override async Task ShowAsync()
    {
        Hours = (await Db.SupervisionSettingsAsync(Office)).ComplaintHours;
        var open = await Db.Complaints.AsNoTracking().Where(complaint => complaint.ClosedAt == null).OrderBy(complaint => complaint.DueAt).ToListAsync();
        Complaints = [.. open, .. await Db.Complaints.AsNoTracking().Where(complaint => complaint.ClosedAt != null).OrderByDescending(complaint => complaint.Id).Take(Most).ToListAsync()];
    }
}
