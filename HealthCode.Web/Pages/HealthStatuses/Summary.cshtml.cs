using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Offices;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>打卡汇总 — which grid worker has reported everybody, today and yesterday, and who is missing.</summary>
public sealed class SummaryModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public ReportDeadlines Deadlines { get; private set; } = null!;

    /// <summary>Today, then yesterday.</summary>
    public IReadOnlyList<(DateOnly Day, IReadOnlyList<WorkerSummary> Workers)> Days { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (office, today) = (await db.OfficeAtAsync(currentUser), clock.Today);
        Deadlines = await db.DeadlinesAsync();
        Days = [(today, await db.SummaryAsync(office, today)), (today.AddDays(-1), await db.SummaryAsync(office, today.AddDays(-1)))];
    }
}
