using HealthCode.Domain.Archives;
using HealthCode.Domain.Offices;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Archives;

/// <summary>纸质材料箱.</summary>
public sealed class PaperBoxTests
{
    private static readonly DateOnly First = new(2020, 2, 28);

    [Fact]
    public void A_box_is_entered_with_what_is_in_it_and_where_it_stands()
    {
        var box = Entered();

        Assert.Equal((Code, "2020-01", "申报表", 120, "档案柜二层"), (box.OfficeCode, box.Number, box.Content, box.Copies, box.Place));
        Assert.Equal((First, Today, Clerk, Now), (box.FirstDay, box.LastDay, box.EnteredBy, box.EnteredAt));
        Assert.Null(box.DestroyedOn);
    }

    [Fact]
    public void What_is_missing_is_said_all_at_once() => Assert.Equal(
        [PaperBoxRules.HasNumber, PaperBoxRules.HasContent, PaperBoxRules.CopiesCounted, PaperBoxRules.HasPlace, PaperBoxRules.DaysInOrder],
        Forbids(() => PaperBox.Enter(Office(), "", "", 0, "", Today, First, Clerk, Now, Today)));

    [Theory]
    [InlineData(1, true)]
    [InlineData(100_000, true)]
    [InlineData(0, false)]
    [InlineData(100_001, false)]
    public void Copies_are_counted(int copies, bool counts)
    {
        var enter = () => PaperBox.Enter(Office(), "1", "申报表", copies, "柜", First, Today, Clerk, Now, Today);
        if (counts)
        {
            Assert.Equal(copies, enter().Copies);
        }
        else
        {
            Assert.Equal([PaperBoxRules.CopiesCounted], Forbids(() => enter()));
        }
    }

    [Fact]
    public void While_the_end_is_unknown_no_box_is_destroyed() =>
        Assert.Equal([PaperBoxRules.EndIsKnown], Forbids(() => Entered().Destroy(BoxDisposal.Shredded, "甲", "乙", Today, Office(), Today)));

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void The_thirtieth_day_is_kept(int day, bool destroyed)
    {
        var (box, on) = (Entered(), Today.AddDays(day));
        if (destroyed)
        {
            box.Destroy(BoxDisposal.HandedIn, "甲", "乙", on, Ended(), on);
            Assert.Equal((on, BoxDisposal.HandedIn, "甲", "乙"), (box.DestroyedOn, box.Disposal, box.FirstWitness, box.SecondWitness));
        }
        else
        {
            Assert.Equal([PaperBoxRules.NeverEarlier], Forbids(() => box.Destroy(BoxDisposal.HandedIn, "甲", "乙", on, Ended(), on)));
            Assert.Null(box.DestroyedOn);
        }
    }

    [Theory]
    [InlineData("", "乙")]
    [InlineData("甲", "")]
    [InlineData("甲", "甲")]
    public void Two_people_stand_by(string first, string second) =>
        Assert.Equal([PaperBoxRules.TwoWitnesses], Forbids(() => Entered().Destroy(BoxDisposal.Shredded, first, second, Today.AddDays(31), Ended(), Today.AddDays(31))));

    [Fact]
    public void It_is_written_down_once_and_when_it_has_happened()
    {
        var box = Entered();
        Assert.Equal([PaperBoxRules.NotAhead], Forbids(() => box.Destroy(BoxDisposal.Shredded, "甲", "乙", Today.AddDays(33), Ended(), Today.AddDays(32))));
        box.Destroy(BoxDisposal.Shredded, "甲", "乙", Today.AddDays(31), Ended(), Today.AddDays(32));

        Assert.Equal([PaperBoxRules.DestroyedOnce], Forbids(() => box.Destroy(BoxDisposal.Shredded, "甲", "乙", Today.AddDays(32), Ended(), Today.AddDays(32))));
    }

    private static PaperBox Entered() => PaperBox.Enter(Office(), "2020-01", "申报表", 120, "档案柜二层", First, Today, Clerk, Now, Today);

    private static Office Ended()
    {
        var office = Office();
        office.EndEpidemic(Today, Today);
        return office;
    }
}
