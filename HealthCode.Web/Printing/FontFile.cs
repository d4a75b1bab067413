using System.Buffers.Binary;

namespace HealthCode.Web.Printing;

/// <summary>One TrueType file, read once: its bytes for the PDF, and which characters it has (its cmap).</summary>
public sealed class FontFile
{
    private readonly Lazy<byte[]> _bytes;
    private readonly Lazy<IReadOnlyList<(int First, int Last)>> _ranges;

    public FontFile(string face, string path)
    {
        Face = face;
        _bytes = new(() => File.ReadAllBytes(path));
        _ranges = new(() => Ranges(Bytes));
    }

    /// <summary>The name the PDF library knows it by.</summary>
    public string Face { get; }

    public byte[] Bytes => _bytes.Value;

    /// <summary>Whether the font has a glyph for the character.</summary>
    public bool Has(int character)
    {
        var ranges = _ranges.Value;
        var (low, high) = (0, ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (character < ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (character > ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The characters of the cmap tables of format 12 (all planes) or else 4 (the first plane), OpenType specification 1.9.</summary>
    private static List<(int First, int Last)> Ranges(ReadOnlySpan<byte> font)
    {
        var cmap = Table(font, "cmap");
        var (best, offset) = (0, 0);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(cmap[2..]); i++)
        {
            var at = (int)BinaryPrimitives.ReadUInt32BigEndian(cmap[(8 + (8 * i))..]);
            int format = BinaryPrimitives.ReadUInt16BigEndian(cmap[at..]);
            if (format is 4 or 12 && format > best)
            {
                (best, offset) = (format, at);
            }
        }

        var ranges = best == 12 ? Format12(cmap[offset..]) : Format4(cmap[offset..]);
        ranges.Sort();
        return ranges;
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, string tag)
    {
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(font[4..]); i++)
        {
            var record = font[(12 + (16 * i))..];
            if (record[..4].SequenceEqual(System.Text.Encoding.ASCII.GetBytes(tag)))
            {
                return font[(int)BinaryPrimitives.ReadUInt32BigEndian(record[8..])..];
            }
        }

        throw new InvalidDataException($"the font has no {tag} table");
    }

    private static List<(int First, int Last)> Format12(ReadOnlySpan<byte> table)
    {
        List<(int, int)> ranges = [];
        for (var i = 0; i < BinaryPrimitives.ReadUInt32BigEndian(table[12..]); i++)
        {
            var group = table[(16 + (12 * i))..];
            var glyph = BinaryPrimitives.ReadUInt32BigEndian(group[8..]);
            var (first, last) = ((int)BinaryPrimitives.ReadUInt32BigEndian(group), (int)BinaryPrimitives.ReadUInt32BigEndian(group[4..]));
            if (glyph == 0)
            {
                first++;
            }

            if (first <= last)
            {
                ranges.Add((first, last));
            }
        }

        return ranges;
    }

    private static List<(int First, int Last)> Format4(ReadOnlySpan<byte> table)
    {
        List<(int, int)> ranges = [];
        var segments = BinaryPrimitives.ReadUInt16BigEndian(table[6..]) / 2;
        for (var i = 0; i < segments; i++)
        {
            var last = BinaryPrimitives.ReadUInt16BigEndian(table[(14 + (2 * i))..]);
            var first = BinaryPrimitives.ReadUInt16BigEndian(table[(16 + (2 * segments) + (2 * i))..]);
            if (first != 0xFFFF)
            {
                ranges.Add((first, Math.Min(last, (ushort)0xFFFE)));
            }
        }

        return ranges;
    }
}
