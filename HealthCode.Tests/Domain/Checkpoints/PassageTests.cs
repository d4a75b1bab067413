using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Checkpoints;

/// <summary>通行登记: 河北 place and time, 海南 every line of the form.</summary>
public sealed class PassageTests
{
    private static readonly PassageForm Filled = new("马德山", "13995000001", "宁A12345", PassageReason.Shopping, PassageDirection.Out);

    [Fact]
    public void Exactly_name_reason_and_direction_are_mandatory()
    {
        Assert.Equal<Field?>([GateField.Name, GateField.Reason, GateField.Direction], new PassageForm("", "", "", null, null).Validate().Select(breach => breach.Field));
        Assert.Empty((Filled with { Phone = "", Plate = "" }).Validate());
    }

    [Theory]
    [InlineData(GateField.Name, "通行人姓名")]
    [InlineData(GateField.Reason, "通行原因")]
    [InlineData(GateField.Direction, "通行类型")]
    public void Each_mandatory_line_is_named_at_its_field(GateField field, string line)
    {
        var form = field switch { GateField.Name => Filled with { Name = "" }, GateField.Reason => Filled with { Reason = null }, _ => Filled with { Direction = null } };

        var open = Assert.Single(form.Validate());

        Assert.Equal((GateRules.PassageComplete, (Field)field, GateRules.PassageComplete.Sentence + line + "。"), (open.Rule, open.Field, open.Sentence));
    }

    [Theory]
    [InlineData(0, 1, GateField.Reason)]
    [InlineData(5, 1, GateField.Reason)]
    [InlineData(1, 0, GateField.Direction)]
    [InlineData(1, 3, GateField.Direction)]
    public void An_answer_the_form_does_not_have_is_none(int reason, int direction, GateField field) =>
        Assert.Equal<Field?>([field], (Filled with { Reason = (PassageReason)reason, Direction = (PassageDirection)direction }).Validate().Select(breach => breach.Field));

    [Fact]
    public void The_form_asks_with_the_words_of_the_notice()
    {
        Assert.Equal(["返工", "返乡", "购买生活用品", "其他"], Enum.GetValues<PassageReason>().Select(reason => reason.ChineseName()));
        Assert.Equal(["外出", "进入"], Enum.GetValues<PassageDirection>().Select(direction => direction.ChineseName()));
    }

    [Fact]
    public void A_form_that_is_open_makes_no_passage()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Passage.Of(Gate(), Number().Value, Filled with { Name = "", Reason = null }, new() { FoundNormal = true }, Now, Today));

        Assert.Equal<Field?>([GateField.Name, GateField.Reason], broken.Breaches.Select(breach => breach.Field));
    }

    [Fact]
    public void Every_line_of_the_form_is_kept_with_the_gates_name_and_whole_address()
    {
        var passage = Passage.Of(Gate(), Number().Value, Filled, new() { FoundNormal = true, Temperature = Measured("36.4").Temperature }, Now, Today);

        Assert.Equal((Code, "村口卡点", "兴庆区样例街道村东头路口", Now, Today), (passage.OfficeCode, passage.CheckpointName, passage.CheckpointAddress, passage.At, passage.On));
        Assert.Equal((Number().Value, Filled), (passage.Number, new(passage.Name, passage.Phone, passage.Plate, passage.Reason, passage.Direction)));
        Assert.Equal((true, 36.4m), (passage.FoundNormal, passage.Temperature!.Value.Celsius));
    }

    [Fact]
    public void Place_and_time_are_all_that_is_kept_where_no_more_is_asked_for()
    {
        var passage = Passage.Of(Gate(), Number().Value, Now, Today);

        Assert.Equal((Number().Value, "村口卡点", Now), (passage.Number, passage.CheckpointName, passage.At));
        Assert.Equal(("", "", "", null, null), (passage.Name, passage.Phone, passage.Plate, passage.Reason, passage.Direction));
        Assert.Equal((null, null), (passage.FoundNormal, passage.Temperature));
    }

    private static Checkpoint Gate() => Checkpoint.Open(Office(), "村口卡点", CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", CheckMode.Venue);
}
