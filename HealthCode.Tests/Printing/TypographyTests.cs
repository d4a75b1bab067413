using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;

namespace HealthCode.Tests.Printing;

/// <summary>Every character comes out: in ink, or as a blank to be filled by hand.</summary>
public sealed class TypographyTests
{
    private const double Cell = 20;
    private const int Sampled = 9;

    /// <summary>Unicode's blocks of Han characters that names are written with (GB 18030-2022), first and last code point.</summary>
    public static TheoryData<string, int, int> Blocks => new()
    {
        { "URO", 0x4E00, 0x9FA5 },
        { "Ext A", 0x3400, 0x4DB5 },
        { "Ext B", 0x20000, 0x2A6D6 },
        { "Ext C", 0x2A700, 0x2B734 },
        { "Ext D", 0x2B740, 0x2B81D },
        { "Ext E", 0x2B820, 0x2CEA1 },
        { "Ext F", 0x2CEB0, 0x2EBE0 },
    };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Characters_of_every_block_stand_on_the_page_each_in_its_own_shape(string block, int first, int last)
    {
        var runes = Enumerable.Range(0, Sampled).Select(i => new Rune(first + ((last - first) * i / (Sampled - 1)))).ToList();
        Assert.All(runes, rune => Assert.True(Typography.HasGlyph(rune), $"{block}: U+{rune.Value:X}"));

        using var pdf = Page(runes.Select(rune => rune.ToString()));

        // Copied, searched and read aloud it is the same character.
        Assert.Equal(string.Concat(runes), pdf.Words(1));
        var page = pdf.Render(1, 150);
        var shapes = Enumerable.Range(0, Sampled).Select(i =>
        {
            var (left, top) = Place(i);
            var ink = page.Ink(left, top, left + Cell, top + Cell);
            Assert.True(ink is { } box && box.Right - box.Left > 3, $"{block}: no ink for U+{runes[i].Value:X}");
            return page.Cell(left, top, left + Cell, top + Cell);
        }).ToList();
        // A font without a character draws one box for all of them.
        Assert.Equal(Sampled, shapes.Distinct().Count());
        Assert.All(pdf.Fonts, font => Assert.True(font.Embedded, font.Name));
    }

    [Theory]
    [InlineData(0x10FFFD)]
    [InlineData(0xE000)]
    [InlineData(0x323AF)]
    [InlineData(0x31350)]
    [InlineData(0x2EBF0)]
    public void A_character_that_no_font_has_leaves_room_to_write_by_hand_above_a_hairline(int codePoint)
    {
        Assert.False(Typography.HasGlyph(new Rune(codePoint)));

        using var pdf = Page([$"{new Rune(codePoint)}", "", $"马{new Rune(codePoint)}山"]);

        // No code of it stands on a stamped card.
        Assert.Equal("马山", pdf.Words(1));
        var (left, top) = Place(0);
        var line = pdf.Render(1, 150).Ink(left, top, left + Cell, top + Cell)!.Value;
        Assert.InRange(line.Right - line.Left, 13, 16);
        Assert.InRange(line.Bottom - line.Top, 0.1, 0.7);
        Assert.True(line.Top > top + 14, "the hairline lies below the baseline");
        Assert.Equal(Typography.Width("马山", 30) + (1.6 * 30), Typography.Width($"马{new Rune(codePoint)}山", 30), 3);
    }

    [Fact]
    public void The_characters_that_are_left_blank_are_counted_as_people_count_them() =>
        Assert.Equal([2, 4], Typography.BlanksOf("𠮷\U000323AFe\u0301\uE000山"));

    [Fact]
    public void A_variation_selector_adds_nothing_and_takes_nothing()
    {
        using var pdf = Page(["葛\U000E0100城"]);

        Assert.Equal("葛城", pdf.Words(1));
    }

    [Fact]
    public void A_text_is_never_broken_inside_a_character()
    {
        const string Name = "𠮷𪚥𫝀𫠠𬺰𠮷𪚥𫝀𫠠𬺰";
        using var document = Typography.Document("");
        using var page = document.Page(Paper.A6);

        var lines = Typography.Wrap(Name, 50, 20);

        Assert.True(lines.Count > 3);
        Assert.Equal(Name, string.Concat(lines));
        Assert.All(lines, line => Assert.DoesNotContain(line.EnumerateRunes(), rune => rune == Rune.ReplacementChar));
    }

    [Fact]
    public void A_long_name_is_broken_behind_its_dot()
    {
        using var document = Typography.Document("");
        using var page = document.Page(Paper.A6);

        Assert.Equal(["阿卜杜热合曼·", "买买提吐尔逊"], Typography.Wrap("阿卜杜热合曼·买买提吐尔逊", Typography.Width("阿卜杜热合曼·买买", 20), 20));
    }

    [Fact]
    public void The_largest_size_that_fits_is_taken_and_never_a_smaller_than_allowed()
    {
        using var document = Typography.Document("");
        using var page = document.Page(Paper.A6);
        var width = Typography.Width("马德山", 20);

        Assert.Equal(20, Typography.Fit("马德山", width, 26, 16));
        Assert.Equal(26, Typography.Fit("马", width, 26, 16));
        Assert.Equal(16, Typography.Fit("阿卜杜热合曼", width, 26, 16));
    }

    private static (double Left, double Top) Place(int i) => (10 + (i % 4 * Cell), 10 + (i / 4 * Cell));

    /// <summary>Each text alone in a cell of the page.</summary>
    private static PdfInspector Page(IEnumerable<string> texts)
    {
        using var document = Typography.Document("");
        using (var page = document.Page(Paper.A6))
        {
            foreach (var (i, text) in texts.Index())
            {
                var (left, top) = Place(i);
                Typography.Line(page, text, Paper.Points(left + 3), Paper.Points(top + 14), 30);
            }
        }

        return new(document.Bytes());
    }
}
