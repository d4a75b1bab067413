using System.Buffers.Binary;
using System.Text;

namespace HealthCode.Web.Printing;

/// <summary>One TrueType file, read once: its bytes for the PDF, which characters it has (its cmap), and their shapes.</summary>
public sealed class FontFile
{
    private readonly Lazy<byte[]> _bytes;
    private readonly Lazy<IReadOnlyList<(int First, int Last, int Glyph)>> _ranges;
    private readonly Lazy<GlyphOutlines> _outlines;

    public FontFile(string face, string path)
    {
        Face = face;
        _bytes = new(() => File.ReadAllBytes(path));
        _ranges = new(() => Ranges(Table("cmap")));
        _outlines = new(() => new(this));
    }

    /// <summary>The name the PDF library knows it by.</summary>
    public string Face { get; }

    public byte[] Bytes => _bytes.Value;

    /// <summary>The shapes of its characters.</summary>
    /// <exception cref="InvalidDataException">The file is no sound TrueType font.</exception>
    public GlyphOutlines Outlines => _outlines.Value;

    /// <summary>Whether the font has a glyph for the character.</summary>
    public bool Has(int character) => Glyph(character) != 0;

    /// <summary>The index of the character's glyph; 0 when the font has none.</summary>
    public int Glyph(int character)
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
                return ranges[middle].Glyph + (character - ranges[middle].First);
            }
        }

        return 0;
    }

    /// <summary>A table of the file by its tag of four letters.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    internal FontTable Table(string tag)
    {
        var font = new FontTable("directory", Bytes);
        var wanted = BinaryPrimitives.ReadUInt32BigEndian(Encoding.ASCII.GetBytes(tag));
        for (var i = 0; i < font.UInt16(4); i++)
        {
            var record = 12 + (16 * i);
            if (font.UInt32(record) == wanted)
            {
                return font.Part(font.UInt32(record + 8), font.UInt32(record + 12), tag);
            }
        }

        throw new InvalidDataException($"the font has no {tag} table");
    }

    /// <summary>The characters of the cmap tables of format 12 (all planes) or else 4 (the first plane), OpenType specification 1.9.</summary>
    private static List<(int First, int Last, int Glyph)> Ranges(FontTable cmap)
    {
        var (best, offset) = (0, 0L);
        for (var i = 0; i < cmap.UInt16(2); i++)
        {
            var at = cmap.UInt32(8 + (8 * i));
            int format = cmap.Part(at, 2).UInt16(0);
            if (format is 4 or 12 && format > best)
            {
                (best, offset) = (format, at);
            }
        }

        var table = cmap.Part(offset, cmap.Length - offset);
        var ranges = best == 12 ? Format12(table) : Format4(table);
        ranges.Sort();
        return ranges;
    }

    private static List<(int First, int Last, int Glyph)> Format12(FontTable table)
    {
        List<(int, int, int)> ranges = [];
        for (var i = 0; i < table.UInt32(12); i++)
        {
            var group = 16 + (12 * i);
            var (first, last, glyph) = ((int)table.UInt32(group), (int)table.UInt32(group + 4), (int)table.UInt32(group + 8));
            if (glyph == 0)
            {
                (first, glyph) = (first + 1, 1);
            }

            if (first <= last)
            {
                ranges.Add((first, last, glyph));
            }
        }

        return ranges;
    }

    /// <summary>Segments count by their last character, so each begins behind the one before it.</summary>
    private static List<(int First, int Last, int Glyph)> Format4(FontTable table)
    {
        List<(int First, int Last, int Glyph)> ranges = [];
        var segments = table.UInt16(6) / 2;
        var next = 0;
        for (var i = 0; i < segments; i++)
        {
            var last = Math.Min((int)table.UInt16(14 + (2 * i)), 0xFFFE);
            for (var character = Math.Max(next, table.UInt16(16 + (2 * (segments + i)))); character <= last; character++)
            {
                Append(ranges, character, Format4Glyph(table, segments, i, character));
            }

            next = Math.Max(next, last + 1);
        }

        return ranges;
    }

    /// <summary>Either the character shifted by the segment's delta, or looked up in the array behind the segments and then shifted.</summary>
    private static int Format4Glyph(FontTable table, int segments, int segment, int character)
    {
        var first = table.UInt16(16 + (2 * (segments + segment)));
        var delta = table.UInt16(16 + (2 * ((2 * segments) + segment)));
        // The offset is counted from its own place.
        var place = 16 + (2 * ((3 * segments) + segment));
        var offset = table.UInt16(place);
        if (offset == 0)
        {
            return (character + delta) & 0xFFFF;
        }

        var glyph = table.UInt16(place + offset + (2 * (character - first)));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private static void Append(List<(int First, int Last, int Glyph)> ranges, int character, int glyph)
    {
        if (glyph == 0)
        {
            return;
        }

        if (ranges.Count > 0 && ranges[^1] is var end && end.Last + 1 == character && end.Glyph + (character - end.First) == glyph)
        {
            ranges[^1] = (end.First, character, end.Glyph);
        }
        else
        {
            ranges.Add((character, character, glyph));
        }
    }
}
