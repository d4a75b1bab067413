using System.Numerics;
using System.Text;

namespace HealthCode.Web.Printing;

/// <summary>A label as a thermal head prints it: black and white dots, 8 to the millimetre (203 dpi). x goes right and y down from the upper left corner; what lies outside is cut off.</summary>
public sealed class DotBitmap
{
    private const int DotsPerMetre = 8000;

    /// <summary>What stands in the place of a character that no font has, as on paper.</summary>
    private static readonly GlyphOutline ToFillIn = new(Typography.BlankWidth,
    [
        [
            new((float)Typography.HairlineMargin, (float)-Typography.HairlineDepth),
            new((float)(Typography.BlankWidth - Typography.HairlineMargin), (float)-Typography.HairlineDepth),
            new((float)(Typography.BlankWidth - Typography.HairlineMargin), (float)(Typography.HairlineWeight - Typography.HairlineDepth)),
            new((float)Typography.HairlineMargin, (float)(Typography.HairlineWeight - Typography.HairlineDepth)),
        ],
    ]);

    private readonly int _stride;
    private readonly byte[] _rows;

    /// <summary>A white label.</summary>
    /// <param name="width">Dots.</param>
    /// <param name="height">Dots.</param>
    public DotBitmap(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        (Width, Height) = (width, height);
        _stride = (width + 7) / 8;
        _rows = new byte[_stride * height];
    }

    /// <summary>Dots.</summary>
    public int Width { get; }

    /// <summary>Dots.</summary>
    public int Height { get; }

    /// <summary>Whether a dot is black.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dot.</exception>
    public bool this[int x, int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width, nameof(x));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
            return (_rows[(y * _stride) + (x / 8)] & (0x80 >> (x % 8))) != 0;
        }
    }

    /// <summary>The width of a text in dots.</summary>
    /// <param name="text">Any characters.</param>
    /// <param name="emPixels">The size: dots to the em.</param>
    /// <param name="strong">In the bold face.</param>
    public static double TextWidth(string text, double emPixels, bool strong = false) =>
        Glyphs(text, strong).Sum(glyph => glyph.Advance * emPixels);

    /// <summary>Draws one line, in the fonts that <see cref="Typography"/> takes; returns its width in dots.</summary>
    /// <param name="text">Any characters.</param>
    /// <param name="x">The left edge. Each character begins at a whole dot, so that it looks the same wherever it stands.</param>
    /// <param name="baseline">The baseline, to whole dots.</param>
    /// <param name="emPixels">The size: dots to the em.</param>
    /// <param name="strong">In the bold face.</param>
    public double Text(string text, double x, double baseline, double emPixels, bool strong = false)
    {
        var pen = x;
        var scale = new Vector2((float)emPixels, -(float)emPixels);
        foreach (var glyph in Glyphs(text, strong))
        {
            var origin = new Vector2((float)Math.Round(pen), (float)Math.Round(baseline));
            Fill([.. glyph.Contours.Select(contour => Array.ConvertAll(contour, point => origin + (point * scale)))]);
            pen += glyph.Advance * emPixels;
        }

        return pen - x;
    }

    /// <summary>Blackens a rectangle of whole dots.</summary>
    public void FillRectangle(int x, int y, int width, int height)
    {
        for (var row = Math.Max(y, 0); row < Math.Min((long)y + height, Height); row++)
        {
            for (var column = Math.Max(x, 0); column < Math.Min((long)x + width, Width); column++)
            {
                Blacken(column, row);
            }
        }
    }

    /// <summary>Blackens the dots whose centres lie within closed polygons, by the rule of non-zero winding. Where a stroke passes between the centres, the dot nearest to its middle is blackened: no stroke vanishes or breaks.</summary>
    /// <param name="contours">The corners of each, in dots.</param>
    public void Fill(IReadOnlyList<Vector2[]> contours)
    {
        // Along the rows no upright stroke is missed, along the columns no level one.
        foreach (var (row, first, last) in Spans(contours, Height))
        {
            FillRectangle(first, row, last - first + 1, 1);
        }

        var turned = contours.Select(contour => Array.ConvertAll(contour, point => new Vector2(point.Y, point.X))).ToList();
        foreach (var (column, first, last) in Spans(turned, Width))
        {
            FillRectangle(column, first, 1, last - first + 1);
        }

        foreach (var speck in contours.Where(IsSpeck))
        {
            FillRectangle((int)Math.Floor(speck[0].X), (int)Math.Floor(speck[0].Y), 1, 1);
        }
    }

    /// <summary>The label as a PNG of one bit a dot that knows its size on paper.</summary>
    public byte[] Png() => Printing.Png.Bytes(Width, _rows, DotsPerMetre);

    private static IEnumerable<GlyphOutline> Glyphs(string text, bool strong) =>
        Typography.Runs(text, strong).SelectMany(run => run.Text.EnumerateRunes()
            .Select(rune => run.Face == Typography.Blank ? ToFillIn : Typography.FileOf(run.Face).Outlines.Of(rune.Value)));

    /// <summary>Whether a polygon lies between the centres of the dots in both directions, where no line crosses it.</summary>
    private static bool IsSpeck(Vector2[] contour) =>
        contour.Select(point => (FirstCentre(point.X), FirstCentre(point.Y))).Distinct().Count() == 1;

    /// <summary>The inked stretches of each row from 0 to the count, whole dots, first and last.</summary>
    private static IEnumerable<(int Row, int First, int Last)> Spans(IReadOnlyList<Vector2[]> contours, int rows)
    {
        var crossings = Crossings(contours, rows);
        var (winding, start) = (0, 0f);
        foreach (var crossing in crossings)
        {
            start = winding == 0 ? crossing.At : start;
            winding += crossing.Turn;
            if (winding == 0 && crossing.At > start)
            {
                var (first, last) = (FirstCentre(start), FirstCentre(crossing.At) - 1);
                var middle = (int)Math.Floor((start + crossing.At) / 2);
                yield return first <= last ? (crossing.Row, first, last) : (crossing.Row, middle, middle);
            }
        }
    }

    /// <summary>Where the contours cross the middle lines of the rows, in order.</summary>
    private static List<Crossing> Crossings(IReadOnlyList<Vector2[]> contours, int rows)
    {
        List<Crossing> crossings = [];
        foreach (var contour in contours)
        {
            for (var i = 0; i < contour.Length; i++)
            {
                AddCrossings(crossings, contour[i], contour[(i + 1) % contour.Length], rows);
            }
        }

        crossings.Sort();
        return crossings;
    }

    private static void AddCrossings(List<Crossing> crossings, Vector2 from, Vector2 to, int rows)
    {
        var (upper, lower) = from.Y < to.Y ? (from, to) : (to, from);
        var slope = (lower.X - upper.X) / (lower.Y - upper.Y);
        var end = Math.Min(FirstCentre(lower.Y), rows);
        for (var row = Math.Max(FirstCentre(upper.Y), 0); row < end; row++)
        {
            crossings.Add(new(row, upper.X + ((row + 0.5f - upper.Y) * slope), from.Y < to.Y ? 1 : -1));
        }
    }

    /// <summary>The first dot whose centre lies at or behind a place.</summary>
    private static int FirstCentre(float place) => (int)Math.Ceiling(place - 0.5f);

    private void Blacken(int x, int y) => _rows[(y * _stride) + (x / 8)] |= (byte)(0x80 >> (x % 8));

    private readonly record struct Crossing(int Row, float At, int Turn) : IComparable<Crossing>
    {
        public int CompareTo(Crossing other) => Row != other.Row ? Row.CompareTo(other.Row) : At.CompareTo(other.At);
    }
}
