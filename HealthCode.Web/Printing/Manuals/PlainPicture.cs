using PdfSharp.Drawing;
using SkiaSharp;

namespace HealthCode.Web.Printing.Manuals;

/// <summary>Reads a picture of the manual for a PDF, as PNG with 8 bits a channel: the files have palettes.</summary>
internal static class PlainPicture
{
    public static XImage Read(byte[] file)
    {
        using var read = SKBitmap.Decode(file);
        using var plain = read.Copy(SKColorType.Rgb888x);
        using var png = plain.Encode(SKEncodedImageFormat.Png, 100);
        var bytes = png.ToArray();
        return XImage.FromStream(new MemoryStream(bytes, 0, bytes.Length, false, true));
    }
}
