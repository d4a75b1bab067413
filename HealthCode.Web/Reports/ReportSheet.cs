using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Reports;

/// <summary>报表页 — sheet with title, 填报单位 and 填报时间, header, numbered rows (序号), 合计, and a foot line.</summary>
internal sealed class ReportSheet(SheetWriter sheet, Report report, ReportTable table, ReportScope scope, ReportHead head)
{
    private const double NumberWidth = 6;
    private const int RowsAboveHeader = 2;

    private const double TitleLine = 30;

    /// <summary>Points added to each row of a sheet that is carried, to write in.</summary>
    private const double RoomToWrite = 8;

    /// <summary>Columns among which the name of a person is looked for, to be repeated on each part of a wide sheet.</summary>
    private const int LeadingColumns = 6;

    private readonly decimal[] _sums = new decimal[table.Columns.Count];
    private readonly double[] _widths = [NumberWidth, .. table.Columns.Select(column => report.IsCarried ? Math.Ceiling(column.Width * CellText.LargeSize / CellText.Size) : column.Width)];

    private double Size => report.IsCarried ? CellText.LargeSize : CellText.Size;

    private int LastColumn => table.Columns.Count + 1;

    private int HeaderRows => table.HasBands ? 2 : 1;

    /// <summary>Writes the sheet; returns the number of rows and the print area.</summary>
    public async Task<(int Rows, PrintedArea Area)> WriteAsync(CancellationToken cancellationToken)
    {
        var name = table.Columns.Take(LeadingColumns).TakeWhile(column => column.Title != "姓名").Count();
        // Without a name, the first column says whose row it is.
        var layout = PageLayout.Of(_widths, name < Math.Min(LeadingColumns, table.Columns.Count) ? name + 2 : 2);
        sheet.Begin(_widths, RowsAboveHeader + HeaderRows, layout: layout);
        // Title and notes lie within the first part.
        var across = layout.Breaks.FirstOrDefault(LastColumn);
        sheet.Line($"{head.Unit}{report.Name}（{scope.Days}）", CellStyle.Title, TitleLine, across);
        sheet.Line($"填报单位（盖章）：{head.Unit}　　填报时间：{DateOnly.FromDateTime(head.At.DateTime).Chinese()}{(head.AsOf is { } moment ? $"　　数据截至 {moment:HH:mm:ss}（只读副本）" : "")}{(layout.Parts > 1 ? $"　　本表较宽，A4 纸打印成左右 {layout.Parts} 部分" : "")}", CellStyle.Note, 20, across);
        Header();
        var rows = 0;
        await foreach (var row in table.Rows.AheadAsync(cancellationToken))
        {
            Row(++rows, row);
        }

        if (table.IsSummed)
        {
            Totals(rows);
        }

        sheet.Line($"填报人：{head.Preparer}　　　　审核人：　　　　　　联系电话：{head.Phone}", CellStyle.Note, 22, across);
        if (head.Watermark is { } watermark)
        {
            sheet.Line(watermark, CellStyle.Note, 20, across);
        }

        var lastRow = sheet.Row;
        sheet.End();
        return (rows, new(
            $"$A$1:${Workbook.Letters(LastColumn)}${lastRow}", $"${RowsAboveHeader + 1}:${RowsAboveHeader + HeaderRows}",
            layout.Parts > 1 ? $"$A:${Workbook.Letters(layout.Repeated)}" : null));
    }

    private void Header()
    {
        var style = report.IsCarried ? CellStyle.LargeHeader : CellStyle.Header;
        var titles = table.Columns.Select((column, i) => CellText.Lines(column.Title, _widths[i + 1], Size)).DefaultIfEmpty(1).ToList();
        sheet.NextRow(CellText.Height(table.HasBands ? 1 : titles.Max(), Size));
        var top = sheet.Row;
        sheet.Text("序号", style);
        foreach (var column in table.Columns)
        {
            sheet.Text(column.Band.Length > 0 ? column.Band : column.Title, style);
        }

        if (!table.HasBands)
        {
            return;
        }

        // A title that reaches over both rows has one line in the upper.
        sheet.NextRow(CellText.Height(table.Columns.Zip(titles, (column, lines) => column.Band.Length > 0 ? lines : lines - 1).Append(1).Max(), Size));
        sheet.Text("", style);
        sheet.Merge(1, top, 1, top + 1);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var band = table.Columns[i].Band;
            sheet.Text(band.Length > 0 ? table.Columns[i].Title : "", style);
            if (band.Length == 0)
            {
                sheet.Merge(i + 2, top, i + 2, top + 1);
            }
            else if (i == 0 || table.Columns[i - 1].Band != band)
            {
                sheet.Merge(i + 2, top, i + 1 + table.Columns.Skip(i).TakeWhile(column => column.Band == band).Count(), top);
            }
        }
    }

    private void Row(int number, object?[] values)
    {
        var lines = 1;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (values[i] is string text)
            {
                lines = Math.Max(lines, CellText.Lines(text, _widths[i + 1], Size));
            }
        }

        sheet.NextRow(lines > 1 || report.IsCarried ? CellText.Height(lines, Size) + (report.IsCarried ? RoomToWrite : 0) : null);
        sheet.Number(number, report.IsCarried ? CellStyle.LargeOrdinal : CellStyle.Ordinal);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            Cell(table.Columns[i], values[i]);
            if (table.Columns[i].IsSummed)
            {
                _sums[i] += values[i] is Formula formula ? formula.Value : Convert.ToDecimal(values[i] ?? 0, CultureInfo.InvariantCulture);
            }
        }
    }

    private void Cell(Column column, object? value)
    {
        var style = column.Kind switch
        {
            ColumnKind.Whole => report.IsCarried ? CellStyle.LargeWhole : CellStyle.Whole,
            ColumnKind.Tenths => CellStyle.Tenths,
            ColumnKind.Day => report.IsCarried ? CellStyle.LargeDay : CellStyle.Day,
            ColumnKind.Moment => CellStyle.Moment,
            _ => report.IsCarried ? CellStyle.LargeText : CellStyle.Text,
        };
        switch (value)
        {
            case null or "":
                sheet.Empty(style);
                break;
            case string text:
                sheet.Text(text, style);
                break;
            case Formula formula:
                sheet.Formula(formula.Text.Replace("{row}", sheet.Row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), formula.Value, style);
                break;
            case DateOnly day:
                sheet.Day(day, style);
                break;
            case int number:
                sheet.Number(number, style);
                break;
            case DateTimeOffset moment:
                sheet.Moment(moment.DateTime, style);
                break;
            default:
                sheet.Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture), style);
                break;
        }
    }

    private void Totals(int rows)
    {
        sheet.NextRow();
        var (first, last) = (RowsAboveHeader + HeaderRows + 1, sheet.Row - 1);
        sheet.Text("合计", CellStyle.TotalText);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (!table.Columns[i].IsSummed)
            {
                sheet.Empty(CellStyle.TotalText);
            }
            else if (rows == 0)
            {
                sheet.Number(0, CellStyle.TotalWhole);
            }
            else
            {
                sheet.Formula($"SUM({Workbook.Letters(i + 2)}{first}:{Workbook.Letters(i + 2)}{last})", _sums[i], CellStyle.TotalWhole);
            }
        }
    }
}
