using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace HealthCode.Web.Printing.Seals;

/// <summary>A PNG or JPEG with its headers read: incomplete, animated or too large files are rejected before decoding.</summary>
internal sealed class PictureFile : IDisposable
{
    /// <summary>An A4 sheet at 600 dpi has 35 million pixels; each takes 4 bytes when decoded.</summary>
    private const int MostPixels = 40_000_000;

    private const string Broken = "图片不完整或已损坏（可能没有传完），请重新扫描或重新拍一张再上传。";

    private readonly SKCodec _codec;

    private PictureFile(SKCodec codec) => _codec = codec;

    /// <summary>In pixels, as stored in the file.</summary>
    public int Width => _codec.Info.Width;

    /// <summary>In pixels, as stored in the file.</summary>
    public int Height => _codec.Info.Height;

    /// <summary>Orientation from EXIF, to be applied after decoding.</summary>
    public SKEncodedOrigin Origin => _codec.EncodedOrigin;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Reads the headers.</summary>
    /// <param name="file">The file.</param>
    /// <param name="what">What the picture shows, for the sentences.</param>
    /// <param name="part">The part of it that is needed.</param>
    /// <exception cref="SealFaultException">Not a PNG or JPEG, animated, incomplete or too large.</exception>
    public static PictureFile Open(byte[] file, string what = "公章图样", string part = "盖了章的那一块")
    {
        RequireKind(file, what);
        using var data = SKData.CreateCopy(file);
        var codec = SKCodec.Create(data) ?? throw new SealFaultException(Broken);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels)
        {
            codec.Dispose();
            throw new SealFaultException(
                $"图片有 {width}×{height} 点，超过 {MostPixels / 10_000} 万点，没有打开；请只扫描{part}，或把手机照片的尺寸调小后重新上传。");
        }

        return new(codec);
    }

    /// <summary>Decodes to RGBA in sRGB, on a white background.</summary>
    /// <exception cref="SealFaultException">The picture cannot be decoded.</exception>
    public SKBitmap Decode()
    {
        using var screen = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul, screen));
        if (_codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            bitmap.Dispose();
            throw new SealFaultException(Broken);
        }

        using var canvas = new SKCanvas(bitmap);
        canvas.DrawColor(SKColors.White, SKBlendMode.DstOver);
        return bitmap;
    }

    /// <summary>The pixels of a decoded picture, turned as the camera says.</summary>
    public static (int Width, int Height, byte[] Pixels) Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var isTurned = origin >= SKEncodedOrigin.LeftTop;
        var fromRight = origin is SKEncodedOrigin.TopRight or SKEncodedOrigin.BottomRight or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var fromBelow = origin is SKEncodedOrigin.BottomRight or SKEncodedOrigin.BottomLeft or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom;
        var (width, height) = isTurned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var upright = new byte[width * height * 4];
        var from = MemoryMarshal.Cast<byte, uint>(picture.GetPixelSpan());
        var to = MemoryMarshal.Cast<byte, uint>(upright.AsSpan());
        for (var i = 0; i < to.Length; i++)
        {
            var (x, y) = isTurned ? (i / width, i % width) : (i % width, i / width);
            to[i] = from[((fromBelow ? picture.Height - 1 - y : y) * picture.Width) + (fromRight ? picture.Width - 1 - x : x)];
        }

        return (width, height, upright);
    }

    public void Dispose() => _codec.Dispose();

    private static void RequireKind(ReadOnlySpan<byte> file, string what)
    {
        if (file.IsEmpty)
        {
            throw new SealFaultException($"这个文件是空的，请重新选择{what}（PNG 或 JPEG）。");
        }

        if (file.StartsWith(PngSignature))
        {
            RequireWholePng(file);
        }
        else if (file.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            RequireWholeJpeg(file);
        }
        else
        {
            throw new SealFaultException(file.Length > 12 && file[4..8].SequenceEqual("ftyp"u8)
                ? "这是手机的 HEIC 照片或录像，不能使用；请在手机相机的设置里把照片格式改成 JPEG（“兼容性最佳”），重新拍一张。"
                : "这个文件既不是 PNG 图片也不是 JPEG 照片，请用看图软件另存为 PNG 或 JPEG 后重新上传。");
        }
    }

    /// <summary>Walks the chunks up to IEND. Rejects animations, of which the decoder would silently show the first frame.</summary>
    private static void RequireWholePng(ReadOnlySpan<byte> file)
    {
        for (var rest = file[PngSignature.Length..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var kind = rest[4..8];
            if (kind.SequenceEqual("acTL"u8))
            {
                throw new SealFaultException("这张 PNG 是动画，里面不止一张图，不能使用；请重新扫描，或另存为普通 PNG 后上传。");
            }

            if (kind.SequenceEqual("IEND"u8))
            {
                return;
            }

            if (length > rest.Length - 12)
            {
                break;
            }

            rest = rest[((int)length + 12)..];
        }

        throw new SealFaultException(Broken);
    }

    /// <summary>Walks the segments, including an embedded thumbnail, to the scan data; its end marker cannot occur inside the data.</summary>
    private static void RequireWholeJpeg(ReadOnlySpan<byte> file)
    {
        const byte Scan = 0xDA;
        for (var rest = file[2..]; rest.Length >= 4 && rest[0] == 0xFF;)
        {
            if (rest[1] == Scan)
            {
                if (rest.IndexOf<byte>([0xFF, 0xD9]) < 0)
                {
                    break;
                }

                return;
            }

            // Any number of fill bytes may precede a marker.
            var length = rest[1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            rest = rest[Math.Min(length, rest.Length)..];
        }

        throw new SealFaultException(Broken);
    }
}
