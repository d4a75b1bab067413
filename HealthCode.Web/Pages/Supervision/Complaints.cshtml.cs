using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Supervision;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>不予认可 — the open ones first, the one that is due soonest on top.</summary>
public sealed class ComplaintsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private static readonly ListOrder<RecognitionComplaint> Order = new ListOrder<RecognitionComplaint>(
        rows => rows.OrderBy(complaint => complaint.ClosedAt != null).ThenByDescending(complaint => complaint.ClosedAt).ThenBy(complaint => complaint.DueAt),
        rows => rows.ThenByDescending(complaint => complaint.Id))
        .By("number", complaint => complaint.Id).By("received", complaint => complaint.ReceivedAt).By("place", complaint => complaint.Place).By("due", complaint => complaint.DueAt);

    public Listing<RecognitionComplaint> Complaints { get; private set; } = Listing.None<RecognitionComplaint>();

    public int Hours { get; private set; }

    public void OnGet()
    {
    }

    protected override bool IsKnown => Terms.Recognition is not null;

    protected override async Task ShowAsync()
    {
        Hours = (await Db.SupervisionSettingsAsync(Office)).ComplaintHours;
        Complaints = await Listing.OfAsync(Db.Complaints.AsNoTracking(), Order, Request);
    }
}
