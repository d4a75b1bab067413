using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Numerics;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;

namespace HealthCode.Tests.Printing;

/// <summary>A label's dots: the same characters as on paper, nothing lost on the way to the head.</summary>
public sealed class DotBitmapTests
{
    private const int DotsPerInch = 203;

    private static readonly string[] Rare = ["㐀", "𠀀", "𪚥", "𫝀", "𫠠", "𬺰"];

    [Fact]
    public void A_label_is_a_picture_of_one_bit_a_dot_and_eight_dots_a_millimetre()
    {
        var label = new DotBitmap(101, 37);
        label.Text("马德山", 3, 30, 30);

        var chunks = Chunks(label.Png());

        Assert.Equal(["IHDR", "pHYs", "IDAT", "IEND"], chunks.Select(chunk => chunk.Kind));
        Assert.Equal([0, 0, 0, 101, 0, 0, 0, 37, 1, 0, 0, 0, 0], chunks[0].Content);
        Assert.Equal([0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40, 1], chunks[1].Content);
        Assert.Equal(Drawn(label), Unpacked(chunks[2].Content, label));
    }

    [Fact]
    public void Rare_characters_each_stand_on_the_label_in_their_own_shape()
    {
        var shapes = Rare.Select(text => Drawn(Line(text, 24))).ToList();

        Assert.All(shapes, shape => Assert.True(shape.Count(dot => dot == '#') > 20));
        Assert.Equal(Rare.Length, shapes.Distinct().Count());
    }

    [Fact]
    public void A_character_that_no_font_has_leaves_room_to_write_by_hand_above_a_hairline()
    {
        var dots = Drawn(Line("\U0010FFFD", 24));

        Assert.InRange(dots.Count(dot => dot == '#'), 30, 80);
        Assert.Equal(1.6 * 24, DotBitmap.TextWidth("\U0010FFFD", 24), 3);
        Assert.Equal(dots, Drawn(Line("\U000323AF", 24)));
    }

    [Fact]
    public void A_variation_selector_adds_nothing_and_takes_nothing() =>
        Assert.Equal(Drawn(Line("葛城", 24)), Drawn(Line("葛\U000E0100城", 24)));

    [Theory]
    [InlineData("健康通行证姓名马德山欧阳震華", false)]
    [InlineData("健康通行证姓名马德山欧阳震華", true)]
    [InlineData("㐀𠀀𪚥𫝀𫠠𬺰𠮷", false)]
    public void A_label_shows_the_shapes_that_the_paper_shows(string text, bool strong)
    {
        const int Size = 40;
        using var paper = OnPaper(text, 20, 60, Size, strong);
        var page = paper.Render(1, DotsPerInch);
        var label = new DotBitmap(page.Width, page.Height);
        label.Text(text, 20, 60, Size, strong);

        var (both, either) = (0, 0);
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            var (one, other) = (label[i % page.Width, i / page.Width], page.Pixels[i] < 128);
            both += one && other ? 1 : 0;
            either += one || other ? 1 : 0;
        }

        Assert.True(both > 0.9 * either, $"{both} of {either} dots");
    }

    [Theory]
    [InlineData("健康通行证 姓名：欧阳震華·买买提", false)]
    [InlineData("HealthCode 2020-03-19 \U0010FFFD 𪚥龘", false)]
    [InlineData("HealthCode 2020-03-19 有效期至", true)]
    public void A_text_is_as_wide_as_on_paper(string text, bool strong)
    {
        var width = Typography.Width(text, 24, strong);

        Assert.InRange(DotBitmap.TextWidth(text, 24, strong) / width, 0.99, 1.01);
        Assert.Equal(DotBitmap.TextWidth(text, 24, strong), new DotBitmap(9, 9).Text(text, 5, 5, 24, strong), 6);
    }

    [Fact]
    public void A_code_drawn_as_bars_is_read_by_a_scanner()
    {
        const string Text = "HC1-0123456789-ABCDEF";
        const int Module = 4;
        var (modules, bars) = QrCode.Of(Text);
        var label = new DotBitmap(modules * Module, modules * Module);
        foreach (var (row, column, length) in bars)
        {
            label.FillRectangle(column * Module, row * Module, length * Module, Module);
        }

        Assert.Equal(Text, Scanned(label.Png()));
    }

    [Theory]
    [InlineData(0.05f)]
    [InlineData(0.3f)]
    [InlineData(0.9f)]
    public void A_thin_stroke_neither_vanishes_nor_breaks_wherever_it_lies(float thickness)
    {
        for (var place = 5f; place < 6; place += 0.05f)
        {
            var label = new DotBitmap(40, 20);
            label.Fill([Rectangle(2, place, 18, thickness), Rectangle(20 + place, 2, thickness, 16)]);
            Assert.All(Enumerable.Range(2, 18), x => Assert.Equal(1, Enumerable.Range(0, 20).Count(y => label[x, y])));
            Assert.All(Enumerable.Range(2, 16), y => Assert.Equal(1, Enumerable.Range(22, 18).Count(x => label[x, y])));
        }
    }

    [Fact]
    public void A_dot_smaller_than_the_head_prints_is_printed_as_one()
    {
        var label = new DotBitmap(8, 8);

        label.Fill([Rectangle(3.6f, 4.6f, 0.3f, 0.3f)]);

        Assert.True(label[3, 4]);
        Assert.Equal(1, Drawn(label).Count(dot => dot == '#'));
    }

    [Fact]
    public void Strokes_that_cross_stay_black_and_a_hole_stays_white()
    {
        var label = new DotBitmap(20, 20);

        label.Fill([Rectangle(2, 2, 16, 8), Rectangle(6, 2, 8, 16), [.. Rectangle(8, 4, 2, 2).Reverse()], [.. Rectangle(3, 4, 2, 2).Reverse()]]);

        // One turn is left where two strokes lie under the hole.
        Assert.True(label[8, 4] && label[7, 3] && label[13, 17]);
        Assert.False(label[3, 4] || label[4, 5] || label[2, 12] || label[18, 2]);
        Assert.True(label[2, 4] && label[5, 4]);
    }

    [Fact]
    public void What_lies_outside_the_label_is_cut_off()
    {
        var label = new DotBitmap(30, 30);

        label.Text("马德山马德山", -20, 10, 40);
        label.FillRectangle(25, 25, int.MaxValue, int.MaxValue);
        label.FillRectangle(-5, -5, 6, 6);

        Assert.True(label[29, 29] && label[0, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => label[30, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => label[0, -1]);
    }

    [Fact]
    public void A_character_looks_the_same_wherever_it_stands()
    {
        var (one, other) = (new DotBitmap(60, 60), new DotBitmap(60, 60));

        one.Text("德", 10, 40, 24);
        other.Text("德", 9.6, 40.4, 24);

        Assert.Equal(Drawn(one), Drawn(other));
    }

    private static DotBitmap Line(string text, int size)
    {
        var label = new DotBitmap((int)Math.Ceiling(DotBitmap.TextWidth(text, size)) + 8, 2 * size);
        label.Text(text, 4, 1.5 * size, size);
        return label;
    }

    private static Vector2[] Rectangle(float x, float y, float width, float height) =>
        [new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)];

    private static PdfInspector OnPaper(string text, int x, int baseline, int size, bool strong)
    {
        const double Dot = 72.0 / DotsPerInch;
        using var document = Typography.Document("");
        using (var page = document.Page(Paper.A4))
        {
            // Poppler rounds places down: a tenth of a dot keeps a rounded figure from the dot before.
            Typography.Line(page, text, (x + 0.1) * Dot, (baseline + 0.1) * Dot, size * Dot, strong);
        }

        return new(document.Bytes());
    }

    /// <summary>The label as a text of rows, # for black.</summary>
    private static string Drawn(DotBitmap label) => string.Join('\n', Enumerable.Range(0, label.Height)
        .Select(y => string.Concat(Enumerable.Range(0, label.Width).Select(x => label[x, y] ? '#' : '.'))));

    private static string Unpacked(byte[] content, DotBitmap label)
    {
        using var zlib = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        var stride = 1 + ((label.Width + 7) / 8);
        Assert.Equal(stride * label.Height, rows.Length);
        // Behind the number of the filter, 0; a bit of 0 is black.
        return string.Join('\n', rows.ToArray().Chunk(stride)
            .Select(row => string.Concat(Enumerable.Range(0, label.Width).Select(x => (row[1 + (x / 8)] & (0x80 >> (x % 8))) == 0 && row[0] == 0 ? '#' : '.'))));
    }

    private static List<(string Kind, byte[] Content)> Chunks(byte[] png)
    {
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(png.AsSpan(0, 8)));
        List<(string, byte[])> chunks = [];
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var guarded = png.AsSpan(at + 4, length + 4);
            Assert.Equal(Remainder(guarded), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((Encoding.ASCII.GetString(guarded[..4]), guarded[4..].ToArray()));
            at += 12 + length;
        }

        return chunks;
    }

    /// <summary>CRC-32 bit by bit.</summary>
    private static uint Remainder(ReadOnlySpan<byte> bytes)
    {
        var value = uint.MaxValue;
        foreach (var next in bytes)
        {
            value ^= next;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value >> 1) ^ ((value & 1) * 0xEDB88320);
            }
        }

        return ~value;
    }

    private static string Scanned(byte[] png)
    {
        var folder = Directory.CreateTempSubdirectory("healthcode-dots-");
        try
        {
            var file = Path.Combine(folder.FullName, "label.png");
            File.WriteAllBytes(file, png);
            using var process = Process.Start(new ProcessStartInfo("zbarimg", ["--raw", "--quiet", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return process.StandardOutput.ReadToEnd().Trim();
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
