using SkiaSharp;

namespace HealthCode.Web.Printing.Seals;

/// <summary>印迹的位置 — where on a sheet the seal is: the largest thing of one piece, its ring, with whatever lies inside.</summary>
internal static class Impression
{
    /// <summary>A seal is round: its sides differ by no more than this part of the larger one.</summary>
    private const double Unsquare = 0.1;

    /// <summary>Pixels: a ring that was inked badly is one piece all the same.</summary>
    private const int Gap = 3;

    /// <summary>A piece with less of the largest one's ink is a speck.</summary>
    private const double Speck = 0.02;

    public static bool IsRound(double width, double height) => Math.Abs(width - height) <= Math.Max(width, height) * Unsquare;

    /// <summary>The box of the seal on a picture whose paper is white; null where there is no ink.</summary>
    public static SKRectI? Find(SKBitmap picture, InkMeasure measure)
    {
        var pieces = Pieces(picture.Width, picture.Height, Inked(picture, measure));
        if (pieces.Count == 0)
        {
            return null;
        }

        var largest = pieces.MaxBy(piece => (long)piece.Box.Width * piece.Box.Height);
        if (IsRound(largest.Box.Width, largest.Box.Height))
        {
            return largest.Box;
        }

        // A ring in several pieces.
        return pieces.Where(piece => piece.Ink >= largest.Ink * Speck).Select(piece => piece.Box).Aggregate(SKRectI.Union);
    }

    /// <summary>The box of all ink of a picture, and how many pixels have any.</summary>
    public static (SKRectI Box, int Ink) Bounds(SKBitmap picture, InkMeasure measure)
    {
        var inked = Inked(picture, measure);
        return (inked.Aggregate(SKRectI.Empty, (box, at) => With(box, at % picture.Width, at / picture.Width)), inked.Count);
    }

    private static List<int> Inked(SKBitmap picture, InkMeasure measure)
    {
        List<int> inked = [];
        var pixels = picture.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i += 4)
        {
            if (measure.Of(pixels[i..]) > InkMeasure.Inked)
            {
                inked.Add(i / 4);
            }
        }

        return inked;
    }

    /// <summary>Ink that lies no further apart than the gap is one piece.</summary>
    private static List<(SKRectI Box, int Ink)> Pieces(int width, int height, List<int> inked)
    {
        var left = new bool[width * height];
        inked.ForEach(at => left[at] = true);
        List<(SKRectI, int)> pieces = [];
        Stack<int> open = [];
        foreach (var start in inked.Where(at => left[at]))
        {
            var (box, ink) = (SKRectI.Empty, 0);
            left[start] = false;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                var (x, y) = (at % width, at / width);
                (box, ink) = (With(box, x, y), ink + 1);
                for (var row = Math.Max(0, y - Gap); row <= Math.Min(height - 1, y + Gap); row++)
                {
                    for (var column = Math.Max(0, x - Gap); column <= Math.Min(width - 1, x + Gap); column++)
                    {
                        var near = (row * width) + column;
                        if (left[near])
                        {
                            left[near] = false;
                            open.Push(near);
                        }
                    }
                }
            }

            pieces.Add((box, ink));
        }

        return pieces;
    }

    private static SKRectI With(SKRectI box, int x, int y) => box.IsEmpty
        ? new(x, y, x + 1, y + 1)
        : new(Math.Min(box.Left, x), Math.Min(box.Top, y), Math.Max(box.Right, x + 1), Math.Max(box.Bottom, y + 1));
}
