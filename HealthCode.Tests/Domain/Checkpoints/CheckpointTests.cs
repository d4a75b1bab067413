using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Checkpoints;

public sealed class CheckpointTests
{
    [Fact]
    public void A_checkpoint_is_opened_with_everything_the_form_of_the_notice_asks_for_and_its_name()
    {
        var checkpoint = Gate();

        Assert.Equal((Code, "村口卡点", CheckpointKind.Road), (checkpoint.OfficeCode, checkpoint.Name, checkpoint.Kind));
        Assert.Equal(("兴庆区", "样例街道", "村东头路口"), (checkpoint.County, checkpoint.Township, checkpoint.Address));
        Assert.Equal((CheckMode.Venue, false, "兴庆区样例街道村东头路口"), (checkpoint.Mode, checkpoint.IsClosed, checkpoint.FullAddress));
    }

    [Fact]
    public void All_that_is_missing_is_told_at_once_at_its_field()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Checkpoint.Open(Office(), "", default, "", " ", "", default));

        Assert.Equal<(Rule, Field?)>(
            [
                (CheckpointRules.HasName, CheckpointField.Name), (CheckpointRules.HasKind, CheckpointField.Kind), (CheckpointRules.HasCounty, CheckpointField.County),
                (CheckpointRules.HasTownship, CheckpointField.Township), (CheckpointRules.HasAddress, CheckpointField.Address), (CheckpointRules.HasMode, CheckpointField.Mode),
            ],
            broken.Breaches.Select(breach => (breach.Rule, breach.Field)));
    }

    [Theory]
    [InlineData(Checkpoint.LongestName, true)]
    [InlineData(Checkpoint.LongestName + 1, false)]
    public void A_name_fits_its_box(int characters, bool fits)
    {
        void Open() => Checkpoint.Open(Office(), new('村', characters), CheckpointKind.Road, "兴庆区", "样例街道", "路口", CheckMode.Venue);

        if (fits)
        {
            Open();
        }
        else
        {
            Assert.Equal([CheckpointRules.LineFits], Forbids(Open));
        }
    }

    [Fact]
    public void An_address_without_end_or_with_what_cannot_be_printed_is_refused() =>
        Assert.Equal(
            [CheckpointRules.LineFits, CheckpointRules.LineFits],
            Forbids(() => Checkpoint.Open(Office(), "村口😀", CheckpointKind.Road, "兴庆区", "样例街道", new('路', Checkpoint.LongestAddress + 1), CheckMode.Venue)));

    [Fact]
    public void A_description_that_is_refused_changes_nothing()
    {
        var checkpoint = Gate();

        Forbids(() => checkpoint.Describe("别的名称", CheckpointKind.Compound, "金凤区", "样例镇", "", CheckMode.Port));
        Assert.Equal(("村口卡点", CheckMode.Venue), (checkpoint.Name, checkpoint.Mode));

        checkpoint.Describe("汽车站", CheckpointKind.Compound, "金凤区", "样例镇", "进站口", CheckMode.Port);
        Assert.Equal(("汽车站", CheckpointKind.Compound, "金凤区样例镇进站口", CheckMode.Port), (checkpoint.Name, checkpoint.Kind, checkpoint.FullAddress, checkpoint.Mode));
    }

    [Fact]
    public void It_is_closed_once_and_reopened_once()
    {
        var checkpoint = Gate();
        Assert.Equal([CheckpointRules.IsClosed], Forbids(checkpoint.Reopen));

        checkpoint.Close();
        Assert.True(checkpoint.IsClosed);
        Assert.Equal([CheckpointRules.IsOpen], Forbids(checkpoint.Close));

        checkpoint.Reopen();
        Assert.False(checkpoint.IsClosed);
    }

    [Theory]
    [InlineData(CheckMode.Venue, "场所", "先验码，再测温")]
    [InlineData(CheckMode.Port, "机场、车站、省界", "先测温，再验码，再扫码")]
    [InlineData(CheckMode.Campus, "校园", "先验码，再测温")]
    public void The_order_of_the_gate_is_the_notices(CheckMode mode, string name, string order) =>
        Assert.Equal((name, order), (mode.ChineseName(), mode.ChineseOrder(Pack)));

    [Fact]
    public void Every_kind_has_the_name_the_form_gives_it()
    {
        Assert.Equal(["路口", "村庄", "小区"], Enum.GetValues<CheckpointKind>().Select(kind => kind.ChineseName()));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(CheckpointKind).ChineseName());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(CheckMode).ChineseOrder(Pack));
    }

    private static Checkpoint Gate() => Checkpoint.Open(Office(), "村口卡点", CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", CheckMode.Venue);
}
