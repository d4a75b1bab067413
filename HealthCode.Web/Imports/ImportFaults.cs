using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Imports;

/// <summary>错误表 — returns the uploaded rows at their original row numbers, wrong cells in red, messages in the last column. The corrected file can be
/// uploaded again; marks replace the cell types, because all its cells are text.</summary>
public static class ImportFaults
{
    /// <summary>Title of the last column.</summary>
    public const string Title = "错误";

    private const double OtherWidth = 16;
    private const double FaultWidth = 60;

    /// <summary>居民名册_错误.xlsx.</summary>
    public static string FileName(string import) => import + "_错误.xlsx";

    /// <summary>The errors of a row, one message per cell: the first one found.</summary>
    public static IReadOnlyList<(string Title, string Sentence)> Of(ImportRow row) =>
        [.. row.Faults.DistinctBy(fault => fault.Field).Select(fault => (fault.Field!, fault.Sentence.Contains(fault.Field!, StringComparison.Ordinal) ? fault.Sentence : $"{fault.Field}：{fault.Sentence}"))];

    /// <summary>Writes the workbook.</summary>
    public static void Write(Import import, SheetRows sheet, Stream to) =>
        Workbook.Write(to, (import.Name, part => WriteSheet(part, import, sheet)));

    private static void WriteSheet(SheetWriter part, Import import, SheetRows sheet)
    {
        // A file uploaded a second time already has this column.
        List<string> titles = [.. sheet.Titles.Where(title => title != Title)];
        if (sheet.Rows.Any(row => row.NeedsConfirmation) && !titles.Contains(CellMarks.Confirmed))
        {
            titles.Add(CellMarks.Confirmed);
        }

        part.Begin(titles.Select(title => import.Columns.FirstOrDefault(column => column.Title == title)?.Width ?? OtherWidth).Append(FaultWidth), sheet.HeaderRow, CellStyle.Text);
        if (sheet.HeaderRow > 1)
        {
            part.NextRow(24);
            part.Text($"有 {sheet.Rows.Count(row => row.Faults.Count > 0)} 行要改：红色的格子改好以后，把这个文件再上传一次。什么都还没有导入。", CellStyle.Note);
            part.Merge(1, 1, titles.Count + 1, 1);
        }

        part.NextRow(number: sheet.HeaderRow);
        titles.ForEach(title => part.Text(title, CellStyle.Header));
        part.Text(Title, CellStyle.Header);
        foreach (var row in sheet.Rows)
        {
            WriteRow(part, row, titles);
        }

        part.End();
    }

    private static void WriteRow(SheetWriter part, ImportRow row, List<string> titles)
    {
        var faults = Of(row);
        part.NextRow(faults.Count > 1 ? 18 * faults.Count : null, row.Number);
        foreach (var title in titles)
        {
            var style = faults.Any(fault => fault.Title == title) ? CellStyle.Wrong : CellStyle.Text;
            if (row[title] is { Length: > 0 } text)
            {
                part.Text(row.MarkOf(title) + text, style);
            }
            else
            {
                part.Empty(style);
            }
        }

        if (faults.Count > 0)
        {
            part.Text(string.Join('\n', faults.Select(fault => fault.Sentence)), CellStyle.Wrong);
        }
        else
        {
            part.Empty(CellStyle.Text);
        }
    }
}
