using SkiaSharp;

namespace HealthCode.Web.Printing.Seals;

/// <summary>底色 — estimates the brightness of the paper across a photograph (grey paper, yellow light, shadows), so that dividing by it makes the
/// paper white.</summary>
internal static class PaperShade
{
    /// <summary>Blocks along the longer side: fine enough for shadows, coarse enough that some blocks inside the seal are without ink.</summary>
    private const int Blocks = 48;

    /// <summary>Radius in blocks: dark areas narrower than twice this are treated as ink. A quarter of the picture, more than the star.</summary>
    private const int Reach = 6;

    /// <summary>Lower limit for the divisor, so that noise in very dark areas is not amplified.</summary>
    private const byte Darkest = 64;

    private static readonly SKSamplingOptions Averaged = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>The estimated paper, one pixel per block.</summary>
    public static SKBitmap Of(SKBitmap picture)
    {
        var factor = (double)Blocks / Math.Max(picture.Width, picture.Height);
        var (width, height) = (Math.Max(1, (int)(picture.Width * factor)), Math.Max(1, (int)(picture.Height * factor)));
        var paper = picture.Resize(new SKSizeI(width, height), Averaged);
        var blocks = paper.GetPixelSpan();
        // Maximum filter, then minimum filter (morphological closing): gradients stay, dark spots are filled.
        foreach (var pick in (Func<byte, byte, byte>[])[Math.Max, Math.Min])
        {
            Filter(blocks, width, height, 4, width * 4, pick);
            Filter(blocks, height, width, width * 4, 4, pick);
        }

        return paper;
    }

    /// <summary>Divides a picture by its paper.</summary>
    /// <param name="picture">Changed in place.</param>
    /// <param name="paper">Paper of the whole picture.</param>
    /// <param name="part">The part of the whole that the picture shows, in blocks of the paper.</param>
    public static void Normalize(SKBitmap picture, SKBitmap paper, SKRect part)
    {
        using var shade = new SKBitmap(picture.Info);
        using (var canvas = new SKCanvas(shade))
        using (var blocks = SKImage.FromBitmap(paper))
        {
            canvas.DrawImage(blocks, part, new SKRect(0, 0, picture.Width, picture.Height), new SKSamplingOptions(SKFilterMode.Linear));
        }

        var pixels = picture.GetPixelSpan();
        var shades = shade.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Min(255, pixels[i] * 255 / Math.Max(shades[i], Darkest));
        }
    }

    /// <summary>Replaces each value by the maximum or minimum within reach along one direction.</summary>
    private static void Filter(Span<byte> blocks, int length, int lines, int step, int nextLine, Func<byte, byte, byte> pick)
    {
        var before = new byte[length];
        for (var at = 0; at < lines * 4; at++)
        {
            var start = (at / 4 * nextLine) + (at % 4);
            for (var i = 0; i < length; i++)
            {
                before[i] = blocks[start + (i * step)];
            }

            for (var i = 0; i < length; i++)
            {
                var (first, last) = (Math.Max(0, i - Reach), Math.Min(length - 1, i + Reach));
                blocks[start + (i * step)] = before[first..(last + 1)].Aggregate(pick);
            }
        }
    }
}
