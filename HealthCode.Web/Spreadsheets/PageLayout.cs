namespace HealthCode.Web.Spreadsheets;

/// <summary>打印版面 — how a sheet is laid on A4 paper across. A table that would be printed too small on one page is printed in two or more parts that lie
/// side by side, each beginning with the columns that say whose row it is.</summary>
/// <param name="Breaks">Numbers of the columns, from 1, after which a part ends; empty if all fit.</param>
/// <param name="Repeated">Number of columns at the left repeated on every part.</param>
/// <param name="Scale">Scale in per cent, if there are several parts.</param>
public sealed record PageLayout(IReadOnlyList<int> Breaks, int Repeated, int Scale)
{
    /// <summary>Characters of the default font in the printable width of A4 across, at 100 %.</summary>
    private const double PageWidth = 124;

    /// <summary>The default font of 11 pt is still printed in 7.7 pt.</summary>
    private const double SmallestScale = 0.7;

    /// <summary>All on one page.</summary>
    public static PageLayout Whole { get; } = new([], 0, 100);

    /// <summary>Number of parts.</summary>
    public int Parts => Breaks.Count + 1;

    /// <summary>Lays out columns; parts are about equally wide.</summary>
    /// <param name="widths">Of all columns, in characters.</param>
    /// <param name="repeated">Columns at the left to repeat.</param>
    public static PageLayout Of(IReadOnlyList<double> widths, int repeated)
    {
        if (widths.Sum() * SmallestScale <= PageWidth)
        {
            return Whole;
        }

        var head = widths.Take(repeated).Sum();
        var most = (PageWidth / SmallestScale) - head;
        var wanted = Fill(widths, repeated, most).Count;
        var room = Math.Ceiling((widths.Sum() - head) / (wanted + 1));
        var breaks = Fill(widths, repeated, room);
        for (; breaks.Count > wanted; room++)
        {
            breaks = Fill(widths, repeated, room);
        }

        var widest = breaks.Append(widths.Count).Zip(breaks.Prepend(repeated), (end, start) => widths.Skip(start).Take(end - start).Sum()).Max();
        return new(breaks, repeated, (int)Math.Min(100, Math.Floor(100 * PageWidth / (head + widest))));
    }

    private static List<int> Fill(IReadOnlyList<double> widths, int repeated, double room)
    {
        List<int> breaks = [];
        var used = 0.0;
        for (var i = repeated; i < widths.Count; i++)
        {
            if (used > 0 && used + widths[i] > room)
            {
                breaks.Add(i);
                used = 0;
            }

            used += widths[i];
        }

        return breaks;
    }
}
