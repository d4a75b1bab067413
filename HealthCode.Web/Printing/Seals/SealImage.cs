using System.Diagnostics.CodeAnalysis;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>公章图样 — the picture of an office's official seal as it is kept (see <see cref="SealScan"/>), to be printed over a card. White is paper, not ink: what lies below stays readable.</summary>
public sealed class SealImage
{
    /// <summary>Finer is averaged, pixels: 600 dpi at 42 mm.</summary>
    private const int Finest = 1000;

    private readonly SealColorizer _ink;

    private SealImage(SealColorizer ink) => _ink = ink;

    /// <summary>Reads the picture that was kept.</summary>
    /// <param name="file">PNG or JPEG.</param>
    /// <param name="image">The seal; null when there is a fault.</param>
    /// <param name="fault">Why it cannot be used and what to do next, a Chinese sentence; null when there is none.</param>
    /// <returns>Whether the file can be printed.</returns>
    public static bool TryRead(byte[] file, [NotNullWhen(true)] out SealImage? image, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            (image, fault) = (Read(file), null);
            return true;
        }
        catch (SealFaultException found)
        {
            (image, fault) = (null, found.Message);
            return false;
        }
    }

    /// <summary>Draws the seal about a centre, its larger side as long as the diameter, in its own proportions and colours.</summary>
    /// <param name="page">A page of a document, in points.</param>
    /// <param name="centreX">Points.</param>
    /// <param name="centreY">Points.</param>
    /// <param name="diameter">Points.</param>
    public void Draw(XGraphics page, double centreX, double centreY, double diameter)
    {
        ArgumentNullException.ThrowIfNull(page);
        var image = _ink.Image;
        var scale = diameter / Math.Max(image.PixelWidth, image.PixelHeight);
        var (width, height) = (image.PixelWidth * scale, image.PixelHeight * scale);
        page.DrawImage(image, centreX - (width / 2), centreY - (height / 2), width, height);
    }

    private static SealImage Read(byte[] file)
    {
        using var picture = PictureFile.Open(file);
        using var whole = picture.Decode();
        using var scaled = SealScan.Scaled(whole, new(0, 0, whole.Width, whole.Height), Math.Min(1, (float)Finest / Math.Max(whole.Width, whole.Height)));
        return new(SealColorizer.From(scaled));
    }
}
