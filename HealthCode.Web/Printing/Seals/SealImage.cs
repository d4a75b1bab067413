using System.Diagnostics.CodeAnalysis;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>公章图样 — stored picture of an office's seal (see <see cref="SealScan"/>), to be printed over a card. White is transparent, so that the text
/// below stays readable.</summary>
public sealed class SealImage
{
    /// <summary>Maximum side in pixels (600 dpi at 42 mm); larger pictures are scaled down.</summary>
    private const int Finest = 1000;

    private readonly SealColorizer _ink;

    private SealImage(SealColorizer ink) => _ink = ink;

    /// <summary>Reads the stored picture.</summary>
    /// <param name="file">PNG or JPEG.</param>
    /// <param name="image">The seal; null on failure.</param>
    /// <param name="fault">Why it cannot be used and what to do next, in Chinese; null on success.</param>
    /// <returns>Whether the file can be used.</returns>
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

    /// <summary>Draws the seal around a centre; its larger side is as long as the diameter.</summary>
    /// <param name="page">Target page, in points.</param>
    /// <param name="centreX">In points.</param>
    /// <param name="centreY">In points.</param>
    /// <param name="diameter">In points.</param>
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
