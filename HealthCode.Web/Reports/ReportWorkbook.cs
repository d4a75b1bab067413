using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Reports;

/// <summary>A report as a workbook: its rows, and its 说明 sheet.</summary>
public static class ReportWorkbook
{
    /// <summary>Writes it.</summary>
    /// <param name="report">What it is called and what its figures mean.</param>
    /// <param name="table">Its columns and rows.</param>
    /// <param name="scope">Which days.</param>
    /// <param name="head">Who reports.</param>
    /// <param name="to">Written to its end and left open.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
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
