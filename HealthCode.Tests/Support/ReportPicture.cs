using System.Globalization;
using System.Security;
using System.Text;
using HealthCode.Web.Reports;
using Formula = HealthCode.Web.Spreadsheets.Formula;

namespace HealthCode.Tests.Support;

/// <summary>Draws the upper left corner of a report as a small SVG: title, column titles and the first rows, as wide as in the sheet.</summary>
public static class ReportPicture
{
    private const double Width = 260;
    private const double Height = 150;
    private const double UnitWidth = 4.6;
    private const double NumberWidth = 18;
    private const double HeaderTop = 30;
    private const double RowHeight = 17;
    private const int Rows = 6;

    /// <summary>The picture.</summary>
    public static string Draw(string name, ReportTable table, IReadOnlyList<object?[]> rows)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="9" fill="#1c2024">""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{Height}" fill="#ffffff"/>""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="8" y="19" font-size="12" font-weight="700">{SecurityElement.Escape(name)}</text>""").Append('\n');
        Cell(svg, 0, HeaderTop, NumberWidth, "", true);
        var x = NumberWidth;
        for (var i = 0; i < table.Columns.Count && x < Width; x += table.Columns[i].Width * UnitWidth, i++)
        {
            var width = table.Columns[i].Width * UnitWidth;
            Cell(svg, x, HeaderTop, width, table.Columns[i].Title, true);
            for (var row = 0; row < Rows; row++)
            {
                Cell(svg, x, HeaderTop + ((row + 1) * RowHeight), width, row < rows.Count ? Said(rows[row][i]) : "", false);
            }
        }

        for (var row = 0; row < Rows; row++)
        {
            Cell(svg, 0, HeaderTop + ((row + 1) * RowHeight), NumberWidth, row < rows.Count ? (row + 1).ToString(CultureInfo.InvariantCulture) : "", false);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Cell(StringBuilder svg, double x, double y, double width, string text, bool isHeader)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:0.#}" y="{y:0.#}" width="{width:0.#}" height="{RowHeight}" fill="{(isHeader ? "#ededed" : "#ffffff")}" stroke="#a9a49a" stroke-width=".6"/>""").Append('\n');
        var fitting = Fitting(text, width - 5);
        if (fitting.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x + 3:0.#}" y="{y + 12:0.#}"{(isHeader ? " font-weight=\"700\"" : "")}>{SecurityElement.Escape(fitting)}</text>""").Append('\n');
        }
    }

    private static string Fitting(string text, double width)
    {
        var (used, kept) = (0.0, 0);
        while (kept < text.Length && (used += text[kept] >= 0x1100 ? 9 : 5) <= width)
        {
            kept++;
        }

        return text[..kept];
    }

    private static string Said(object? value) => value switch
    {
        null => "",
        Formula formula => formula.Value.ToString("0.#", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
