using HealthCode.Domain.Supervision;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Supervision;

/// <summary>防疫物资: never more out than there is, on no day.</summary>
public sealed class SupplyEntryTests
{
    private static readonly SupplyItem Masks = SupplyItem.Keep(Office(), "口罩", "只", 10, []);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(100_000, false)]
    [InlineData(100_001, true)]
    [InlineData(1_000_000, true)]
    [InlineData(-1, true)]
    public void So_many_come_in_as_an_office_may_see(int quantity, bool isForbidden)
    {
        if (isForbidden)
        {
            Assert.Equal([SupplyRules.QuantityInRange], Forbids(() => In(quantity)));
        }
        else
        {
            Assert.Equal(quantity, In(quantity).Change);
        }
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void What_is_not_there_does_not_go_out(int quantity, bool isForbidden)
    {
        SupplyEntry[] stock = [In(100)];

        if (isForbidden)
        {
            Assert.Equal([SupplyRules.NeverBelowZero], Forbids(() => Out(quantity, stock)));
        }
        else
        {
            Assert.Equal(-quantity, Out(quantity, stock).Change);
        }
    }

    [Fact]
    public void What_goes_out_on_an_earlier_day_must_have_been_there_on_that_day_and_be_there_still()
    {
        SupplyEntry[] late = [In(50, Today.AddDays(-3)), In(100, Today)];
        Assert.Equal([SupplyRules.NeverBelowZero], Forbids(() => Out(60, late, Today.AddDays(-2))));
        Assert.Equal(-60, Out(60, late).Change);

        SupplyEntry[] spent = [In(50, Today.AddDays(-3)), Out(40, [In(50, Today.AddDays(-3))])];
        Assert.Equal([SupplyRules.NeverBelowZero], Forbids(() => Out(20, spent, Today.AddDays(-2))));
    }

    [Fact]
    public void From_whom_and_to_whom_are_said_and_the_day_has_come()
    {
        Assert.Equal([SupplyRules.SenderNamed], Forbids(() => SupplyEntry.Enter(Masks, SupplyEntryKind.Received, 1, "", Today, "", [], Clerk, Now)));
        Assert.Equal([SupplyRules.ReceiverNamed], Forbids(() => SupplyEntry.Enter(Masks, SupplyEntryKind.Issued, 1, "", Today, "", [In(5)], Clerk, Now)));
        Assert.Equal([SupplyRules.NotInFuture], Forbids(() => In(1, Today.AddDays(1))));
    }

    [Fact]
    public void A_count_that_differs_says_why_and_sets_the_book_right()
    {
        SupplyEntry[] stock = [In(100)];

        Assert.Equal([SupplyRules.DifferenceExplained], Forbids(() => Count(98, "", stock)));
        Assert.Equal(0, Count(100, "", stock).Difference);
        var counted = Count(98, "潮了两只", stock);
        Assert.Equal((-2, -2), (counted.Difference, counted.Change));
        Assert.Equal(-100, Count(0, "丢了", stock).Difference);
        Assert.Equal([SupplyRules.CountedInRange], Forbids(() => Count(-1, "", stock)));
        Assert.Equal([SupplyRules.CountedInRange], Forbids(() => Count(1_000_000, "", stock)));
    }

    [Fact]
    public void A_count_closes_the_days_before_it()
    {
        SupplyEntry[] counted = [In(100, Today.AddDays(-4)), Count(98, "潮了两只", [In(100, Today.AddDays(-4))], Today.AddDays(-1))];

        Assert.Equal([SupplyRules.NotBeforeCount], Forbids(() => SupplyEntry.Enter(Masks, SupplyEntryKind.Received, 1, "镇里", Today.AddDays(-2), "", counted, Clerk, Now)));
        Assert.Equal(1, SupplyEntry.Enter(Masks, SupplyEntryKind.Received, 1, "镇里", Today.AddDays(-1), "", counted, Clerk, Now).Change);
        Assert.Equal([SupplyRules.NotBeforeCount], Forbids(() => Count(100, "", [In(100)], Today.AddDays(-1))));
    }

    [Fact]
    public void The_balance_of_a_day_begins_with_the_evening_before()
    {
        SupplyEntry[] entries = [In(100, Today.AddDays(-1)), In(20), Out(30, [In(100, Today.AddDays(-1))]), Count(88, "潮了两只", [In(90)])];

        Assert.Equal(new SupplyBalance(Today, 100, 20, 30, -2), SupplyBalance.Of(entries, Today));
        Assert.Equal(88, SupplyBalance.Of(entries, Today).Left);
        Assert.Equal((88, 0), (SupplyBalance.Of(entries, Today.AddDays(1)).Before, SupplyBalance.Of(entries, Today.AddDays(-1)).Before));
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(10, true)]
    [InlineData(0, true)]
    public void It_is_low_from_the_number_the_office_sets(int left, bool isLow) => Assert.Equal(isLow, Masks.IsLow(left));

    [Fact]
    public void A_thing_has_a_name_of_its_own_a_unit_and_a_number_that_can_be()
    {
        Assert.Equal([SupplyRules.HasName, SupplyRules.HasUnit, SupplyRules.LowCounted], Forbids(() => SupplyItem.Keep(Office(), "", "", -1, [])));
        Assert.Equal([SupplyRules.NameIsNew], Forbids(() => SupplyItem.Keep(Office(), "口罩", "只", 0, ["口罩"])));
        Assert.Equal([SupplyRules.LowCounted], Forbids(() => SupplyItem.Keep(Office(), "手套", "双", 0, []).WarnAt(100_001)));
    }

    private static SupplyEntry In(int quantity, DateOnly? on = null) => SupplyEntry.Enter(Masks, SupplyEntryKind.Received, quantity, "镇防疫办", on ?? Today, "", [], Clerk, Now);

    private static SupplyEntry Out(int quantity, IReadOnlyCollection<SupplyEntry> stock, DateOnly? on = null) => SupplyEntry.Enter(Masks, SupplyEntryKind.Issued, quantity, "村口卡点", on ?? Today, "", stock, Clerk, Now);

    private static SupplyEntry Count(int quantity, string note, IReadOnlyCollection<SupplyEntry> stock, DateOnly? on = null) => SupplyEntry.Enter(Masks, SupplyEntryKind.Counted, quantity, "", on ?? Today, note, stock, Clerk, Now);
}
