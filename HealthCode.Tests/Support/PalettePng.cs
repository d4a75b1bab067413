using SkiaSharp;

namespace HealthCode.Tests.Support;

/// <summary>Small PNG files of screens and sheets: 16 colours, chosen by how often and how far apart they are, the same for the same picture.</summary>
internal static class PalettePng
{
    private const int Colours = 16;
    private const int Rounds = 6;

    /// <summary>5 bits of each channel.</summary>
    private const int Bins = 1 << 15;

    /// <summary>Encodes a picture with four bits a pixel.</summary>
    public static byte[] Of(SKBitmap picture)
    {
        var pixels = picture.Pixels;
        var palette = Palette(pixels);
        var nearest = new byte[Bins];
        for (var bin = 0; bin < Bins; bin++)
        {
            nearest[bin] = (byte)Nearest(palette, Middle(bin));
        }

        var width = (picture.Width + 1) / 2;
        var rows = new byte[(width + 1) * picture.Height];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                rows[(y * (width + 1)) + 1 + (x / 2)] |= (byte)(nearest[Bin(pixels[(y * picture.Width) + x])] << (x % 2 == 0 ? 4 : 0));
            }
        }

        byte[] colours = [.. palette.SelectMany(colour => (byte[])[(byte)colour.Red, (byte)colour.Green, (byte)colour.Blue])];
        return PaintedPng.File(("IHDR", PaintedPng.Header(picture.Width, picture.Height, depth: 4, kind: 3)), ("PLTE", colours), ("IDAT", PaintedPng.Deflated(rows)), ("IEND", []));
    }

    private static List<(double Red, double Green, double Blue)> Palette(SKColor[] pixels)
    {
        var counts = new int[Bins];
        var sums = new (double Red, double Green, double Blue)[Bins];
        foreach (var pixel in pixels)
        {
            var bin = Bin(pixel);
            counts[bin]++;
            sums[bin] = (sums[bin].Red + pixel.Red, sums[bin].Green + pixel.Green, sums[bin].Blue + pixel.Blue);
        }

        // The root: a red line on a white page must have its colour.
        var used = Enumerable.Range(0, Bins).Where(bin => counts[bin] > 0)
            .Select(bin => (Weight: Math.Sqrt(counts[bin]), Colour: (Red: sums[bin].Red / counts[bin], Green: sums[bin].Green / counts[bin], Blue: sums[bin].Blue / counts[bin])))
            .ToList();
        List<(double Red, double Green, double Blue)> palette = [used.MaxBy(each => each.Weight).Colour];
        while (palette.Count < Colours)
        {
            palette.Add(used.MaxBy(each => each.Weight * palette.Min(colour => Distance(colour, each.Colour))).Colour);
        }

        for (var round = 0; round < Rounds; round++)
        {
            palette =
            [
                .. used.GroupBy(each => Nearest(palette, each.Colour)).OrderBy(group => group.Key)
                    .Select(group => (group.Sum(each => each.Weight * each.Colour.Red) / group.Sum(each => each.Weight),
                        group.Sum(each => each.Weight * each.Colour.Green) / group.Sum(each => each.Weight),
                        group.Sum(each => each.Weight * each.Colour.Blue) / group.Sum(each => each.Weight))),
            ];
        }

        return palette;
    }

    private static int Nearest(List<(double Red, double Green, double Blue)> palette, (double Red, double Green, double Blue) colour)
    {
        var (best, least) = (0, double.MaxValue);
        for (var place = 0; place < palette.Count; place++)
        {
            if (Distance(palette[place], colour) is var distance && distance < least)
            {
                (best, least) = (place, distance);
            }
        }

        return best;
    }

    private static double Distance((double Red, double Green, double Blue) one, (double Red, double Green, double Blue) other)
    {
        var (red, green, blue) = (one.Red - other.Red, one.Green - other.Green, one.Blue - other.Blue);
        return (red * red) + (green * green) + (blue * blue);
    }

    private static int Bin(SKColor colour) => (colour.Red >> 3 << 10) | (colour.Green >> 3 << 5) | (colour.Blue >> 3);

    private static (double Red, double Green, double Blue) Middle(int bin) => (((bin >> 10) * 8) + 4, ((bin >> 5 & 31) * 8) + 4, ((bin & 31) * 8) + 4);
}
