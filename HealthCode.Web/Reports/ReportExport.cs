using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>报表室 — creates a report for the current user, with his unit's name and an audit record; the file is temporary.</summary>
public sealed class ReportExport(OfficeDb db, ReportDraft draft, CurrentUser currentUser, OfficeClock clock, DataFolder folder)
{
    /// <summary>Determines the scope of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="firstDay">Requested first day; ignored if the report covers a single day.</param>
    /// <param name="lastDay">Requested last day; today if null.</param>
    /// <param name="officeCode">One of several accessible offices, or null for all.</param>
    public ReportScope Scope(Report report, DateOnly? firstDay, DateOnly? lastDay, string? officeCode)
    {
        var last = report.Period == ReportPeriod.Today ? clock.Today : lastDay ?? clock.Today;
        var first = report.Period == ReportPeriod.Days && firstDay <= last ? firstDay.Value : last;
        return new(first, last, clock.Now) { OfficeCode = currentUser.OfficeCode ?? (string.IsNullOrEmpty(officeCode) || report.IsOfTownship ? null : officeCode) };
    }

    /// <summary>Writes the report to a temporary file that is deleted when the stream is closed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="scope">Offices, days and masking.</param>
    /// <param name="reason">Reason for an unmasked export.</param>
    /// <param name="cancellationToken">Cancelled when the client disconnects.</param>
    public async Task<(Stream File, string Name)> DrawUpAsync(Report report, ReportScope scope, string reason = "", CancellationToken cancellationToken = default)
    {
        var (unit, phone) = await UnitAsync(scope, cancellationToken);
        var head = new ReportHead(unit, scope.Now, currentUser.Staff?.Name ?? "", phone, await scope.PackAsync(db, cancellationToken))
        {
            Watermark = !scope.Masking.IsLifted ? null : $"含居民完整信息，只限工作使用，用后销毁。导出人：{currentUser.Staff?.Name}　导出时间：{scope.Now:yyyy-MM-dd HH:mm}　原因：{reason}",
        };
        var file = new FileStream(
            Path.Combine(folder.Temporary, $"{Guid.NewGuid():n}.xlsx"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            // The audit record is saved first, so that no report is handed out without one.
            db.Audit("导出", report.Name, string.Join('；', ((string[])[scope.Days, scope.Masking.IsLifted ? "完整" : "脱敏", reason]).Where(part => part.Length > 0)));
            await db.SaveChangesAsync(cancellationToken);
            await draft.WriteAsync(report, scope, head, file, cancellationToken);
            file.Position = 0;
            return (file, FileName(unit, report, scope));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>File name such as 样例村_日报表_20200305.xlsx: contains no resident's name and no invalid characters.</summary>
    public static string FileName(string unit, Report report, ReportScope scope)
    {
        var days = scope.FirstDay == scope.LastDay ? $"{scope.LastDay:yyyyMMdd}" : $"{scope.FirstDay:yyyyMMdd}-{scope.LastDay:yyyyMMdd}";
        var name = $"{unit}_{report.Name}_{days}{(scope.Masking.IsLifted ? "_完整" : "")}";
        return string.Concat(name.Where(c => !@"\/:*?""<>|".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)).Take(55)) + ".xlsx";
    }

    /// <summary>填报单位 and 联系电话.</summary>
    private async Task<(string Name, string Phone)> UnitAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        if (scope.OfficeCode is { } code && await db.Offices.AsNoTracking().SingleOrDefaultAsync(office => office.Code == code, cancellationToken) is { } office)
        {
            return (office.OfficialName, office.ContactPhone);
        }

        var unit = currentUser.UnitCode;
        return (await db.Divisions.Where(division => division.Code == unit).Select(division => division.Name).FirstOrDefaultAsync(cancellationToken) ?? "各村（居）委会", "");
    }
}
