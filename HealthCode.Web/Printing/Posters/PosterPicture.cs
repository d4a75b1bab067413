using System.Diagnostics.CodeAnalysis;
using HealthCode.Web.Printing.Seals;
using SkiaSharp;

namespace HealthCode.Web.Printing.Posters;

/// <summary>场所码图片 — reads the picture that the platform issued. It is straightened and scaled, nothing in it is read or changed.</summary>
public static class PosterPicture
{
    private const int Megabyte = 1024 * 1024;
    private const int LargestFile = 15 * Megabyte;

    /// <summary>Longer side as stored: 200 dpi at the size printed on A4.</summary>
    private const int Finest = 1000;

    /// <summary>A code of fewer dots is not scanned from a wall.</summary>
    private const int SmallestSide = 200;

    /// <summary>Error message in Chinese for a file that is too large; else null.</summary>
    public static string? TooLarge(long bytes) => bytes <= LargestFile ? null : $"文件有 {(double)bytes / Megabyte:0.#} MB，超过 {LargestFile / Megabyte} MB，没有打开；请直接用官方平台保存下来的图片。";

    /// <summary>Reads a file.</summary>
    /// <param name="file">PNG or JPEG.</param>
    /// <param name="png">The picture as stored; null on failure.</param>
    /// <param name="fault">Why it cannot be used and what to do next, in Chinese; null on success.</param>
    public static bool TryRead(byte[] file, [NotNullWhen(true)] out byte[]? png, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(file);
        (png, fault) = (null, TooLarge(file.Length));
        if (fault is not null)
        {
            return false;
        }

        try
        {
            png = Read(file);
            return true;
        }
        catch (SealFaultException found)
        {
            fault = found.Message;
            return false;
        }
    }

    private static byte[] Read(byte[] file)
    {
        using var picture = PictureFile.Open(file, "场所码图片", "有码的那一块");
        if (Math.Min(picture.Width, picture.Height) < SmallestSide)
        {
            throw new SealFaultException($"图片只有 {picture.Width}×{picture.Height} 点，贴在墙上扫不出来，每边至少要 {SmallestSide} 点；请用官方平台保存下来的原图。");
        }

        using var whole = picture.Decode();
        using var scaled = SealScan.Scaled(whole, new(0, 0, whole.Width, whole.Height), Math.Min(1, (float)Finest / Math.Max(whole.Width, whole.Height)));
        var (width, height, pixels) = PictureFile.Upright(scaled, picture.Origin);
        using var upright = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgb888x, SKAlphaType.Opaque));
        pixels.CopyTo(upright.GetPixelSpan());
        using var encoded = upright.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }
}
