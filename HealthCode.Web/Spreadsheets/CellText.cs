using System.Text;

namespace HealthCode.Web.Spreadsheets;

/// <summary>Computes how many lines a text takes in a cell, and the height of its row: no program computes it for a file that states row heights.</summary>
public static class CellText
{
    /// <summary>Size of the default font, in which column widths are measured, and of the larger ones.</summary>
    public const double Size = 11;
    public const double LargeSize = 14;
    public const double TitleSize = 18;

    /// <summary>The tallest row of a sheet, in points.</summary>
    private const double Tallest = 409;

    /// <summary>White left and right of the text, in characters.</summary>
    private const double Padding = 1;

    /// <summary>Number of lines of a text wrapped in a column, at least 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Width of the column in characters of the default font; a Chinese character counts as two.</param>
    /// <param name="size">Font size in points.</param>
    public static int Lines(string text, double width, double size = Size)
    {
        var room = Math.Max(2, (width * Size / size) - Padding);
        // Most cells: short enough whatever they hold.
        if (text.Length * 2 <= room && !text.Contains('\n', StringComparison.Ordinal))
        {
            return 1;
        }

        // A word of Latin letters or figures moves to the next line as a whole if it fits there.
        var (lines, used, word) = (1, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                (lines, used, word) = (lines + 1, 0, 0);
                continue;
            }

            var wide = IsWide(rune) ? 2 : 1;
            if (used + wide > room)
            {
                var moved = wide == 1 && rune.Value != ' ' && word < used ? word : 0;
                (lines, used, word) = (lines + 1, moved, moved);
            }

            used += wide;
            word = wide == 2 || rune.Value == ' ' ? 0 : word + 1;
        }

        return lines;
    }

    /// <summary>Height in points of a row with this many lines; a single line has some air.</summary>
    public static double Height(int lines, double size = Size) => Math.Min(Tallest, Math.Ceiling(lines * size * 1.36) + 3);

    private static bool IsWide(Rune rune) => rune.Value >= 0x1100;
}
