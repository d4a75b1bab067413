using System.Buffers.Binary;
using System.IO.Compression;

namespace HealthCode.Web.Printing.Seals;

/// <summary>A PNG file (ISO/IEC 15948), checked chunk by chunk and decoded row by row: never more is inflated than its checked size promises.</summary>
internal sealed class PngPicture
{
    private const int Smallest = 300;
    private const int Largest = 4000;
    private const int Grey = 0;
    private const int Colour = 2;
    private const int Palette = 3;
    private const int GreyAlpha = 4;
    private const int ColourAlpha = 6;
    private const string Corrupt = "PNG 图片不完整或已损坏，请重新导出后再上传。";

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcEntry)];

    private readonly byte[] _file;
    private readonly List<(int Start, int Length)> _data = [];
    private int _depth;
    private int _kind;
    private byte[] _palette = [];
    private byte[] _transparent = [];

    private PngPicture(byte[] file) => _file = file;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Pixels.</summary>
    public int Height { get; private set; }

    private int Channels => _kind switch { Colour => 3, GreyAlpha => 2, ColourAlpha => 4, _ => 1 };

    public static bool Is(byte[] file) => file.AsSpan().StartsWith(Signature);

    /// <summary>Walks the chunks; the pixels are not inflated yet.</summary>
    /// <exception cref="SealFaultException">Damaged, interlaced, too large or too coarse.</exception>
    public static PngPicture Open(byte[] file)
    {
        var picture = new PngPicture(file);
        var at = Signature.Length;
        string? type = null;
        while (type != "IEND")
        {
            var (name, start, length) = Chunk(file, at);
            Require((type is null) == (name == "IHDR"));
            picture.Take(name, start, length);
            (type, at) = (name, start + length + 4);
        }

        Require(picture._data.Count > 0 && (picture._kind != Palette || picture._palette.Length > 0));
        return picture;
    }

    /// <summary>The rows from the top, 4 bytes a pixel: red, green, blue, alpha. One buffer, filled again for every row.</summary>
    /// <exception cref="SealFaultException">The pixels cannot be decoded.</exception>
    public IEnumerable<byte[]> Rows()
    {
        using var inflated = new ZLibStream(Data(), CompressionMode.Decompress);
        var row = new byte[((Width * Channels * _depth) + 7) / 8];
        var above = new byte[row.Length];
        var pixels = new byte[Width * 4];
        for (var y = 0; y < Height; y++)
        {
            var filter = new byte[1];
            Fill(inflated, filter);
            Fill(inflated, row);
            Unfilter(filter[0], row, above);
            Unpack(row, pixels);
            yield return pixels;
            (row, above) = (above, row);
        }

        Require(Ends(inflated));
    }

    /// <summary>The check sum of a chunk's type and data (ISO/IEC 15948, annex D).</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc = CrcTable[(byte)(crc ^ one)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint CrcEntry(int number)
    {
        var entry = (uint)number;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 1 ? 0xEDB88320 ^ (entry >> 1) : entry >> 1;
        }

        return entry;
    }

    private static void Require(bool sound)
    {
        if (!sound)
        {
            throw new SealFaultException(Corrupt);
        }
    }

    private static (string Name, int Start, int Length) Chunk(byte[] file, int at)
    {
        Require(file.Length - at >= 12);
        var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
        Require(length <= file.Length - at - 12);
        var checkedPart = file.AsSpan(at + 4, 4 + (int)length);
        Require(Crc(checkedPart) == BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + (int)length)));
        return (System.Text.Encoding.Latin1.GetString(checkedPart[..4]), at + 8, (int)length);
    }

    private void Take(string name, int start, int length)
    {
        switch (name)
        {
            case "IHDR":
                Require(length == 13);
                TakeHeader(_file.AsSpan(start, length));
                break;
            case "PLTE":
                Require(length is > 0 and <= 768 && length % 3 == 0);
                _palette = _file[start..(start + length)];
                break;
            case "tRNS":
                _transparent = _file[start..(start + length)];
                break;
            case "IDAT":
                _data.Add((start, length));
                break;
        }
    }

    private void TakeHeader(ReadOnlySpan<byte> header)
    {
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        if (width > Largest || height > Largest)
        {
            throw new SealFaultException($"图片有 {width}×{height} 点，超过 {Largest}×{Largest} 点，请缩小后重新上传。");
        }

        if (width < Smallest || height < Smallest)
        {
            throw new SealFaultException($"图片只有 {width}×{height} 点，印成 42 毫米会模糊，请上传每边至少 {Smallest} 点的图片。");
        }

        (Width, Height, _depth, _kind) = ((int)width, (int)height, header[8], header[9]);
        Require(header[10] == 0 && header[11] == 0 && _kind switch
        {
            Grey => _depth is 1 or 2 or 4 or 8 or 16,
            Palette => _depth is 1 or 2 or 4 or 8,
            Colour or GreyAlpha or ColourAlpha => _depth is 8 or 16,
            _ => false,
        });
        if (header[12] != 0)
        {
            throw new SealFaultException("这张 PNG 是隔行（Interlaced）存储的，不能使用，请在导出时取消“隔行”后重新上传。");
        }
    }

    private MemoryStream Data()
    {
        var data = new MemoryStream();
        foreach (var (start, length) in _data)
        {
            data.Write(_file, start, length);
        }

        data.Position = 0;
        return data;
    }

    private static void Fill(ZLibStream inflated, byte[] buffer)
    {
        try
        {
            inflated.ReadExactly(buffer);
        }
        catch (Exception failed) when (failed is InvalidDataException or EndOfStreamException)
        {
            throw new SealFaultException(Corrupt);
        }
    }

    private static bool Ends(ZLibStream inflated)
    {
        try
        {
            return inflated.ReadByte() < 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private void Unfilter(byte filter, byte[] row, byte[] above)
    {
        Require(filter <= 4);
        var step = Math.Max(1, Channels * _depth / 8);
        for (var i = 0; i < row.Length; i++)
        {
            var (left, up, corner) = i < step ? (0, (int)above[i], 0) : (row[i - step], above[i], above[i - step]);
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private void Unpack(byte[] row, byte[] pixels)
    {
        Span<int> sample = stackalloc int[Channels];
        for (var x = 0; x < Width; x++)
        {
            for (var channel = 0; channel < sample.Length; channel++)
            {
                sample[channel] = Sample(row, (x * sample.Length) + channel);
            }

            var (red, green, blue, alpha) = Pixel(sample);
            (pixels[4 * x], pixels[(4 * x) + 1], pixels[(4 * x) + 2], pixels[(4 * x) + 3]) = (red, green, blue, alpha);
        }
    }

    private int Sample(byte[] row, int index)
    {
        if (_depth >= 8)
        {
            return _depth == 8 ? row[index] : (row[2 * index] << 8) | row[(2 * index) + 1];
        }

        var bit = index * _depth;
        return (row[bit / 8] >> (8 - _depth - (bit % 8))) & ((1 << _depth) - 1);
    }

    private (byte Red, byte Green, byte Blue, byte Alpha) Pixel(ReadOnlySpan<int> sample)
    {
        switch (_kind)
        {
            case Palette:
                Require(3 * sample[0] < _palette.Length);
                var entry = _palette.AsSpan(3 * sample[0]);
                return (entry[0], entry[1], entry[2], sample[0] < _transparent.Length ? _transparent[sample[0]] : byte.MaxValue);
            case Grey or GreyAlpha:
                var grey = Byte(sample[0]);
                return (grey, grey, grey, _kind == GreyAlpha ? Byte(sample[1]) : Opacity(sample));
            default:
                return (Byte(sample[0]), Byte(sample[1]), Byte(sample[2]), _kind == ColourAlpha ? Byte(sample[3]) : Opacity(sample));
        }
    }

    private byte Byte(int sample) => (byte)(sample * 255 / ((1 << _depth) - 1));

    /// <summary>One colour may be named as the transparent one.</summary>
    private byte Opacity(ReadOnlySpan<int> sample)
    {
        if (_transparent.Length < 2 * sample.Length)
        {
            return byte.MaxValue;
        }

        for (var channel = 0; channel < sample.Length; channel++)
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(_transparent.AsSpan(2 * channel)) != sample[channel])
            {
                return byte.MaxValue;
            }
        }

        return 0;
    }
}
