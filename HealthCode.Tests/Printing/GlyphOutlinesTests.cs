using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using HealthCode.Web.Printing;

namespace HealthCode.Tests.Printing;

/// <summary>Shapes are read as the font's maker meant them, and a broken font is said to be broken. The fonts here have an em of 1000 and are written by hand.</summary>
public sealed class GlyphOutlinesTests : IDisposable
{
    private const int Words = 0x01;
    private const int Offsets = 0x02;
    private const int Scale = 0x08;
    private const int More = 0x20;
    private const int TwoScales = 0x40;
    private const int TwoByTwo = 0x80;

    /// <summary>Half, in the fixed point of scales.</summary>
    private const int Half = 0x2000;
    private const int One = 0x4000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("healthcode-font-");

    /// <summary>The parts of glyph 2, made of the square (0, 0) to (100, 100), and the box they give, left, bottom, right, top.</summary>
    public static TheoryData<int[], float[]> Composites => new()
    {
        { [Words | Offsets, 1, 50, -60], [50, -60, 150, 40] },
        { [Offsets, 1, 0x32C4], [50, -60, 150, 40] },
        { [Words | Offsets | Scale, 1, 50, 0, Half], [50, 0, 100, 50] },
        { [Words | Offsets | TwoScales, 1, 0, 10, Half, One], [0, 10, 50, 110] },
        // A quarter turn to the left: x becomes y, y becomes -x.
        { [Words | Offsets | TwoByTwo, 1, 0, 0, 0, One, -One, 0], [-100, 0, 0, 100] },
        { [Words | Offsets | More, 1, 0, 0, Words | Offsets, 1, 300, 0], [0, 0, 400, 100] },
        // The second part's point 0 on the first one's point 2.
        { [Words | Offsets | More, 1, 0, 0, Words, 1, 2, 0], [0, 0, 200, 200] },
        { [Words | Offsets | More, 1, 0, 0, 0, 1, 0x0200], [0, 0, 200, 200] },
    };

    private static byte[] Square => Bytes(1, 0, 0, 100, 100, 3, 0, 0x0101, 0x0101, 0, 100, 0, -100, 0, 0, 100, 0);

    [Theory]
    [MemberData(nameof(Composites))]
    public void A_glyph_of_parts_has_each_part_in_its_place(int[] parts, float[] box)
    {
        var left = (short)Math.Min(0, box[0]);
        var font = Font([[], Square, [.. Bytes(-1, left, 0, 0, 0), .. Bytes(parts)]], left);

        var points = font.Outlines.Of('B').Contours.SelectMany(contour => contour).ToList();

        float[] found = [points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y)];
        Assert.Equal(box, found.Select(side => MathF.Round(side * 1000)));
    }

    [Fact]
    public void A_shape_has_its_corners_and_its_advance_in_fractions_of_the_em()
    {
        var outline = Font([[], Square]).Outlines.Of('A');

        Assert.Equal(0.5, outline.Advance);
        Assert.Equal([new(0, 0), new(0.1f, 0), new(0.1f, 0.1f), new(0, 0.1f)], Assert.Single(outline.Contours));
    }

    [Fact]
    public void A_contour_of_control_points_alone_is_a_round()
    {
        // The square's corners as control points: the middles of its sides lie on the curve.
        var round = Bytes(1, 0, 0, 100, 100, 3, 0, 0x0000, 0x0000, 0, 100, 0, -100, 0, 0, 100, 0);

        var contour = Assert.Single(Font([[], round]).Outlines.Of('A').Contours);

        Assert.Contains(new Vector2(0.05f, 0), contour);
        Assert.All(contour, point => Assert.InRange(Vector2.Distance(point, new(0.05f, 0.05f)), 0.049, 0.054));
    }

    [Fact]
    public void A_character_is_found_by_delta_and_by_array()
    {
        var font = Font([[], Square, []]);

        // A and B by the segment's delta, a to c by its array, in which b has none.
        Assert.Equal([1, 2, 0, 2, 0, 1, 0], "ABCabcd".Select(character => font.Glyph(character)));
        Assert.False(font.Has('b'));
        Assert.False(font.Has(0x20000));
    }

    [Fact]
    public void A_glyph_without_ink_has_its_advance_only()
    {
        var outline = Font([[], Square, []]).Outlines.Of('B');

        Assert.Equal(0.5, outline.Advance);
        Assert.Empty(outline.Contours);
    }

    [Fact]
    public void A_shape_is_read_once()
    {
        var font = Font([[], Square]);

        Assert.Same(font.Outlines.Of('A'), font.Outlines.Of('A'));
    }

    [Fact]
    public void A_glyph_that_contains_itself_is_corrupt() =>
        Corrupt(Bytes(-1, 0, 0, 0, 0, Words | Offsets | More, 1, 0, 0, Words | Offsets, 1, 0, 0));

    [Fact]
    public void A_part_that_the_font_does_not_have_is_corrupt() =>
        Corrupt(Bytes(-1, 0, 0, 0, 0, Words | Offsets, 77, 0, 0));

    [Fact]
    public void Parts_joined_at_a_point_that_is_not_there_are_corrupt() =>
        Corrupt(Bytes(-1, 0, 0, 0, 0, Words, 0, 9, 9));

    [Fact]
    public void Contours_that_go_backwards_are_corrupt() =>
        Corrupt(Bytes(2, 0, 0, 100, 100, 3, 2, 0, 0x0101, 0x0101, 0, 100, 0, -100, 0, 0, 100, 0));

    [Fact]
    public void A_flag_repeated_beyond_the_points_is_corrupt() =>
        Corrupt(Bytes(1, 0, 0, 100, 100, 3, 0, 0x09FF, 0, 100, 0, -100, 0, 0, 100, 0));

    [Fact]
    public void A_glyph_cut_short_is_corrupt() => Corrupt(Square[..^4]);

    [Fact]
    public void A_font_cut_off_anywhere_is_corrupt_and_ends()
    {
        var whole = Font([[], Square]).Bytes;
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => Read(whole[..length]).Outlines.Of('A'));
        }
    }

    [Fact]
    public void A_font_with_any_byte_wrong_is_read_or_corrupt_and_ends()
    {
        var whole = Font([[], Square, Bytes(-1, 0, 0, 0, 0, Words | Offsets, 1, 0, 0)]).Bytes;
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var wrong in (byte[])[0, 0x7F, 0x80, 0xFF])
            {
                byte[] bytes = [.. whole];
                bytes[at] = wrong;
                var fault = Record.Exception(() => "AB\u4E00".Select(character => Read(bytes).Outlines.Of(character)).ToList());
                Assert.True(fault is null or InvalidDataException, $"{at}: {fault}");
            }
        }
    }

    public void Dispose() => _folder.Delete(true);

    private static byte[] Bytes(params int[] words) => [.. words.SelectMany(word => new[] { (byte)(word >> 8), (byte)word })];

    private static byte[] Long(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private void Corrupt(byte[] glyph) => Assert.Throws<InvalidDataException>(() => Font([[], glyph]).Outlines.Of('A'));

    private FontFile Read(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString());
        File.WriteAllBytes(path, bytes);
        var font = new FontFile("test", path);
        _ = font.Bytes;
        File.Delete(path);
        return font;
    }

    /// <summary>A font whose glyphs 1 and 2 are A and B and, the other way about, c and a; each advances by half an em.</summary>
    private FontFile Font(byte[][] glyphs, int bearing = 0)
    {
        var ends = glyphs.Select((_, i) => glyphs.Take(i + 1).Sum(glyph => glyph.Length));
        (string Tag, byte[] Bytes)[] tables =
        [
            ("cmap", Bytes(
                0, 1, 3, 1, 0, 12,
                4, 46, 0, 6, 0, 0, 0, 'B', 'c', 0xFFFF, 0, 'A', 'a', 0xFFFF, 1 - 'A', 0, 1, 0, 4, 0, 2, 0, 1)),
            ("glyf", [.. glyphs.SelectMany(glyph => glyph)]),
            ("head", [.. Bytes(0, 1, 0, 0, 0, 0, 0, 0, 0, 1000), .. new byte[30], .. Bytes(1, 0)]),
            ("hhea", [.. new byte[34], .. Bytes(1)]),
            ("hmtx", [.. Bytes(500, bearing), .. glyphs.Skip(1).SelectMany(_ => Bytes(bearing))]),
            ("loca", [.. Long(0), .. ends.SelectMany(Long)]),
            ("maxp", Bytes(1, 0, glyphs.Length)),
        ];
        return Read(Joined(tables));
    }

    private static byte[] Joined((string Tag, byte[] Bytes)[] tables)
    {
        List<byte> directory = [.. Bytes(0, 1, tables.Length, 0, 0, 0)];
        var at = 12 + (16 * tables.Length);
        foreach (var (tag, bytes) in tables)
        {
            directory.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Long(0), .. Long(at), .. Long(bytes.Length)]);
            at += bytes.Length;
        }

        return [.. directory, .. tables.SelectMany(table => table.Bytes)];
    }
}
