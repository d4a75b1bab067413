using System.Globalization;
using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>纸过一遍扫描枪 — distorts a rendered page like a real print under a scanner: scaled, rotated, grey and noisy, or in black dots.</summary>
public static class ScannedPicture
{
    private const byte Paper = 235;

    /// <summary>Scales the picture; 1 keeps the size.</summary>
    public static PdfInspector.Picture Scaled(this PdfInspector.Picture picture, double factor) => Resampled(
        picture, (int)(picture.Width * factor), (int)(picture.Height * factor), (x, y) => (x / factor, y / factor));

    /// <summary>Rotates the picture about its centre, in degrees.</summary>
    public static PdfInspector.Picture Turned(this PdfInspector.Picture picture, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        var (middleX, middleY) = (picture.Width / 2.0, picture.Height / 2.0);
        return Resampled(picture, picture.Width, picture.Height, (x, y) => (
            middleX + ((x - middleX) * cosine) + ((y - middleY) * sine), middleY - ((x - middleX) * sine) + ((y - middleY) * cosine)));
    }

    /// <summary>Adds a grey background and noise of this amplitude, always the same; each pixel is blurred a little with its neighbours.</summary>
    public static PdfInspector.Picture Noisy(this PdfInspector.Picture picture, int amplitude)
    {
#pragma warning disable CA5394 // Noise needs no secure random numbers.
        var random = new Random(2020);
        var grains = picture.Pixels.Select(pixel => (byte)Math.Clamp((pixel * Paper / 255) + random.Next(-amplitude, amplitude + 1), 0, 255)).ToArray();
#pragma warning restore CA5394
        var pixels = grains.ToArray();
        for (var at = picture.Width; at < pixels.Length - picture.Width; at++)
        {
            pixels[at] = (byte)(((4 * grains[at]) + grains[at - 1] + grains[at + 1] + grains[at - picture.Width] + grains[at + picture.Width]) / 8);
        }

        return picture with { Pixels = pixels };
    }

    /// <summary>Converts to black and white, like a thermal printer.</summary>
    public static PdfInspector.Picture InDots(this PdfInspector.Picture picture) =>
        picture with { Pixels = [.. picture.Pixels.Select(pixel => pixel < 128 ? (byte)0 : (byte)255)] };

    /// <summary>The texts of the QR codes that ZBar finds.</summary>
    public static IReadOnlyList<string> Codes(this PdfInspector.Picture picture)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pgm");
        File.WriteAllBytes(file, [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{picture.Width} {picture.Height}\n255\n")), .. picture.Pixels]);
        try
        {
            return PdfInspector.CodesIn(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static PdfInspector.Picture Resampled(PdfInspector.Picture picture, int width, int height, Func<double, double, (double X, double Y)> from)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = from(x, y);
                pixels[(y * width) + x] = Between(picture, fromX, fromY);
            }
        }

        return picture with { Width = width, Height = height, Pixels = pixels };
    }

    /// <summary>Bilinear interpolation; white outside the picture.</summary>
    private static byte Between(PdfInspector.Picture picture, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left + 1 >= picture.Width || top + 1 >= picture.Height)
        {
            return 255;
        }

        double At(int column, int row) => picture.Pixels[(row * picture.Width) + column];
        var (right, down) = (x - left, y - top);
        return (byte)((((At(left, top) * (1 - right)) + (At(left + 1, top) * right)) * (1 - down))
            + (((At(left, top + 1) * (1 - right)) + (At(left + 1, top + 1) * right)) * down));
    }
}
