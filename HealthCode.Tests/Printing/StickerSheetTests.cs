using System.Buffers.Binary;
using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Stickers;
using SkiaSharp;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>不干胶: each kind of sheet and roll, label by label.</summary>
public sealed class StickerSheetTests
{
    /// <summary>Avery 3474, 3490, L7160, L7161 and L7163: labels, columns, upper left, pitch, size, all mm.</summary>
    private static readonly Dictionary<string, (int Labels, int Columns, double Left, double Top, double PitchX, double PitchY, double Width, double Height)> Stocks = new()
    {
        ["sticker-24-70x37"] = (24, 3, 0, 0, 70, 37, 70, 37),
        ["sticker-24-70x36"] = (24, 3, 0, 4.43, 70, 36, 70, 36),
        ["sticker-21-63x38"] = (21, 3, 7.48, 15.49, 66.04, 38.1, 63.5, 38.1),
        ["sticker-18-63x46"] = (18, 3, 7.4, 8.1, 65.9, 46.7, 63.5, 46.6),
        ["sticker-14-99x38"] = (14, 2, 3.35, 15.17, 103.0, 38.1, 99.1, 38.1),
        ["sticker-roll-60x40"] = (1, 1, 0, 0, 60, 40, 60, 40),
        ["sticker-roll-50x30"] = (1, 1, 0, 0, 50, 30, 50, 30),
    };

    public static TheoryData<string> Sheets => [.. StickerSheet.All.Select(sheet => sheet.Product.Code)];

    public static TheoryData<string> Rolls => [.. StickerSheet.All.Where(sheet => sheet.IsThermal).Select(sheet => sheet.Product.Code)];

    [Fact]
    public void Every_stock_of_the_standard_is_there() => Assert.Equal(Stocks.Keys.Order(), StickerSheet.All.Select(sheet => sheet.Product.Code).Order());

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Each_label_of_a_full_sheet_says_its_own_card_in_its_own_place(string code)
    {
        var sheet = Sheet(code);
        var cards = Batch.Cards(Stocks[code].Labels);
        using var pdf = sheet.Sheet(cards);

        Assert.Equal((sheet.Paper.Width, sheet.Paper.Height), (Math.Round(Assert.Single(pdf.Sizes).Width, 1), Math.Round(pdf.Sizes[0].Height, 1)));
        Assert.All(pdf.Fonts, font => Assert.True(font.Embedded, font.Name));
        for (var place = 0; place < cards.Count; place++)
        {
            var (left, top, right, bottom) = Label(code, place);
            var said = pdf.WordsIn(1, left, top, right, bottom);
            Assert.Equal(
                "持卡人" + cards[place].Holder.Name.Masked + "有效期至2020年3月19日" + cards[place].Number + "核验健康通行卡真伪用", said.Replace("-", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Every_code_of_a_full_sheet_is_read_at_200_dpi(string code)
    {
        var cards = Batch.Cards(Stocks[code].Labels);
        using var pdf = Sheet(code).Sheet(cards);
        var page = pdf.Render(1, 200);

        // A scanner is held over one label.
        Assert.All(Enumerable.Range(0, cards.Count), place =>
        {
            var (left, top, right, bottom) = Label(code, place);
            Assert.Equal([cards[place].Number], page.Part(left, top, right, bottom).Codes().Select(Batch.NumberOf));
        });
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_code_has_square_modules_of_half_a_millimetre_and_four_of_them_white_around(string code)
    {
        var card = Batch.Cards(1)[0];
        var text = Batch.Key.Sign(card);
        var (modules, bars) = QrCode.Of(text);
        using var pdf = Sheet(code).Sheet([card], new(Office(), _ => text));
        var page = pdf.Render(1, 600);
        var (left, top, right, bottom) = Label(code, 0);

        var (start, side) = LeftFinders(page, (left, top, right, bottom));
        var module = side / (modules - 8);
        // The text begins behind the quiet zone.
        var ink = page.Ink(left, top, start + side + module, bottom, 128)!.Value;
        Assert.True(module >= 0.5 - 0.001, $"{module:F3} mm a module");
        Assert.Equal(side, ink.Right - ink.Left, 0.1);
        // Its three finders and every bar are where they belong: the middle of each dark module is dark, of each white one white.
        var isDark = bars.SelectMany(bar => Enumerable.Range(bar.Column, bar.Length).Select(column => (bar.Row, column))).ToHashSet();
        for (var row = 0; row < modules; row++)
        {
            for (var column = 0; column < modules; column++)
            {
                var (x, y) = (ink.Left + ((column - 4 + 0.5) * module), ink.Top + ((row - 4 + 0.5) * module));
                if (x > left && y > top && y < bottom)
                {
                    Assert.Equal(isDark.Contains((row, column)), page.Ink(x - 0.05, y - 0.05, x + 0.05, y + 0.05, 128) is not null);
                }
            }
        }

        Assert.Null(page.Ink(ink.Left - (4 * module) + 0.05, ink.Top, ink.Left - 0.05, ink.Bottom));
        Assert.Null(page.Ink(ink.Right + 0.05, ink.Top, ink.Right + (4 * module) - 0.05, ink.Bottom));
        Assert.True(ink.Top - (4 * module) >= top - 0.05 && ink.Bottom + (4 * module) <= bottom + 0.05, "the quiet zone lies on the label");
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_name_of_25_characters_stays_on_its_label(string code)
    {
        using var pdf = Sheet(code).Sheet([.. Enumerable.Range(1, Stocks[code].Labels).Select(i => Batch.Card(Batch.LongName, Batch.LongAddress, i))]);
        var page = pdf.Render(1, 200);

        for (var place = 0; place < Stocks[code].Labels; place++)
        {
            var (left, top, right, bottom) = Label(code, place);
            Assert.Null(page.Ink(left, top, left + 1, bottom));
            Assert.Null(page.Ink(right - 1, top, right, bottom));
            Assert.Null(page.Ink(left, top, right, top + 0.3));
            Assert.Null(page.Ink(left, bottom - 0.3, right, bottom));
        }
    }

    [Fact]
    public void Starting_at_label_5_leaves_the_first_four_white_whatever_was_peeled_off()
    {
        using var pdf = Sheet("sticker-24-70x37").Sheet([null, null, null, null, .. Batch.Cards(20)]);

        Assert.Null(pdf.Render(1, 100).Ink(bottom: 36.9));
        Assert.Null(pdf.Render(1, 100).Ink(right: 69.9, bottom: 73.9));
        Assert.NotNull(pdf.Render(1, 100).Ink(left: 75, top: 40, right: 135, bottom: 73));
    }

    [Fact]
    public void A_calibration_moves_every_label()
    {
        var cards = Batch.Cards(24);
        using var plain = Sheet("sticker-24-70x37").Sheet(cards);
        using var moved = Sheet("sticker-24-70x37").Sheet(cards, Batch.Job() with { Calibration = Calibration.Of(1.5m, -0.8m, 100m) });

        var (before, after) = (plain.Render(1, 300).Ink()!.Value, moved.Render(1, 300).Ink()!.Value);
        Assert.Equal(before.Left + 1.5, after.Left, 0.1);
        Assert.Equal(before.Top - 0.8, after.Top, 0.1);
        Assert.Equal(before.Bottom - 0.8, after.Bottom, 0.1);
    }

    [Theory]
    [MemberData(nameof(Rolls))]
    public void The_dots_of_a_roll_are_whole_its_size_is_the_labels_and_a_scanner_reads_them(string code)
    {
        var card = Batch.Card(Batch.LongName, Batch.LongAddress);
        var png = Sheet(code).Dots(card, Batch.Key.Sign(card));

        Assert.Equal((int)Stocks[code].Width * 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal((int)Stocks[code].Height * 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        using (var dots = SKBitmap.Decode(png))
        {
            Assert.Equal([SKColors.White, SKColors.Black], dots.Pixels.Distinct());
        }

        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        File.WriteAllBytes(file, png);
        try
        {
            Assert.Equal([card.Number], PdfInspector.CodesIn(file).Select(Batch.NumberOf));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [MemberData(nameof(Rolls))]
    public void A_module_of_a_roll_is_a_whole_number_of_dots_four_or_more(string code)
    {
        var card = Batch.Cards(1)[0];
        using var pdf = Sheet(code).Sheet([card]);
        var (_, side) = LeftFinders(pdf.Render(1, 1200), Label(code, 0));

        var dots = side / (QrCode.Of(Batch.Key.Sign(card)).Modules - 8) * 8;
        Assert.Equal(Math.Round(dots), dots, 0.02);
        Assert.True(dots >= 4 - 0.02, $"{dots:F2} dots a module");
    }

    private static StickerSheet Sheet(string code) => StickerSheet.All.Single(sheet => sheet.Product.Code == code);

    /// <summary>The code is the first ink from the left of a label, and its two left finders are as far apart as it is wide.</summary>
    private static (double Left, double Side) LeftFinders(PdfInspector.Picture page, (double Left, double Top, double Right, double Bottom) label)
    {
        var left = page.Ink(label.Left, label.Top, label.Left + 20, label.Bottom, 128)!.Value.Left;
        var finders = page.Ink(left, label.Top, left + 2, label.Bottom, 128)!.Value;
        return (left, finders.Bottom - finders.Top);
    }

    private static (double Left, double Top, double Right, double Bottom) Label(string code, int place)
    {
        var stock = Stocks[code];
        var (left, top) = (stock.Left + (place % stock.Columns * stock.PitchX), stock.Top + (place / stock.Columns * stock.PitchY));
        return (left, top, left + stock.Width, top + stock.Height);
    }
}
