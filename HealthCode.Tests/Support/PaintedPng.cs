using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>Writes PNG files of every kind, sound and unsound.</summary>
internal static class PaintedPng
{
    public const byte Grey = 0;
    public const byte Colour = 2;
    public const byte Palette = 3;
    public const byte ColourAlpha = 6;

    /// <summary>A file of its samples.</summary>
    /// <param name="side">Pixels.</param>
    /// <param name="kind">Colour type.</param>
    /// <param name="sample">The bytes of a pixel at x, y; at a depth below 8 its number.</param>
    /// <param name="depth">Bits a sample.</param>
    /// <param name="height">Pixels; as wide without it.</param>
    /// <param name="interlace">Method.</param>
    /// <param name="extra">Chunks before the pixels.</param>
    public static byte[] Of(int side, byte kind, Func<int, int, byte[]> sample, byte depth = 8, int? height = null, byte interlace = 0, params (string Name, byte[] Data)[] extra)
    {
        using var rows = new MemoryStream();
        for (var y = 0; y < (height ?? side); y++)
        {
            var samples = Enumerable.Range(0, side).SelectMany(x => sample(x, y)).ToArray();
            rows.WriteByte(0);
            rows.Write(depth >= 8 ? samples : [.. samples.Chunk(8 / depth).Select(chunk => Pack(chunk, depth))]);
        }

        return File([("IHDR", Header(side, height ?? side, depth, kind, interlace)), .. extra, ("IDAT", Deflated(rows.ToArray())), ("IEND", [])]);
    }

    /// <summary>A ring and a disc in red on white, as a scan of a seal; the ring touches the edges.</summary>
    public static byte[] Seal(int side) => Of(side, Colour, (x, y) => IsInk(side, x, y) ? [220, 30, 30] : [255, 255, 255]);

    public static bool IsInk(int side, int x, int y)
    {
        var radius = double.Hypot(x + 0.5 - (side / 2.0), y + 0.5 - (side / 2.0)) / (side / 2.0);
        return radius is < 0.2 or (> 0.9 and <= 1);
    }

    public static byte[] Header(int width, int height, byte depth = 8, byte kind = Colour, byte interlace = 0)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, kind, interlace);
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

    /// <summary>A file of chunks.</summary>
    public static byte[] File(params (string Name, byte[] Data)[] chunks) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. chunks.SelectMany(chunk => Chunk(chunk.Name, chunk.Data))];

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        return [.. Number((uint)data.Length), .. named, .. Number(Crc(named))];
    }

    private static byte Pack(byte[] samples, int depth)
    {
        var packed = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            packed |= samples[i] << (8 - depth - (i * depth));
        }

        return (byte)packed;
    }

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
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
