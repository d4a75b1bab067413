using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace HealthCode.Tests.Support;

/// <summary>An .xlsx read with the Open XML SDK: the text of its cells and its validation errors.</summary>
public sealed record Spreadsheet(IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<IReadOnlyList<string>> Explanation, IReadOnlyList<string> Faults, Worksheet Sheet, DocumentFormat.OpenXml.Spreadsheet.Workbook Book)
{
    /// <summary>The data rows, i.e. those with a number in 序号, without 合计 and what follows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Body => [.. Rows.Where(row => int.TryParse(row[0], out _))];

    /// <summary>The column titles; with two header rows the lower title, unless it is empty.</summary>
    public IReadOnlyList<string> Header => [.. Rows[2].Select((title, i) => Rows[3].Count > i && !int.TryParse(Rows[3][0], out _) && Rows[3][0] != "合计" && Rows[3][i].Length > 0 ? Rows[3][i] : title)];

    /// <summary>The cells of a column, from top to bottom.</summary>
    public IReadOnlyList<string> Column(string title) => [.. Body.Select(row => row[Header.ToList().IndexOf(title)])];

    /// <summary>The value stored for the formula in the 合计 row of a column.</summary>
    public decimal Total(string title) => decimal.Parse(Rows.Single(row => row[0] == "合计")[Header.ToList().IndexOf(title)].Split('→')[^1], CultureInfo.InvariantCulture);

    /// <summary>The text of the first sheet, with cells separated by " | ", for approval tests.</summary>
    public string Text => string.Join('\n', Rows.Select(row => string.Join(" | ", row).TrimEnd(' ', '|'))) + "\n";

    public static Spreadsheet Open(Stream file)
    {
        using var package = SpreadsheetDocument.Open(file, isEditable: false);
        var faults = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ToList();
        var sheets = package.WorkbookPart!.WorksheetParts.OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal).ToList();
        return new(Read(sheets[0]), Read(sheets[1]), faults, (Worksheet)sheets[0].Worksheet.CloneNode(true), (DocumentFormat.OpenXml.Spreadsheet.Workbook)package.WorkbookPart.Workbook.CloneNode(true));
    }

    private static List<IReadOnlyList<string>> Read(WorksheetPart part) =>
        [.. part.Worksheet.Descendants<Row>().Select(row => (IReadOnlyList<string>)[.. row.Elements<Cell>().Select(Said)])];

    private static string Said(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        return cell switch
        {
            { InlineString: { } words } => words.InnerText,
            { CellFormula: { } formula } => $"={formula.Text}→{value}",
            { StyleIndex.Value: 7 or 17 } when value.Length > 0 => Moment(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            { StyleIndex.Value: 8 } when value.Length > 0 => Moment(value).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    private static DateTime Moment(string days) => DateTime.FromOADate(double.Parse(days, CultureInfo.InvariantCulture)).AddSeconds(0.5);
}
