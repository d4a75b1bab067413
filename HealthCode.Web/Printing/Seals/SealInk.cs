using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>印油 — a picture with its white taken out: each pixel becomes the ink that gives the same colour on white paper, so that it looks unchanged there and lets text through elsewhere.</summary>
internal sealed class SealInk
{
    /// <summary>At 42 mm 600 pixels an inch; finer is averaged.</summary>
    private const int Finest = 1000;

    /// <summary>Less is the grain of the paper.</summary>
    private const int FaintestInk = 20;

    private readonly Lazy<XImage> _image;

    private SealInk(int width, int height, byte[] png) => (Width, Height, _image) = (width, height, new(() => Prepared(png)));

    /// <summary>Pixels.</summary>
    public int Width { get; }

    /// <summary>Pixels.</summary>
    public int Height { get; }

    /// <summary>Decodes the picture once, row by row.</summary>
    /// <exception cref="SealFaultException">It cannot be decoded, or nothing is to be seen on it.</exception>
    public static SealInk From(PngPicture picture)
    {
        var factor = (Math.Max(picture.Width, picture.Height) + Finest - 1) / Finest;
        var (width, height) = (picture.Width / factor, picture.Height / factor);
        var pixels = Shrink(picture, factor, width, height);
        if (Enumerable.Range(0, width * height).All(pixel => pixels[(4 * pixel) + 3] == 0))
        {
            throw new SealFaultException("图片上看不到印迹（全白或全透明），请检查后重新上传。");
        }

        return new(width, height, Encode(width, height, pixels));
    }

    /// <summary>The picture for the PDF library, one for all documents: decoding it takes longer than a card.</summary>
    public XImage Image => _image.Value;

    /// <summary>The library computes parts of an image when it is first drawn; drawn once here, it is only read when documents are made side by side.</summary>
    private static XImage Prepared(byte[] png)
    {
        var image = XImage.FromStream(new MemoryStream(png, 0, png.Length, false, true));
        using var rehearsal = Typography.Document("公章图样");
        using var page = rehearsal.Page(Paper.A6);
        page.DrawImage(image, 0, 0, 1, 1);
        return image;
    }

    private static byte[] Shrink(PngPicture picture, int factor, int width, int height)
    {
        var pixels = new byte[width * height * 4];
        var sums = new int[width * 4];
        var y = 0;
        foreach (var row in picture.Rows())
        {
            Gather(row, factor, sums);
            y++;
            if (y % factor == 0 && y / factor <= height)
            {
                Settle(sums, factor * factor, pixels.AsSpan(((y / factor) - 1) * width * 4, width * 4));
                Array.Clear(sums);
            }
        }

        return pixels;
    }

    /// <summary>Adds a row's inks to the sums: each colour as often as there is ink of it, then the ink itself.</summary>
    private static void Gather(byte[] row, int factor, int[] sums)
    {
        for (var x = 0; x < sums.Length / 4 * factor; x++)
        {
            var pixel = row.AsSpan(4 * x, 4);
            var white = Math.Min(pixel[0], Math.Min(pixel[1], pixel[2]));
            if (255 - white < FaintestInk)
            {
                continue;
            }

            var sum = sums.AsSpan(x / factor * 4, 4);
            for (var colour = 0; colour < 3; colour++)
            {
                sum[colour] += (pixel[colour] - white) * pixel[3];
            }

            sum[3] += (255 - white) * pixel[3];
        }
    }

    private static void Settle(int[] sums, int count, Span<byte> pixels)
    {
        for (var x = 0; x < sums.Length; x += 4)
        {
            var ink = sums[x + 3];
            for (var colour = 0; colour < 3 && ink > 0; colour++)
            {
                pixels[x + colour] = (byte)((sums[x + colour] * 255L) / ink);
            }

            pixels[x + 3] = (byte)(ink / (255 * count));
        }
    }

    private static byte[] Encode(int width, int height, byte[] pixels)
    {
        using var png = new MemoryStream();
        png.Write(PngPicture.Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "IDAT", Deflate(width, height, pixels));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Deflate(int width, int height, byte[] pixels)
    {
        using var data = new MemoryStream();
        using (var deflated = new ZLibStream(data, CompressionLevel.Fastest))
        {
            for (var y = 0; y < height; y++)
            {
                deflated.WriteByte(0);
                deflated.Write(pixels, y * width * 4, width * 4);
            }
        }

        return data.ToArray();
    }

    private static void WriteChunk(MemoryStream png, string name, byte[] data)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(name), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngPicture.Crc(chunk));
        png.Write(number);
    }
}
