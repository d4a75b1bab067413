using HealthCode.Domain.Rules;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Imports;

/// <summary>导入模板 — an empty workbook whose cells are preformatted as text, so that typed numbers are not damaged.</summary>
public static class ImportTemplate
{
    /// <summary>Number of the header row; above it are a title and a line of instructions.</summary>
    public const int HeaderRow = 3;

    /// <summary>Number of prepared rows.</summary>
    public const int Rows = 2_000;

    private const string Explanation = "填表说明";

    // Maximum length of an inline validation list (ECMA-376 part 1, 18.3.1.32).
    private const int LongestList = 255;

    /// <summary>居民名册模板.xlsx.</summary>
    public static string FileName(Import import) => import.Name + "模板.xlsx";

    /// <summary>Writes the workbook.</summary>
    /// <param name="import">The kind of import.</param>
    /// <param name="pack">Rule pack of the office.</param>
    /// <param name="to">Target stream; not closed.</param>
    public static void Write(Import import, RulePack pack, Stream to) => Workbook.Write(
        to,
        (import.Name, sheet => WriteSheet(sheet, import.For(pack))),
        (Explanation, sheet => WriteExplanation(sheet, import.For(pack), pack)));

    private static void WriteSheet(SheetWriter sheet, Import import)
    {
        sheet.Begin(import.Columns.Select(column => column.Width), HeaderRow, CellStyle.Text);
        sheet.Line(import.Name, CellStyle.Title, 30, import.Columns.Count);
        sheet.Line("一人一行，从第 4 行填起，不要改标题。红字的栏必须填。号码原样打字，日期写成 20200305，不要用公式。详见“填表说明”。", CellStyle.Note, 20, import.Columns.Count);
        sheet.NextRow(24);
        foreach (var column in import.Columns)
        {
            sheet.Text(column.Title, column.IsRequired ? CellStyle.RequiredHeader : CellStyle.Header);
        }

        for (var i = 0; i < Rows; i++)
        {
            sheet.NextRow();
            foreach (var _ in import.Columns)
            {
                sheet.Empty(CellStyle.Text);
            }
        }

        foreach (var (column, i) in import.Columns.Select((column, i) => (column, i)))
        {
            // A longer list is given in 填表说明 only.
            if (column.Choices.Length > 0 && string.Join(',', column.Choices) is { Length: <= LongestList } list && !column.Choices.Any(choice => choice.Contains(',', StringComparison.Ordinal)))
            {
                sheet.Choose(i + 1, HeaderRow + 1, HeaderRow + Rows, list);
            }
        }

        sheet.End();
    }

    private static void WriteExplanation(SheetWriter sheet, Import import, RulePack pack)
    {
        sheet.Begin([20, 8, 90], 2);
        sheet.Line(import.Name + Explanation, CellStyle.Title, 30, 3);
        Row(sheet, CellStyle.Header, "栏", "必填", "说明");
        foreach (var column in import.Columns)
        {
            var ofTheForm = pack.IssuesPasses ? column.FormHint?.Invoke(pack.Pass) : null;
            Row(sheet, CellStyle.Text, column.Title, column.IsRequired ? "必填" : "", ofTheForm + column.Hint + (column.Choices.Length > 0 ? $"（只能填：{string.Join('、', column.Choices)}）" : ""));
        }

        sheet.End();
    }

    private static void Row(SheetWriter sheet, CellStyle style, string title, string required, string hint)
    {
        // Wrapped text needs an explicit row height, because nothing computes it for a generated file.
        sheet.NextRow(CellText.Height(CellText.Lines(hint, 90)));
        sheet.Text(title, style);
        sheet.Text(required, style);
        sheet.Text(hint, style);
    }
}
