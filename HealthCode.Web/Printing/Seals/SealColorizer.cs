using PdfSharp.Drawing;
using SkiaSharp;

namespace HealthCode.Web.Printing.Seals;

/// <summary>印油 — converts white to transparency: each pixel becomes the ink that gives the same colour on white paper, so that text below the seal
/// remains visible.</summary>
internal sealed class SealColorizer
{
    /// <summary>Below this value it is paper grain.</summary>
    private const int FaintestInk = 20;

    private readonly Lazy<XImage> _image;

    private SealColorizer(byte[] png) => _image = new(() => Prepared(png));

    /// <summary>The picture for PDFsharp, shared by all documents because decoding it takes longer than drawing a card.</summary>
    public XImage Image => _image.Value;

    /// <summary>Converts a picture on white.</summary>
    /// <exception cref="SealFaultException">The picture has no visible ink.</exception>
    public static SealColorizer From(SKBitmap onWhite)
    {
        using var ink = new SKBitmap(new SKImageInfo(onWhite.Width, onWhite.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels = ink.GetPixelSpan();
        onWhite.GetPixelSpan().CopyTo(pixels);
        var isBlank = true;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            isBlank &= !RemoveWhite(pixels.Slice(i, 4));
        }

        if (isBlank)
        {
            throw new SealFaultException("图片上看不到印迹（全白或全透明），请检查后重新上传。");
        }

        using var png = ink.Encode(SKEncodedImageFormat.Png, 100);
        return new(png.ToArray());
    }

    /// <summary>PDFsharp initialises parts of an image when it is first drawn; drawing it once here makes it safe for concurrent use.</summary>
    private static XImage Prepared(byte[] png)
    {
        var image = XImage.FromStream(new MemoryStream(png, 0, png.Length, false, true));
        using var rehearsal = Typography.Document("公章图样");
        using var page = rehearsal.Page(Paper.A6);
        page.DrawImage(image, 0, 0, 1, 1);
        return image;
    }

    /// <summary>Makes a pixel's white transparent; returns whether any ink is left.</summary>
    private static bool RemoveWhite(Span<byte> pixel)
    {
        var ink = InkMeasure.Darkness(pixel);
        if (ink < FaintestInk)
        {
            pixel.Clear();
            return false;
        }

        for (var colour = 0; colour < 3; colour++)
        {
            pixel[colour] = (byte)((pixel[colour] - 255 + ink) * 255 / ink);
        }

        pixel[3] = (byte)ink;
        return true;
    }
}
