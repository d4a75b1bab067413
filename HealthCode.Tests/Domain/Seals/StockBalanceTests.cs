using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.Seals;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Seals;

public sealed class StockBalanceTests
{
    private const string Stock = "A4 卡纸";

    [Fact]
    public void A_paper_nobody_has_entered_is_not_there() =>
        Assert.Equal((new StockBalance(Stock, 0, 0, 0, 0), 0), (StockBalance.Of(Stock, [], 0, 0), StockBalance.Of(Stock, [], 0, 0).Left));

    [Fact]
    public void What_was_spoiled_in_the_printer_and_beside_it_is_told_together()
    {
        var balance = StockBalance.Of(Stock, [Received(100), Received(50), Spoiled(3)], good: 40, spoiled: 2);

        Assert.Equal(new StockBalance(Stock, 150, 40, 5, 0), balance);
        Assert.Equal(105, balance.Left);
    }

    [Fact]
    public void Paper_used_that_nobody_entered_shows_below_nought() =>
        Assert.Equal(-7, StockBalance.Of(Stock, [], good: 5, spoiled: 2).Left);

    [Theory]
    [InlineData(90)]
    [InlineData(105)]
    [InlineData(120)]
    [InlineData(0)]
    public void After_a_count_the_book_says_what_was_counted(int shelf)
    {
        List<StockEntry> entries = [Received(150), Spoiled(3)];
        var book = StockBalance.Of(Stock, entries, good: 40, spoiled: 2).Left;

        entries.Add(StockEntry.Count(Office(), Stock, shelf, book, "清点", Clerk, Now, Today));

        Assert.Equal(shelf, StockBalance.Of(Stock, entries, good: 40, spoiled: 2).Left);
    }

    [Fact]
    public void What_came_in_less_what_was_used_is_what_is_left_whatever_the_days_bring() =>
        Prop.ForAll(Days.ToArbitrary(), days =>
        {
            List<StockEntry> entries = [];
            var (good, spoiled, shelf) = (0, 0, 0);
            foreach (var (verb, sheets) in days)
            {
                switch (verb)
                {
                    case 0:
                        entries.Add(Received(sheets));
                        shelf += sheets;
                        break;
                    case 1:
                        entries.Add(Spoiled(sheets));
                        shelf -= sheets;
                        break;
                    case 2:
                        good += sheets;
                        shelf -= sheets;
                        break;
                    case 3:
                        spoiled += sheets;
                        shelf -= sheets;
                        break;
                    default:
                        entries.Add(StockEntry.Count(Office(), Stock, sheets, StockBalance.Of(Stock, entries, good, spoiled).Left, "清点", Clerk, Now, Today));
                        shelf = sheets;
                        break;
                }

                var balance = StockBalance.Of(Stock, entries, good, spoiled);
                if (balance.Left != shelf || balance.Left != balance.Received + balance.Differences - balance.Good - balance.Spoiled)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static Gen<(int Verb, int Sheets)[]> Days =>
        (from verb in Gen.Choose(0, 4) from sheets in Gen.Choose(1, 500) select (verb, sheets)).ArrayOf();

    private static StockEntry Received(int sheets) => StockEntry.Receive(Office(), Stock, sheets, "", Clerk, Now, Today);

    private static StockEntry Spoiled(int sheets) => StockEntry.Spoil(Office(), Stock, sheets, "", Clerk, Now, Today);
}
