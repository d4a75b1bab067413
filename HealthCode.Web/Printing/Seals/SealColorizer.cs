using PdfSharp.Drawing;
using SkiaSharp;

namespace HealthCode.Web.Printing.Seals;

/// <summary>印油 — a picture with its white taken out: each pixel becomes the ink that gives the same colour on white paper, so that it looks unchanged there and lets text through elsewhere.</summary>
internal sealed class SealColorizer
{
    /// <summary>Less is the grain of the paper.</summary>
    private const int FaintestInk = 20;

    private readonly Lazy<XImage> _image;

    private SealColorizer(byte[] png) => _image = new(() => Prepared(png));

    /// <summary>The picture for the PDF library, one for all documents: decoding it takes longer than a card.</summary>
    public XImage Image => _image.Value;

    /// <summary>Takes the white out.</summary>
    /// <exception cref="SealFaultException">Nothing is to be seen on it.</exception>
    public static SealColorizer From(SKBitmap onWhite)
    {
        using var ink = new SKBitmap(new SKImageInfo(onWhite.Width, onWhite.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels = ink.GetPixelSpan();
        onWhite.GetPixelSpan().CopyTo(pixels);
        var isBlank = true;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            isBlank &= !Bare(pixels.Slice(i, 4));
        }

        if (isBlank)
        {
            throw new SealFaultException("图片上看不到印迹（全白或全透明），请检查后重新上传。");
        }

        using var png = ink.Encode(SKEncodedImageFormat.Png, 100);
        return new(png.ToArray());
    }

    /// <summary>The library computes parts of an image when it is first drawn; drawn once here, it is only read when documents are made side by side.</summary>
    private static XImage Prepared(byte[] png)
    {
        var image = XImage.FromStream(new MemoryStream(png, 0, png.Length, false, true));
        using var rehearsal = Typography.Document("公章图样");
        using var page = rehearsal.Page(Paper.A6);
        page.DrawImage(image, 0, 0, 1, 1);
        return image;
    }

    /// <summary>Takes the white out of a pixel; whether ink is left.</summary>
    private static bool Bare(Span<byte> pixel)
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
