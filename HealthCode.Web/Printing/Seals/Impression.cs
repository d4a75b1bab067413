using SkiaSharp;

namespace HealthCode.Web.Printing.Seals;

/// <summary>印迹的位置 — locates the seal on a sheet: the largest connected piece (its ring) with everything inside.</summary>
internal static class Impression
{
    /// <summary>Tolerance for a round seal: maximum difference of its sides, relative to the larger one.</summary>
    private const double Unsquare = 0.1;

    /// <summary>Gap in pixels bridged within a piece, so that a badly inked ring still counts as one.</summary>
    private const int Gap = 3;

    /// <summary>Pieces with less than this share of the largest one's ink are ignored as specks.</summary>
    private const double Speck = 0.02;

    public static bool IsRound(double width, double height) => Math.Abs(width - height) <= Math.Max(width, height) * Unsquare;

    /// <summary>Bounding box of the seal on a picture with white paper; null if there is no ink.</summary>
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

        // The ring consists of several pieces: take all.
        return pieces.Where(piece => piece.Ink >= largest.Ink * Speck).Select(piece => piece.Box).Aggregate(SKRectI.Union);
    }

    /// <summary>Bounding box of all ink, and the number of inked pixels.</summary>
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

    /// <summary>Connected pieces; pixels up to the gap apart belong together.</summary>
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
