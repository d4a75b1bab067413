using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace HealthCode.Web.Pages.Reports;

/// <summary>柱形图 as SVG, with filled and hollow bars for black-and-white print. Hidden from screen readers, as a table shows the same.</summary>
public static class BarChart
{
    private const double Width = 1040;
    private const double Height = 320;
    private const double Left = 44;
    private const double Top = 20;
    private const double Base = 288;

    /// <summary>Width of a label below a bar, and of a character of the number above it, in units of the SVG.</summary>
    private const double LabelWidth = 46;
    private const double DigitWidth = 8;

    /// <summary>Draws groups of one or two bars each; the first bar is filled, the second hollow.</summary>
    /// <param name="groups">Label and values of each group; null draws no bar.</param>
    public static IHtmlContent Draw(IReadOnlyList<(string Label, IReadOnlyList<decimal?> Values)> groups)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\" focusable=\"false\">");
        var top = Ceiling(groups.SelectMany(group => group.Values).Max() ?? 0);
        foreach (var mark in (decimal[])[0, top / 2, top])
        {
            var y = Y(mark, top);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{y:0.#}\" x2=\"{Width}\" y2=\"{y:0.#}\"></line>");
            Text(svg, Left - 6, y + 4, "end", Said(mark));
        }

        var room = (Width - Left) / Math.Max(1, groups.Count);
        var every = (int)Math.Ceiling(LabelWidth / room);
        for (var i = 0; i < groups.Count; i++)
        {
            var from = Left + (i * room);
            Bars(svg, groups[i].Values, from, room, top);
            if (i % every == 0)
            {
                Text(svg, from + (room / 2), Base + 18, "middle", groups[i].Label);
            }
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Bars(StringBuilder svg, IReadOnlyList<decimal?> values, double from, double room, decimal top)
    {
        var each = room * 0.76 / values.Count;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not > 0m)
            {
                continue;
            }

            var (x, y) = (from + (room * 0.12) + (i * each), Y(values[i]!.Value, top));
            svg.Append(CultureInfo.InvariantCulture, $"<rect{(i > 0 ? " class=\"hollow\"" : "")} x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{each:0.#}\" height=\"{Base - y:0.#}\"></rect>");
            var number = Said(values[i]!.Value);
            if ((values.Count == 1 ? room : each) >= number.Length * DigitWidth)
            {
                Text(svg, x + (each / 2), y - 4, "middle", number);
            }
        }
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, string words) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{HtmlEncoder.Default.Encode(words)}</text>");

    private static double Y(decimal value, decimal top) => Base - ((double)(value / top) * (Base - Top));

    private static string Said(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Rounds up to the next of 2, 4, 10, 20, 40, 100 …</summary>
    private static decimal Ceiling(decimal most)
    {
        var step = 1m;
        while (true)
        {
            foreach (var round in (decimal[])[2 * step, 4 * step, 10 * step])
            {
                if (round >= most)
                {
                    return round;
                }
            }

            step *= 10;
        }
    }
}
