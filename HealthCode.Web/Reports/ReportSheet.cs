using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Reports;

/// <summary>报表页 — sheet with title, 填报单位 and 填报时间, header, numbered rows (序号), 合计, and a foot line.</summary>
internal sealed class ReportSheet(SheetWriter sheet, Report report, ReportTable table, ReportScope scope, ReportHead head)
{
    private const double NumberWidth = 6;
    private const int RowsAboveHeader = 2;

    /// <summary>Height of a title line in points, and width of a title character in characters of the sheet; used to estimate the lines of the
    /// title.</summary>
    private const double TitleLine = 30;
    private const double TitleWidth = 3.4;

    private readonly decimal[] _sums = new decimal[table.Columns.Count];

    private int LastColumn => table.Columns.Count + 1;

    private int HeaderRows => table.HasBands ? 2 : 1;

    /// <summary>Writes the sheet; returns the number of rows and the print area.</summary>
    public async Task<(int Rows, PrintedArea Area)> WriteAsync(CancellationToken cancellationToken)
    {
        sheet.Begin(table.Columns.Select(column => column.Width).Prepend(NumberWidth), RowsAboveHeader + HeaderRows);
        var title = $"{head.Unit}{report.Name}（{scope.Days}）";
        sheet.Line(title, CellStyle.Title, TitleLine * Math.Ceiling(title.Length * TitleWidth / (NumberWidth + table.Columns.Sum(column => column.Width))), LastColumn);
        sheet.Line($"填报单位（盖章）：{head.Unit}　　填报时间：{DateOnly.FromDateTime(head.At.DateTime).Chinese()}", CellStyle.Note, 20, LastColumn);
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

        sheet.Line($"填报人：{head.Preparer}　　　　审核人：　　　　　　联系电话：{head.Phone}", CellStyle.Note, 22, LastColumn);
        if (head.Watermark is { } watermark)
        {
            sheet.Line(watermark, CellStyle.Note, 20, LastColumn);
        }

        var lastRow = sheet.Row;
        sheet.End();
        return (rows, new($"$A$1:${Workbook.Letters(LastColumn)}${lastRow}", $"${RowsAboveHeader + 1}:${RowsAboveHeader + HeaderRows}"));
    }

    private void Header()
    {
        sheet.NextRow();
        var top = sheet.Row;
        sheet.Text("序号", CellStyle.Header);
        foreach (var column in table.Columns)
        {
            sheet.Text(column.Band.Length > 0 ? column.Band : column.Title, CellStyle.Header);
        }

        if (!table.HasBands)
        {
            return;
        }

        sheet.NextRow();
        sheet.Text("", CellStyle.Header);
        sheet.Merge(1, top, 1, top + 1);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var band = table.Columns[i].Band;
            sheet.Text(band.Length > 0 ? table.Columns[i].Title : "", CellStyle.Header);
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
        sheet.NextRow();
        sheet.Number(number, CellStyle.Ordinal);
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
            ColumnKind.Whole => CellStyle.Whole,
            ColumnKind.Tenths => CellStyle.Tenths,
            ColumnKind.Day => CellStyle.Day,
            ColumnKind.Moment => CellStyle.Moment,
            _ => CellStyle.Text,
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
