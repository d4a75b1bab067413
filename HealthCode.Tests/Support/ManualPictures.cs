using SkiaSharp;

namespace HealthCode.Tests.Support;

/// <summary>The pictures of the manual: compared with what is seen today, or written anew by <c>scripts/test --pictures</c>.</summary>
internal static class ManualPictures
{
    public const string Command = "scripts/test --pictures";

    /// <summary>Squares of so many pixels are averaged before they are compared, so that the smoothing of type does not count.</summary>
    private const int Square = 4;

    /// <summary>Difference of a channel from which an averaged square counts as another colour.</summary>
    private const int ClearlyDifferent = 32;

    /// <summary>Share of such squares from which a picture shows something else: about three characters of a screen.</summary>
    private const double MostDifferent = 0.0008;

    /// <summary>Whether the files are written; else they are compared.</summary>
    public static bool AreWritten => Environment.GetEnvironmentVariable("HEALTHCODE_WRITE_PICTURES") == "1";

    /// <summary>Why the picture must be taken anew; null if it shows what is seen today, or after it was written.</summary>
    /// <param name="name">File name without extension.</param>
    /// <param name="seen">PNG of today.</param>
    public static string? Check(string name, byte[] seen)
    {
        using var picture = SKBitmap.Decode(seen);
        var file = Path.Combine(SourceTree.Folder("HealthCode.Web", "wwwroot", "help"), name + ".png");
        var today = PalettePng.Of(picture);
        if (AreWritten)
        {
            // A file is left alone while it shows the same.
            if (!File.Exists(file) || Difference(File.ReadAllBytes(file), today) is not 0)
            {
                File.WriteAllBytes(file, today);
            }

            return null;
        }

        var share = File.Exists(file) ? Difference(File.ReadAllBytes(file), today) : 1;
        if (share <= MostDifferent)
        {
            return null;
        }

        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(SourceTree.Folder("artifacts", "screens")).FullName, $"help-{name}.png"), today);
        return $"{name}.png: {share:P2} differ from what is shown today (artifacts/screens/help-{name}.png); {Command} takes it anew";
    }

    /// <summary>Share of the squares that are clearly different, 0 to 1; 1 if the sizes differ.</summary>
    public static double Difference(byte[] one, byte[] other)
    {
        using var first = SKBitmap.Decode(one);
        using var second = SKBitmap.Decode(other);
        if (first.Width != second.Width || first.Height != second.Height)
        {
            return 1;
        }

        var (left, right) = (Averages(first), Averages(second));
        return left.Zip(right).Count(pair => Math.Abs(pair.First.Red - pair.Second.Red) > ClearlyDifferent
            || Math.Abs(pair.First.Green - pair.Second.Green) > ClearlyDifferent || Math.Abs(pair.First.Blue - pair.Second.Blue) > ClearlyDifferent) / (double)left.Length;
    }

    private static (int Red, int Green, int Blue)[] Averages(SKBitmap picture)
    {
        var (columns, rows) = ((picture.Width + Square - 1) / Square, (picture.Height + Square - 1) / Square);
        var sums = new (int Red, int Green, int Blue)[columns * rows];
        var counts = new int[columns * rows];
        var pixels = picture.Pixels;
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var place = (y / Square * columns) + (x / Square);
                var pixel = pixels[(y * picture.Width) + x];
                sums[place] = (sums[place].Red + pixel.Red, sums[place].Green + pixel.Green, sums[place].Blue + pixel.Blue);
                counts[place]++;
            }
        }

        return [.. sums.Select((sum, place) => (sum.Red / counts[place], sum.Green / counts[place], sum.Blue / counts[place]))];
    }
}
