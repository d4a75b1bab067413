using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Supervision;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>督查与自查 — what waits at each desk that the province's notices know.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    public IReadOnlyList<DeadlineDay> Due { get; private set; } = [];

    public int NotReported => Due.Count(due => !due.IsComplete);

    public int ProblemsLeft { get; private set; }

    public int Rechecks { get; private set; }

    public int OpenComplaints { get; private set; }

    public int Overdue { get; private set; }

    public int Low { get; private set; }

    public int RiskAreas { get; private set; }

    public int Notices => Terms.Notices.Count(notice => notice.Day is null || notice.Day <= Today);

    public void OnGet()
    {
    }

    protected override async Task ShowAsync()
    {
        Due = await Db.DueNowAsync(Office.Code, Today);
        ProblemsLeft = await Db.SelfChecks.SumAsync(check => check.ProblemsLeft);
        Rechecks = await Db.Inspections.CountAsync(inspection => inspection.RecheckOn != null && inspection.RecheckedOn == null);
        var open = await Db.Complaints.Where(complaint => complaint.ClosedAt == null).Select(complaint => complaint.DueAt).ToListAsync();
        (OpenComplaints, Overdue) = (open.Count, open.Count(due => due < Now));
        Low = (await Db.SupplyStocksAsync(Office.Code)).Count(stock => stock.IsLow);
        RiskAreas = await Db.RiskAreas.CountAsync(area => area.WithdrawnAt == null && area.FirstDay <= Today && (area.LastDay == null || area.LastDay >= Today));
    }
}
