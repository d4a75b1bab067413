using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HealthCode.Web.Printing;

/// <summary>Writes black and white pictures as PNG (ISO/IEC 15948).</summary>
internal static class Png
{
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (value, _) => Shift(value)))];

    /// <summary>The picture as a file.</summary>
    /// <param name="width">Dots.</param>
    /// <param name="rows">The rows one after another, each of whole bytes; 1 is black, the leftmost dot the highest bit.</param>
    /// <param name="dotsPerMetre">How large it is to be printed.</param>
    public static byte[] Bytes(int width, byte[] rows, int dotsPerMetre)
    {
        var stride = (width + 7) / 8;
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        // One bit a dot, grey, the one compression and the one filter set there are, not interlaced.
        Chunk(file, "IHDR", [.. Figure(width), .. Figure(rows.Length / stride), 1, 0, 0, 0, 0]);
        Chunk(file, "pHYs", [.. Figure(dotsPerMetre), .. Figure(dotsPerMetre), 1]);
        Chunk(file, "IDAT", Compressed(rows, stride));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>Each row behind the number of its filter, none; PNG's 1 is white.</summary>
    private static byte[] Compressed(byte[] rows, int stride)
    {
        using var result = new MemoryStream();
        using (var zlib = new ZLibStream(result, CompressionLevel.Fastest))
        {
            var white = Array.ConvertAll(rows, dots => (byte)~dots);
            for (var at = 0; at < rows.Length; at += stride)
            {
                zlib.WriteByte(0);
                zlib.Write(white, at, stride);
            }
        }

        return result.ToArray();
    }

    private static void Chunk(MemoryStream file, string kind, byte[] content)
    {
        byte[] guarded = [.. Encoding.ASCII.GetBytes(kind), .. content];
        file.Write(Figure(content.Length));
        file.Write(guarded);
        file.Write(Figure((int)~guarded.Aggregate(uint.MaxValue, (value, next) => Remainders[(byte)(value ^ next)] ^ (value >> 8))));
    }

    private static byte[] Figure(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Shift(uint value) => (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
}
