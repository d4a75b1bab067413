using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Reports;

/// <summary>Writes a report as a workbook with its rows and a 说明 sheet.</summary>
public static class ReportWorkbook
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="report">Name and definitions.</param>
    /// <param name="table">Columns and rows.</param>
    /// <param name="scope">The period.</param>
    /// <param name="head">Head and foot.</param>
    /// <param name="to">Target stream; not closed.</param>
    /// <param name="cancellationToken">Checked between rows.</param>
    /// <returns>The number of rows.</returns>
    public static async Task<int> WriteAsync(Report report, ReportTable table, ReportScope scope, ReportHead head, Stream to, CancellationToken cancellationToken = default)
    {
        var rows = 0;
        await Workbook.WriteAsync(
            to,
            (report.Name, async sheet =>
            {
                (rows, var area) = await new ReportSheet(sheet, report, table, scope, head).WriteAsync(cancellationToken);
                return area;
            }),
            ("说明", sheet =>
            {
                DefinitionSheet.Write(sheet, report, scope, head);
                return Task.FromResult<PrintedArea?>(null);
            }));
        return rows;
    }
}
