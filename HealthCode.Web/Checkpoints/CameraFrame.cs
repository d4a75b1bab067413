using SkiaSharp;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace HealthCode.Web.Checkpoints;

/// <summary>摄像头的一帧 — finds the QR code in a JPEG from the camera of a checkpoint. The picture stays in memory and is cleared after use.</summary>
public static class CameraFrame
{
    /// <summary>Largest file in bytes; 1280 × 720 at quality 0.8 has about 120 kB.</summary>
    public const int LargestBytes = 200_000;

    /// <summary>1280 × 1280; a larger picture would cost more time than a guard waits.</summary>
    private const int MostPixels = 1280 * 1280;

    /// <summary>
    /// Parts of the middle that are searched again, enlarged: a card held at arm's length has some two pixels a module, too few for a threshold. The
    /// smaller a code, the nearer to the middle it has to be held. Width in pixels of the longer side.
    /// </summary>
    private static readonly (int Longer, int Shorter, int Factor)[] Middles = [(960, 540, 2), (440, 330, 3)];

    private const string NotJpeg = "收到的不是 JPEG 图片，没有看。请刷新这一页，再用摄像头扫。";
    private const string Broken = "这一帧图片不完整，没有看。请把卡在镜头前停一下。";
    private const string TooLarge = "这一帧图片太大，没有看。请刷新这一页，再用摄像头扫。";

    // The codes are alphanumeric; guessing a character set for others costs time and cannot make them ours.
    private static readonly Dictionary<DecodeHintType, object> Hints = new() { [DecodeHintType.CHARACTER_SET] = "ISO-8859-1" };

    /// <summary>Looks for a QR code.</summary>
    /// <param name="jpeg">The file.</param>
    /// <param name="code">The text of the code; null if the picture shows none that can be read.</param>
    /// <param name="fault">A sentence if the file is no JPEG of the accepted size; otherwise empty.</param>
    /// <returns>Whether the file could be opened.</returns>
    public static bool TryRead(ReadOnlySpan<byte> jpeg, out string? code, out string fault)
    {
        (code, fault) = (null, "");
        if (!jpeg.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            fault = NotJpeg;
            return false;
        }

        using var data = SKData.CreateCopy(jpeg);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg } || (long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            fault = codec is null ? Broken : codec.EncodedFormat == SKEncodedImageFormat.Jpeg ? TooLarge : NotJpeg;
            return false;
        }

        using var picture = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var grey = new byte[picture.Width * picture.Height];
        try
        {
            if (codec.GetPixels(picture.Info, picture.GetPixels()) != SKCodecResult.Success)
            {
                fault = Broken;
                return false;
            }

            ToGrey(picture.GetPixelSpan(), grey);
            code = Search(grey, picture.Width, picture.Height);
            return true;
        }
        finally
        {
            Array.Clear(grey);
            picture.Erase(SKColors.Black);
        }
    }

    private static void ToGrey(ReadOnlySpan<byte> colours, Span<byte> grey)
    {
        for (var i = 0; i < grey.Length; i++)
        {
            // Green counts double, as it does for the eye.
            grey[i] = (byte)((colours[4 * i] + (2 * colours[(4 * i) + 1]) + colours[(4 * i) + 2]) >> 2);
        }
    }

    /// <summary>The whole frame with a threshold that follows the light, then its middle enlarged, then the whole with one threshold.</summary>
    private static string? Search(byte[] grey, int width, int height) =>
        Decode(grey, width, height, local: true)
        ?? Middles.Select(middle => DecodeMiddle(grey, width, height, middle)).FirstOrDefault(code => code is not null)
        ?? Decode(grey, width, height, local: false);

    private static string? DecodeMiddle(byte[] grey, int width, int height, (int Longer, int Shorter, int Factor) middle)
    {
        var (across, down) = width >= height ? (middle.Longer, middle.Shorter) : (middle.Shorter, middle.Longer);
        (across, down) = (Math.Min(across, width), Math.Min(down, height));
        var large = new byte[across * middle.Factor * down * middle.Factor];
        try
        {
            Enlarge(grey, width, height, (width - across) / 2, (height - down) / 2, across, down, middle.Factor, large);
            return Decode(large, across * middle.Factor, down * middle.Factor, local: true);
        }
        finally
        {
            Array.Clear(large);
        }
    }

    /// <summary>Bilinear, by a whole factor, in integers: a tenth of the time of a general resampler.</summary>
    private static void Enlarge(byte[] grey, int width, int height, int left, int top, int across, int down, int factor, byte[] large)
    {
        const int One = 256;
        var line = new int[across + 2];
        for (var y = 0; y < down * factor; y++)
        {
            // The middle of this row in 2 × factor parts of a pixel, from half a pixel above the first one.
            var (row, part) = Math.DivRem((2 * y) + 1 + factor, 2 * factor);
            var (above, below) = (Math.Clamp(top + row - 1, 0, height - 1) * width, Math.Clamp(top + row, 0, height - 1) * width);
            var weight = part * One / (2 * factor);
            for (var x = 0; x < line.Length; x++)
            {
                var column = Math.Clamp(left + x - 1, 0, width - 1);
                line[x] = (grey[above + column] * (One - weight)) + (grey[below + column] * weight);
            }

            var to = y * across * factor;
            for (var phase = 0; phase < factor; phase++)
            {
                var (shift, rest) = Math.DivRem((2 * phase) + 1 + factor, 2 * factor);
                var share = rest * One / (2 * factor);
                for (int x = 0, at = to + phase; x < across; x++, at += factor)
                {
                    large[at] = (byte)(((line[x + shift] * (One - share)) + (line[x + shift + 1] * share)) / (One * One));
                }
            }
        }
    }

    private static string? Decode(byte[] grey, int width, int height, bool local)
    {
        var source = new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
        var picture = new BinaryBitmap(local ? new HybridBinarizer(source) : new GlobalHistogramBinarizer(source));
        return new QRCodeReader().decode(picture, Hints)?.Text is { Length: > 0 } text ? text : null;
    }
}
