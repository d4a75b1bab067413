using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.PrintRuns;
using SkiaSharp;

namespace HealthCode.Tests.Printing;

/// <summary>打印品的样子: the pictures on the page are what the program draws.</summary>
public sealed class ProductPictureTests
{
    private const int LongSide = 360;

    public static TheoryData<string> Products => [.. PrintCatalog.All.Select(design => design.Product.Code)];

    [Theory]
    [MemberData(nameof(Products))]
    public void Each_product_is_shown_as_it_is_drawn_now(string code)
    {
        var drawn = Draw(code);

        var stored = DrawnPicture.Stored($"products/{code}.png", drawn);

        Assert.NotNull(stored);
        Assert.InRange(Difference(drawn, stored), 0, 6);
    }

    [Fact]
    public void Another_product_or_an_empty_sheet_would_be_found_out()
    {
        var a6 = Draw("a6");

        Assert.True(Difference(a6, Draw("a4-4")) > 6);
        Assert.True(Difference(a6, Draw("a6", withCards: false)) > 6);
    }

    [Fact]
    public void There_are_thirteen_and_each_has_one_row_with_its_use()
    {
        Assert.Equal(13, PrintCatalog.All.Count);
        Assert.Equal(PrintCatalog.All.Select(design => design.Product.Code), ProductAdvice.All.Select(advice => advice.Product));
        Assert.All(ProductAdvice.All, advice => Assert.EndsWith("。", advice.Use, StringComparison.Ordinal));
        Assert.All(ProductAdvice.All.Where(advice => advice.For is not null), advice => Assert.NotEmpty(advice.Reason));
    }

    private static byte[] Draw(string code, bool withCards = true)
    {
        var design = PrintCatalog.Find(code)!;
        var job = Batch.Job();
        if (design is CardSheet)
        {
            job = job with { Seal = SampleSeal.Draw };
        }

        var cards = new HealthPass?[design.Product.PerSheet];
        if (withCards)
        {
            cards = [.. Batch.Cards(cards.Length)];
        }

        using var pdf = design.Sheet(cards, job);
        return pdf.Thumbnail(1, LongSide);
    }

    /// <summary>Mean difference of the grey of small squares: the modules of a code, signed with another key each time, do not count.</summary>
    private static double Difference(byte[] one, byte[] other)
    {
        const int Squares = 12;
        using var first = Small(one);
        using var second = Small(other);
        return Enumerable.Range(0, Squares * Squares).Average(i => Math.Abs(Grey(first.GetPixel(i % Squares, i / Squares)) - Grey(second.GetPixel(i % Squares, i / Squares))));

        static SKBitmap Small(byte[] png)
        {
            using var whole = SKBitmap.Decode(png);
            return whole.Resize(new SKImageInfo(Squares, Squares), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        static double Grey(SKColor colour) => (colour.Red + colour.Green + colour.Blue) / 3.0;
    }
}
