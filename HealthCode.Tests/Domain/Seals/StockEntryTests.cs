using HealthCode.Domain.Seals;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Seals;

public sealed class StockEntryTests
{
    private const string Stock = "A4 卡纸";

    [Fact]
    public void Paper_that_came_in_is_entered_with_who_and_when()
    {
        var entry = StockEntry.Receive(Office(), Stock, 500, "街道发来", Clerk, Now, Today);

        Assert.Equal((Code, Stock, StockEntryKind.Received, 500, 0), (entry.OfficeCode, entry.Stock, entry.Kind, entry.Sheets, entry.Difference));
        Assert.Equal(("街道发来", Clerk, Now, Today), (entry.Note, entry.By, entry.At, entry.On));
    }

    [Fact]
    public void Paper_that_went_to_waste_is_entered_with_who_and_when()
    {
        var entry = StockEntry.Spoil(Office(), Stock, 3, "受潮", Clerk, Now, Today);

        Assert.Equal((Code, Stock, StockEntryKind.Spoiled, 3, 0), (entry.OfficeCode, entry.Stock, entry.Kind, entry.Sheets, entry.Difference));
        Assert.Equal(("受潮", Clerk, Now, Today), (entry.Note, entry.By, entry.At, entry.On));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(100_000, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(100_001, false)]
    [InlineData(int.MinValue, false)]
    public void Sheets_come_in_and_go_to_waste_in_whole_numbers_one_can_count(int sheets, bool counts)
    {
        Action[] verbs =
        [
            () => StockEntry.Receive(Office(), Stock, sheets, "", Clerk, Now, Today),
            () => StockEntry.Spoil(Office(), Stock, sheets, "", Clerk, Now, Today),
        ];

        Assert.All(verbs, verb =>
        {
            if (counts)
            {
                verb();
            }
            else
            {
                Assert.Equal([SealRules.SheetsCounted], Forbids(verb));
            }
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public void A_count_that_agrees_with_the_book_needs_no_reason(int sheets) =>
        Assert.Equal((StockEntryKind.Counted, sheets, 0), Counted(sheets, sheets, ""));

    [Theory]
    [InlineData(95, 100, -5)]
    [InlineData(105, 100, 5)]
    [InlineData(0, 7, -7)]
    [InlineData(4, -3, 7)]
    public void A_count_that_differs_from_the_book_says_why(int shelf, int book, int difference)
    {
        Assert.Equal([SealRules.DifferenceExplained], Forbids(() => Counted(shelf, book, "")));
        Assert.Equal((StockEntryKind.Counted, shelf, difference), Counted(shelf, book, "上午借给邻村"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void Nobody_counts_less_than_nothing_or_more_than_the_shelf_holds(int sheets) =>
        Assert.Equal([SealRules.CountNotNegative], Forbids(() => Counted(sheets, sheets, "")));

    [Fact]
    public void Every_kind_has_its_Chinese_word()
    {
        Assert.Equal(["领入", "作废", "日结清点"], Enum.GetValues<StockEntryKind>().Select(kind => kind.ChineseName()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((StockEntryKind)0).ChineseName());
    }

    private static (StockEntryKind Kind, int Sheets, int Difference) Counted(int shelf, int book, string note)
    {
        var entry = StockEntry.Count(Office(), Stock, shelf, book, note, Clerk, Now, Today);
        return (entry.Kind, entry.Sheets, entry.Difference);
    }
}
