using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Support;

/// <summary>A report of any server, written as a workbook and read back.</summary>
public static class DrawnReport
{
    /// <summary>Draws a report as the system user, or as a user with a narrower scope.</summary>
    public static Task<Spreadsheet> DrawAsync(this OfficeServer server, Report report, ReportScope scope, CurrentUser? currentUser = null) => server.InDbAsync(async db =>
    {
        using var file = new MemoryStream();
        await ReportWorkbook.WriteAsync(report, await report.TableAsync(db, scope), scope, new("样例村村民委员会", scope.Now, "王秀兰", "0951-1234567", await scope.PackAsync(db)), file);
        file.Position = 0;
        return Spreadsheet.Open(file);
    }, currentUser);
}
