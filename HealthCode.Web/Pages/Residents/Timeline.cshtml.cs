using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Residents;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Residents;

/// <summary>个人时间线 — all that the office keeps of a resident, the newest first, a hundred a page.</summary>
public sealed class TimelineModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : ResidentPageModel(db, currentUser, clock)
{
    private const int PageSize = 100;

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await accessLog.OpenedAsync(Resident, "个人时间线");
        var line = await Db.TimelineAsync(Resident, Pack, Today, cancellationToken);
        Total = line.Count;
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Entries = [.. line.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
    }
}
