using HealthCode.Domain.PrintRuns;
using static HealthCode.Tests.Support.PrintCase;

namespace HealthCode.Tests.Domain.PrintRuns;

public sealed class PrintProductTests
{
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 24, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(24, 1, 1)]
    [InlineData(25, 1, 2)]
    [InlineData(1, 24, 1)]
    [InlineData(2, 24, 2)]
    [InlineData(23, 2, 1)]
    [InlineData(24, 2, 2)]
    [InlineData(2000, 1, 84)]
    [InlineData(2000, 24, 85)]
    public void So_many_labels_from_a_place_take_so_many_sheets(int count, int firstPlace, int sheets) =>
        Assert.Equal(sheets, Labels.SheetsFor(count, firstPlace));

    [Fact]
    public void A_card_that_fills_its_sheet_takes_one_each() =>
        Assert.All(Enumerable.Range(0, 10), count => Assert.Equal(count, PrintProduct.Cards("a6", "A6 卡", "A6 卡纸", 1).SheetsFor(count)));

    [Fact]
    public void Cards_are_told_from_stickers()
    {
        Assert.Equal(("a4-4", "A4 一张 4 卡", "A4 卡纸", 4, true), (Quarters.Code, Quarters.Title, Quarters.Stock, Quarters.PerSheet, Quarters.IsOfCards));
        Assert.False(Labels.IsOfCards);
    }
}
