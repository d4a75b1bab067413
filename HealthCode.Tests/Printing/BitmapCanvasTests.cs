using System.Buffers.Binary;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using SkiaSharp;

namespace HealthCode.Tests.Printing;

/// <summary>A label's dots: the same characters as on paper, nothing lost on the way to the head.</summary>
public sealed class BitmapCanvasTests
{
    private const int DotsPerInch = 203;
    private const double Dot = 1.0 / BitmapCanvas.DotsPerMillimetre;

    private static readonly string[] Rare = ["㐀", "𠀀", "𪚥", "𫝀", "𫠠", "𬺰"];

    [Fact]
    public void A_label_is_black_and_white_and_says_that_it_has_eight_dots_a_millimetre()
    {
        using var label = Label(101, 37);
        Write(label, "马德山", 3, 30, 30);

        var chunks = Chunks(label.Png());

        Assert.Equal(["IHDR", "pHYs"], chunks.Take(2).Select(chunk => chunk.Kind));
        Assert.Equal("IEND", chunks[^1].Kind);
        Assert.Equal([0, 0, 0, 101, 0, 0, 0, 37], chunks[0].Content[..8]);
        Assert.Equal([0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40, 1], chunks[1].Content);
        using var read = SKBitmap.Decode(label.Png());
        Assert.Equal([SKColors.White, SKColors.Black], read.Pixels.Distinct());
    }

    [Fact]
    public void Rare_characters_each_stand_on_the_label_in_their_own_shape()
    {
        var shapes = Rare.Select(text => Line(text, 24)).ToList();

        Assert.All(shapes, shape => Assert.True(shape.Count(dot => dot == '#') > 20));
        Assert.Equal(Rare.Length, shapes.Distinct().Count());
    }

    [Fact]
    public void A_character_that_no_font_has_leaves_room_to_write_by_hand_above_a_hairline()
    {
        var dots = Line("\U0010FFFD", 24);

        Assert.InRange(dots.Count(dot => dot == '#'), 30, 80);
        Assert.Equal(dots, Line("\U000323AF", 24));
        // The next character stands 1.6 em further on.
        Assert.Equal(From(44, Line("山", 25, 40)), From(44, Line("\U0010FFFD山", 25)));
    }

    [Fact]
    public void A_variation_selector_adds_nothing_and_takes_nothing() =>
        Assert.Equal(Line("葛城", 24), Line("葛\U000E0100城", 24));

    [Theory]
    [InlineData("健康通行证姓名马德山欧阳震華", false)]
    [InlineData("健康通行证姓名马德山欧阳震華", true)]
    [InlineData("㐀𠀀𪚥𫝀𫠠𬺰𠮷", false)]
    public void A_label_shows_the_shapes_that_the_paper_shows(string text, bool strong)
    {
        const int Size = 40;
        using var paper = OnPaper(text, 20, 60, Size, strong);
        var page = paper.Render(1, DotsPerInch);
        using var label = Label(page.Width, page.Height);
        Write(label, text, 20, 60, Size, strong);
        using var read = SKBitmap.Decode(label.Png());

        var (both, either) = (0, 0);
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            var (one, other) = (IsBlack(read, i % page.Width, i / page.Width), page.Pixels[i] < 128);
            both += one && other ? 1 : 0;
            either += one || other ? 1 : 0;
        }

        Assert.True(both > 0.9 * either, $"{both} of {either} dots");
    }

    [Theory]
    [InlineData("㐀𠀀𪚥", 14)]
    [InlineData("㐀𠀀𪚥", 18)]
    [InlineData("一二三", 12)]
    public void A_stroke_thinner_than_a_dot_is_printed_and_is_not_torn(string text, int size)
    {
        foreach (var character in text.EnumerateRunes())
        {
            var (large, small) = (Line(character.ToString(), size * 8), Line(character.ToString(), size));

            Assert.InRange(Pieces(small), 1, Pieces(large));
        }
    }

    [Fact]
    public void A_code_is_of_whole_dots_and_is_read_by_a_scanner()
    {
        const string Text = "HC1-0123456789-ABCDEF";
        var code = QrCode.Of(Text);
        using var label = Label(code.Modules * 4, code.Modules * 4);

        label.Code(code, 0, 0, code.Modules * 4 * Dot);

        Assert.Equal(Text, Assert.Single(Scanned(label.Png())));
        using var dots = SKBitmap.Decode(label.Png());
        using var modules = SKBitmap.Decode(code.Png());
        Assert.All(Enumerable.Range(0, dots.Width * dots.Height), i => Assert.Equal(IsBlack(modules, i % dots.Width / 4, i / dots.Width / 4), IsBlack(dots, i % dots.Width, i / dots.Width)));
    }

    [Fact]
    public void What_lies_outside_the_label_is_cut_off()
    {
        using var label = Label(30, 30);

        Write(label, "马德山马德山", -20, 10, 40);

        Assert.Contains('#', Drawn(label));
    }

    [Fact]
    public void A_character_looks_the_same_wherever_it_stands()
    {
        using var one = Label(60, 60);
        using var other = Label(60, 60);

        Write(one, "德", 10, 40, 24);
        Write(other, "德", 9.6, 40.4, 24);

        Assert.Equal(Drawn(one), Drawn(other));
    }

    private static BitmapCanvas Label(int width, int height) => new(new Paper("", width * Dot, height * Dot));

    /// <summary>In dots.</summary>
    private static void Write(BitmapCanvas label, string text, double x, double baseline, double size, bool strong = false) =>
        label.Line(text, x * Dot, baseline * Dot, Paper.Points(size * Dot), strong);

    private static string Line(string text, int size, int behind = 0)
    {
        using var label = Label(6 * size, 2 * size);
        Write(label, text, 4 + behind, 1.5 * size, size);
        return Drawn(label);
    }

    /// <summary>What stands right of a column.</summary>
    private static string From(int column, string drawn) => string.Join('\n', drawn.Split('\n').Select(row => row[column..]));

    /// <summary>How many pieces of ink there are that do not touch.</summary>
    private static int Pieces(string drawn)
    {
        var rows = drawn.Split('\n').Select(row => row.ToCharArray()).ToArray();
        var pieces = 0;
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                pieces += Erase(rows, x, y) ? 1 : 0;
            }
        }

        return pieces;
    }

    private static bool Erase(char[][] rows, int startX, int startY)
    {
        Stack<(int X, int Y)> open = new([(startX, startY)]);
        var isInk = false;
        while (open.TryPop(out var at))
        {
            if (at.Y >= 0 && at.Y < rows.Length && at.X >= 0 && at.X < rows[at.Y].Length && rows[at.Y][at.X] == '#')
            {
                rows[at.Y][at.X] = '.';
                isInk = true;
                for (var near = 0; near < 9; near++)
                {
                    open.Push((at.X - 1 + (near % 3), at.Y - 1 + (near / 3)));
                }
            }
        }

        return isInk;
    }

    private static PdfInspector OnPaper(string text, int x, int baseline, int size, bool strong)
    {
        const double Inch = 72.0 / DotsPerInch;
        using var document = Typography.Document("");
        using (var page = document.Page(Paper.A4))
        {
            // Poppler rounds places down: a tenth of a dot keeps a rounded figure from the dot before.
            Typography.Line(page, text, (x + 0.1) * Inch, (baseline + 0.1) * Inch, size * Inch, strong);
        }

        return new(document.Bytes());
    }

    /// <summary>The label as a text of rows, # for black.</summary>
    private static string Drawn(BitmapCanvas label)
    {
        using var read = SKBitmap.Decode(label.Png());
        return string.Join('\n', Enumerable.Range(0, read.Height).Select(y => string.Concat(Enumerable.Range(0, read.Width).Select(x => IsBlack(read, x, y) ? '#' : '.'))));
    }

    private static bool IsBlack(SKBitmap picture, int x, int y) => picture.GetPixel(x, y) == SKColors.Black;

    private static List<(string Kind, byte[] Content)> Chunks(byte[] png)
    {
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(png.AsSpan(0, 8)));
        List<(string, byte[])> chunks = [];
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var guarded = png.AsSpan(at + 4, length + 4);
            Assert.Equal(PaintedPng.Crc(guarded), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((Encoding.ASCII.GetString(guarded[..4]), guarded[4..].ToArray()));
            at += 12 + length;
        }

        return chunks;
    }

    private static IReadOnlyList<string> Scanned(byte[] png)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        File.WriteAllBytes(file, png);
        try
        {
            return PdfInspector.CodesIn(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
