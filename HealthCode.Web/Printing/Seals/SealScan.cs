using System.Diagnostics.CodeAnalysis;
using SkiaSharp;

namespace HealthCode.Web.Printing.Seals;

/// <summary>扫描的印迹 — extracts the seal from a scan or photograph of a sheet: locates it, crops, applies the EXIF orientation, whitens the
/// paper.</summary>
public sealed class SealScan
{
    /// <summary>Maximum file size, in bytes.</summary>
    public const int LargestFile = 15 * Megabyte;

    /// <summary>Minimum side of the picture in pixels: 600 dpi at 42 mm.</summary>
    public const int SmallestSide = 992;

    /// <summary>Minimum side of the seal in pixels: 38 mm at 600 dpi.</summary>
    private const int SmallestImpression = 890;

    /// <summary>Maximum share of ink in the bounding box; a filled disc would have 0.79.</summary>
    private const double MostInk = 0.7;

    /// <summary>Maximum side in pixels; more has no effect in print.</summary>
    private const int Finest = 1050;

    /// <summary>Longer side in pixels of the reduced picture in which the seal is located.</summary>
    private const int Overview = 800;

    /// <summary>Margin around the located seal, in pixels of the reduced picture.</summary>
    private const int Around = 3;

    private const int Megabyte = 1024 * 1024;

    private const string HowToScan =
        "请这样扫描：把公章端正地盖在一张白纸上，扫描仪选彩色、600 dpi，存成 PNG 或 JPEG；没有扫描仪，用手机在亮处正对着拍，靠近些，让印迹占满画面。";

    private static readonly SKColor Official = new(210, 20, 30);

    /// <summary>Serializes processing, because an A4 sheet at 600 dpi needs 200 MB.</summary>
    private static readonly Lock OneAtATime = new();

    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _pixels;

    private SealScan(int width, int height, byte[] pixels) => (_width, _height, _pixels) = (width, height, pixels);

    /// <summary>Reads an uploaded file; its type is detected from the content.</summary>
    /// <param name="file">PNG or JPEG.</param>
    /// <param name="scan">The seal; null on failure.</param>
    /// <param name="fault">Why it cannot be used and what to do next, in Chinese; null on success.</param>
    public static bool TryRead(byte[] file, [NotNullWhen(true)] out SealScan? scan, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            (scan, fault) = (Read(file), null);
            return true;
        }
        catch (SealFaultException found)
        {
            (scan, fault) = (null, found.Message);
            return false;
        }
    }

    /// <summary>Reads a picture written by <see cref="Png"/> with <see cref="SealColor.AsScanned"/>, to change its colour.</summary>
    public static bool TryReopen(byte[] png, [NotNullWhen(true)] out SealScan? scan)
    {
        ArgumentNullException.ThrowIfNull(png);
        scan = null;
        try
        {
            using var picture = PictureFile.Open(png);
            if (Math.Max(picture.Width, picture.Height) <= 2 * Finest)
            {
                using var whole = picture.Decode();
                scan = Upright(whole, picture.Origin);
            }
        }
        catch (SealFaultException)
        {
            // Not a picture written by Png; the caller asks for the file again.
        }

        return scan is not null;
    }

    /// <summary>Error message in Chinese for a file that is too large; else null.</summary>
    public static string? TooLarge(long bytes) => bytes <= LargestFile
        ? null
        : $"文件有 {(double)bytes / Megabyte:0.#} MB，超过 {LargestFile / Megabyte} MB，没有打开；请只扫描盖了章的那一块，或存成 JPEG 后重新上传。";

    /// <summary>The seal on white, as stored and printed.</summary>
    /// <param name="color">How to colour the ink.</param>
    public byte[] Png(SealColor color)
    {
        using var picture = new SKBitmap(new SKImageInfo(_width, _height, SKColorType.Rgb888x, SKAlphaType.Opaque));
        _pixels.CopyTo(picture.GetPixelSpan());
        if (color == SealColor.Red)
        {
            Redden(picture.GetPixelSpan());
        }

        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SealScan Read(byte[] file)
    {
        if (TooLarge(file.Length) is { } large)
        {
            throw new SealFaultException(large);
        }

        using var picture = PictureFile.Open(file);
        if (Math.Min(picture.Width, picture.Height) < SmallestSide)
        {
            throw new SealFaultException($"图片只有 {picture.Width}×{picture.Height} 点，印成 42 毫米会模糊，每边至少要 {SmallestSide} 点（600 dpi）。{HowToScan}");
        }

        lock (OneAtATime)
        {
            using var whole = picture.Decode();
            using var impression = CutOut(whole);
            return Upright(impression, picture.Origin);
        }
    }

    /// <summary>Locates the seal in a reduced picture and crops it from the original.</summary>
    private static SKBitmap CutOut(SKBitmap whole)
    {
        var scale = (float)Overview / Math.Max(whole.Width, whole.Height);
        using var overview = Scaled(whole, new(0, 0, whole.Width, whole.Height), scale);
        using var paper = PaperShade.Of(overview);
        PaperShade.Normalize(overview, paper, new(0, 0, paper.Width, paper.Height));
        var measure = InkMeasure.For(overview.GetPixelSpan());
        var found = Impression.Find(overview, measure) ?? throw new SealFaultException("图片上看不到印迹，请检查后重新上传。" + HowToScan);

        var part = SKRectI.Intersect(new(0, 0, whole.Width, whole.Height), SKRectI.Ceiling(Times(SKRectI.Inflate(found, Around, Around), 1 / scale, 1 / scale)));
        var finer = Math.Min(1, (float)Finest / Math.Max(part.Width, part.Height));
        using var cut = Scaled(whole, part, finer);
        PaperShade.Normalize(cut, paper, Times(part, (float)paper.Width / whole.Width, (float)paper.Height / whole.Height));
        Smooth(cut.GetPixelSpan());
        var (bounds, ink) = Impression.Bounds(cut, measure);
        if (ink > bounds.Width * bounds.Height * MostInk)
        {
            throw new SealFaultException("图片上几乎全是深色，看不出印迹，请检查后重新上传。" + HowToScan);
        }

        var (width, height) = ((int)Math.Round(bounds.Width / finer), (int)Math.Round(bounds.Height / finer));
        if (!Impression.IsRound(width, height))
        {
            throw new SealFaultException($"印迹宽 {width} 点、高 {height} 点，不是圆的：没有盖完整，没有正对着拍，或者旁边还有别的字。{HowToScan}");
        }

        return Math.Min(width, height) >= SmallestImpression
            ? Scaled(cut, bounds, 1)
            : throw new SealFaultException($"图片上的印迹只有 {width}×{height} 点，印成 42 毫米会模糊。{HowToScan}");
    }

    /// <summary>Copies a part of a picture, scaled.</summary>
    internal static SKBitmap Scaled(SKBitmap picture, SKRectI part, float scale)
    {
        using var within = new SKBitmap();
        picture.ExtractSubset(within, part);
        var size = new SKSizeI(Math.Max(1, (int)Math.Round(part.Width * scale)), Math.Max(1, (int)Math.Round(part.Height * scale)));
        return within.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, scale < 1 ? SKMipmapMode.Linear : SKMipmapMode.None));
    }

    private static SKRect Times(SKRectI box, float across, float down) => new(box.Left * across, box.Top * down, box.Right * across, box.Bottom * down);

    private static SealScan Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (width, height, pixels) = PictureFile.Upright(picture, origin);
        return new(width, height, pixels);
    }

    /// <summary>Colours the ink in the official red; its intensity is preserved.</summary>
    private static void Redden(Span<byte> pixels)
    {
        var measure = InkMeasure.For(pixels);
        var full = measure.Full(pixels);
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var ink = Math.Clamp((measure.Of(pixels[i..]) - InkMeasure.Grain) * 255 / (full - InkMeasure.Grain), 0, 255);
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (Mixed(Official.Red, ink), Mixed(Official.Green, ink), Mixed(Official.Blue, ink));
        }
    }

    /// <summary>Fades paper grain to white, without a hard edge.</summary>
    private static void Smooth(Span<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var ink = Math.Clamp((InkMeasure.Darkness(pixels[i..]) - InkMeasure.Grain) * 255 / (InkMeasure.Inked - InkMeasure.Grain), 0, 255);
            for (var colour = i; colour < i + 3; colour++)
            {
                pixels[colour] = Mixed(pixels[colour], ink);
            }
        }
    }

    /// <summary>A colour channel blended with white paper.</summary>
    private static byte Mixed(byte colour, int ink) => (byte)(255 - ((255 - colour) * ink / 255));
}

/// <summary>Why a file cannot be used as a seal, for the user. Caught by <see cref="SealImage.TryRead"/> and
/// <see cref="SealScan.TryRead"/>.</summary>
/// <param name="sentence">Message in Chinese, with what to do next.</param>
internal sealed class SealFaultException(string sentence) : Exception(sentence);
