using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Offices;

/// <summary>日报时限 — stored in a single row; defaults until changed.</summary>
public static class DeadlineQueries
{
    public static async Task<ReportDeadlines> DeadlinesAsync(this OfficeDb db, CancellationToken cancellationToken = default) =>
        await db.ReportDeadlines.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? ReportDeadlines.Usual;

    /// <summary>Changes the report deadlines. Saved with the surrounding transaction.</summary>
    public static async Task SetDeadlinesAsync(this OfficeDb db, TimeOnly group, TimeOnly office)
    {
        var deadlines = await db.ReportDeadlines.SingleOrDefaultAsync() ?? db.ReportDeadlines.Add(ReportDeadlines.Usual).Entity;
        deadlines.Set(group, office);
    }

    /// <summary>Changes the closing time. Saved with the surrounding transaction.</summary>
    public static async Task SetClosingAsync(this OfficeDb db, TimeOnly closing)
    {
        var deadlines = await db.ReportDeadlines.SingleOrDefaultAsync() ?? db.ReportDeadlines.Add(ReportDeadlines.Usual).Entity;
        deadlines.CloseAt(closing);
    }
}
