using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>Writes PNG files chunk by chunk, including ones that no program would write.</summary>
internal static class PaintedPng
{
    /// <summary>A red ring and disc on white; the ring touches the edges.</summary>
    public static byte[] Seal(int side) => Of(side, (x, y) => IsInk(side, x, y) ? [220, 30, 30] : [255, 255, 255]);

    /// <summary>A square PNG from the bytes of each pixel; by default RGB with 8 bits per channel.</summary>
    public static byte[] Of(int side, Func<int, int, byte[]> pixel, byte depth = 8, byte kind = 2, params (string Name, byte[] Data)[] extra)
    {
        using var rows = new MemoryStream();
        for (var y = 0; y < side; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < side; x++)
            {
                rows.Write(pixel(x, y));
            }
        }

        return File([("IHDR", Header(side, side, depth, kind)), .. extra, ("IDAT", Deflated(rows.ToArray())), ("IEND", [])]);
    }

    public static bool IsInk(int side, int x, int y)
    {
        var radius = double.Hypot(x + 0.5 - (side / 2.0), y + 0.5 - (side / 2.0)) / (side / 2.0);
        return radius is < 0.2 or (> 0.9 and <= 1);
    }

    public static byte[] Header(int width, int height, byte depth = 8, byte kind = 2)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, kind);
        return header;
    }

    public static byte[] Deflated(byte[] bytes)
    {
        using var data = new MemoryStream();
        using (var deflated = new ZLibStream(data, CompressionLevel.Optimal))
        {
            deflated.Write(bytes);
        }

        return data.ToArray();
    }

    /// <summary>A PNG file of these chunks.</summary>
    public static byte[] File(params (string Name, byte[] Data)[] chunks) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. chunks.SelectMany(chunk => Chunk(chunk.Name, chunk.Data))];

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        return [.. Number((uint)data.Length), .. named, .. Number(Crc(named))];
    }

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>CRC-32, computed bit by bit.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
