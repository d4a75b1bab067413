using HealthCode.Domain.Rules;

namespace HealthCode.Web.Reports;

/// <summary>说明页 — what each figure counts, so that two offices count alike (rule-table G23).</summary>
internal static class DefinitionSheet
{
    private static readonly double[] Widths = [22, 80, 34];

    public static void Write(SheetWriter sheet, Report report, ReportScope scope, ReportHead head)
    {
        sheet.Begin(Widths, 0);
        Line(sheet, report.Name + "说明", CellStyle.Title, 30);
        Line(sheet, $"{report.Purpose}　时段：{scope.Days}　填报单位：{head.Unit}　填报时间：{DateOnly.FromDateTime(head.At.DateTime).Chinese()}", CellStyle.Note, 20);
        sheet.NextRow();
        foreach (var title in (string[])["指标", "说明", "依据"])
        {
            sheet.Text(title, CellStyle.Header);
        }

        foreach (var definition in report.Definitions(head.Pack))
        {
            // Long words wrap, and no program makes the row higher by itself on a server.
            sheet.NextRow(18 * Math.Max(1, Math.Ceiling(definition.Meaning.Length / 38.0)));
            sheet.Text(definition.Figure, CellStyle.Text);
            sheet.Text(definition.Meaning, CellStyle.Text);
            sheet.Text(definition.Source, CellStyle.Text);
        }

        sheet.End();
    }

    private static void Line(SheetWriter sheet, string text, CellStyle style, double height)
    {
        sheet.NextRow(height);
        sheet.Text(text, style);
        sheet.Merge(1, sheet.Row, Widths.Length, sheet.Row);
    }
}
