using HealthCode.Domain.Rules;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Reports;

/// <summary>说明页 — sheet with the definition of each figure, so that all offices count alike (DECISIONS.md D23).</summary>
internal static class DefinitionSheet
{
    private static readonly double[] Widths = [22, 80, 34];

    public static void Write(SheetWriter sheet, Report report, ReportScope scope, ReportHead head)
    {
        sheet.Begin(Widths, 0);
        sheet.Line(report.Name + "说明", CellStyle.Title, 30, Widths.Length);
        sheet.Line($"{report.Purpose}　时段：{scope.Days}　填报单位：{head.Unit}　填报时间：{DateOnly.FromDateTime(head.At.DateTime).Chinese()}", CellStyle.Note, 20, Widths.Length);
        sheet.NextRow();
        foreach (var title in (string[])["指标", "说明", "依据"])
        {
            sheet.Text(title, CellStyle.Header);
        }

        foreach (var definition in report.Definitions(head.Pack))
        {
            string[] cells = [definition.Figure, definition.Meaning, definition.Source];
            sheet.NextRow(CellText.Height(cells.Zip(Widths, (text, width) => CellText.Lines(text, width)).Max()));
            foreach (var cell in cells)
            {
                sheet.Text(cell, CellStyle.Text);
            }
        }

        sheet.End();
    }
}
