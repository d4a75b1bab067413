using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Printing.Stickers;

namespace HealthCode.Tests.Printing;

/// <summary>A code is read from real paper: printed a little large or small, held askew, grey, speckled, or out of a thermal head.</summary>
public sealed class QrRobustnessTests
{
    private static readonly Dictionary<string, Func<PdfInspector.Picture, PdfInspector.Picture>> Mishaps = new()
    {
        ["as it is"] = page => page,
        ["printed at 96 %"] = page => page.Scaled(0.96),
        ["printed at 104 %"] = page => page.Scaled(1.04),
        ["2° askew"] = page => page.Turned(2),
        ["2° askew the other way"] = page => page.Turned(-2),
        ["on grey paper with noise"] = page => page.Noisy(40),
        ["all of it"] = page => page.Scaled(0.96).Turned(2).Noisy(30),
    };

    /// <summary>What every product goes through in every run; the rest of the mishaps befall the smallest code of cards and of labels, and in a long run all of them.</summary>
    private static readonly string[] Always = ["as it is", "all of it"];
    private static readonly string[] Smallest = ["wallet-fold", "sticker-roll-50x30"];

    private static readonly string[] Products = ["a6", "a5-large", "a4-4", "wallet-fold", "wallet-duplex", "sticker-24-70x37", "sticker-roll-60x40", "sticker-roll-50x30"];

    public static TheoryData<string, string> Prints
    {
        get
        {
            TheoryData<string, string> prints = [];
            foreach (var product in Products)
            {
                foreach (var mishap in LongRun.IsOn || Smallest.Contains(product) ? (IEnumerable<string>)Mishaps.Keys : Always)
                {
                    prints.Add(product, mishap);
                }
            }

            return prints;
        }
    }

    [Theory]
    [MemberData(nameof(Prints))]
    public void Every_code_of_a_sheet_is_read_at_200_dpi(string product, string mishap) => Reads(product, 200, Mishaps[mishap]);

    [Theory]
    [InlineData("a6")]
    [InlineData("wallet-fold")]
    [InlineData("sticker-24-70x37")]
    [InlineData("sticker-roll-60x40")]
    [InlineData("sticker-roll-50x30")]
    public void In_black_dots_of_203_dpi_it_is_read_too(string product) => Reads(product, 203, page => page.InDots());

    [Fact]
    public void What_is_read_is_a_number_of_ours_and_one_wrong_character_is_noticed()
    {
        using var pdf = CardSheet.A6.Sheet(Batch.Cards(1));
        var read = Batch.NumberOf(Assert.Single(pdf.Codes(2, 200)));

        Assert.True(PassNumber.TryParse(read, out _));
        Assert.False(PassNumber.TryParse((read[0] == '9' ? '8' : (char)(read[0] + 1)) + read[1..], out _));
    }

    /// <summary>A scanner is held over one card or label at a time.</summary>
    private static void Reads(string product, int dpi, Func<PdfInspector.Picture, PdfInspector.Picture> mishap)
    {
        var design = PrintCatalog.Find(product)!;
        var cards = Batch.Cards(design.Product.PerSheet);
        using var pdf = design.Sheet(cards);
        var page = pdf.Render(pdf.Sizes.Count, dpi);

        Assert.All(Enumerable.Range(0, cards.Count), place =>
        {
            var (left, top, width, height) = CodeSide(design, place);
            Assert.Equal([cards[place].Number], mishap(page.Part(left, top, left + width, top + height)).Codes().Select(Batch.NumberOf));
        });
    }

    /// <summary>The side of a card or the label that carries the code, mm.</summary>
    private static (double Left, double Top, double Width, double Height) CodeSide(ISheetDesign design, int place)
    {
        switch (design)
        {
            case StickerSheet labels:
                var label = labels.Grid.At(place);
                return (label.X, label.Y, labels.Label.Width, labels.Label.Height);
            case CardSheet { Folded: true } folded:
                var spread = folded.Grid.At(place);
                return (spread.X + folded.Design.Width, spread.Y, folded.Design.Width, folded.Design.Height);
            case CardSheet cards:
                var back = cards.Grid.At(cards.Grid.Mirrored(place));
                return (back.X, back.Y, cards.Design.Width * cards.Scale, cards.Design.Height * cards.Scale);
            default:
                throw new InvalidOperationException(design.Product.Code);
        }
    }
}
