using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>报表室 — draws up a report for whoever asks: his unit's name over it, the audit record beside it, the file in the data folder for no longer than it is read.</summary>
public sealed class ReportExport(OfficeDb db, CurrentUser currentUser, OfficeClock clock, DataFolder folder)
{
    /// <summary>What a report is drawn up over.</summary>
    /// <param name="report">Which.</param>
    /// <param name="firstDay">Asked for; today when null.</param>
    /// <param name="lastDay">Asked for; today when null.</param>
    /// <param name="officeCode">One office of several within reach, or null.</param>
    public ReportScope Scope(Report report, DateOnly? firstDay, DateOnly? lastDay, string? officeCode)
    {
        var last = report.Period == ReportPeriod.Today ? clock.Today : lastDay ?? clock.Today;
        var first = report.Period == ReportPeriod.Days && firstDay <= last ? firstDay.Value : last;
        return new(first, last, clock.Now) { OfficeCode = currentUser.OfficeCode ?? (string.IsNullOrEmpty(officeCode) || report.IsOfTownship ? null : officeCode) };
    }

    /// <summary>Draws it up. The file is deleted when the stream is closed.</summary>
    /// <param name="report">Which.</param>
    /// <param name="scope">Whose, which days, masked or not.</param>
    /// <param name="reason">Why, for a full one.</param>
    /// <param name="cancellationToken">The reader has gone.</param>
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
            // The record first: what nobody knows of is never handed out.
            db.Audit("导出", report.Name, string.Join('；', ((string[])[scope.Days, scope.Masking.IsLifted ? "完整" : "脱敏", reason]).Where(part => part.Length > 0)));
            await db.SaveChangesAsync(cancellationToken);
            await ReportWorkbook.WriteAsync(report, await report.TableAsync(db, scope, cancellationToken), scope, head, file, cancellationToken);
            file.Position = 0;
            return (file, FileName(unit, report, scope));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>样例村_日报表_20200305.xlsx — no name of a resident in it, nothing a file system forbids.</summary>
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
