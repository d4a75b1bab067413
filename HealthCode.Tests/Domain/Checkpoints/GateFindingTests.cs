using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Checkpoints;

/// <summary>关口看到的: what is still to be done, and what makes an incident.</summary>
public sealed class GateFindingTests
{
    private static readonly GateFinding Normal = new() { FoundNormal = true };

    private static readonly CheckVerdict Good = new(CheckOutcome.Valid, Number(), Day("2020-03-19"), "样例村民委员会");

    [Theory]
    [InlineData(CheckMode.Venue)]
    [InlineData(CheckMode.Campus)]
    [InlineData(CheckMode.Port)]
    public void Nobody_goes_on_before_somebody_has_judged_his_temperature(CheckMode mode)
    {
        var open = new GateFinding { ScannedForHolder = true, Temperature = Degrees("36.5") }.MissingSteps(mode, Pack, Good);

        Assert.Equal([(GateRules.TemperatureTicked, GateField.FoundNormal)], open.Select(Named));
    }

    [Theory]
    [InlineData(CheckMode.Venue)]
    [InlineData(CheckMode.Campus)]
    public void At_a_place_the_ticked_temperature_is_all(CheckMode mode) => Assert.Empty(Normal.MissingSteps(mode, Pack, Good));

    [Fact]
    public void At_an_airport_or_the_border_of_the_province_the_entry_code_is_scanned_for_the_holder_too()
    {
        Assert.Equal([(GateRules.ScannedForHolder, GateField.ScannedForHolder)], Normal.MissingSteps(CheckMode.Port, Pack, Good).Select(Named));
        Assert.Empty((Normal with { ScannedForHolder = true }).MissingSteps(CheckMode.Port, Pack, Good));
    }

    [Fact]
    public void Nobody_scans_the_entry_code_for_somebody_who_is_held_back()
    {
        Assert.Empty(new GateFinding { FoundNormal = false }.MissingSteps(CheckMode.Port, Pack, Good));
        Assert.Empty(Normal.MissingSteps(CheckMode.Port, Pack, CheckVerdict.NotOurs));
    }

    [Fact]
    public void What_is_open_is_named_in_the_order_of_the_gate() =>
        Assert.Equal([GateRules.TemperatureTicked, GateRules.ScannedForHolder], new GateFinding().MissingSteps(CheckMode.Port, Pack, Good).Select(breach => breach.Rule));

    [Theory]
    [InlineData(CheckOutcome.Expired, "已过期")]
    [InlineData(CheckOutcome.Revoked, "已停用")]
    [InlineData(CheckOutcome.Void, "已遗失作废")]
    [InlineData(CheckOutcome.NotOurs, "不是本系统签发")]
    [InlineData(CheckOutcome.NotHandedOver, "还没有发放")]
    [InlineData(CheckOutcome.Ended, "疫情解除，停止使用")]
    public void Every_card_that_is_not_good_is_an_incident_by_its_own_word(CheckOutcome outcome, string word) =>
        Assert.Equal([word], Normal.Incidents(Good with { Outcome = outcome }));

    [Theory]
    [InlineData(CheckOutcome.Valid)]
    [InlineData(CheckOutcome.ListTooOld)]
    public void A_good_card_is_none_and_a_list_too_old_is_the_offices_fault(CheckOutcome outcome) =>
        Assert.Empty(Normal.Incidents(Good with { Outcome = outcome }));

    [Fact]
    public void A_number_that_was_typed_is_none() => Assert.Empty(Normal.Incidents(Good with { ByNumberOnly = true }));

    [Theory]
    [InlineData(HealthCodeResult.Yellow, "官方码：黄")]
    [InlineData(HealthCodeResult.Red, "官方码：红")]
    [InlineData(HealthCodeResult.Notice, "官方码：提示信息")]
    public void Yellow_red_and_a_notice_of_the_official_code_are_incidents(HealthCodeResult word, string said) =>
        Assert.Equal([said], (Normal with { Official = word }).Incidents(Good));

    [Theory]
    [InlineData(null)]
    [InlineData(HealthCodeResult.Green)]
    [InlineData(HealthCodeResult.Gray)]
    [InlineData(HealthCodeResult.NothingFound)]
    public void Green_gray_nothing_found_and_no_code_at_all_are_none(HealthCodeResult? word) =>
        Assert.Empty((Normal with { Official = word }).Incidents(Good));

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(null, false)]
    public void A_paper_that_does_not_fit_is_one_and_a_paper_nobody_compared_is_none(bool? fits, bool isOne) =>
        Assert.Equal(isOne ? ["证件号码与卡不一致"] : [], (Normal with { PaperFits = fits }).Incidents(Good));

    [Theory]
    [InlineData("36.0", true)]
    [InlineData("37.3", true)]
    [InlineData("39.0", true)]
    [InlineData(null, true)]
    [InlineData("36.0", false)]
    [InlineData("39.0", false)]
    [InlineData(null, false)]
    public void The_guards_tick_decides_and_never_the_number_of_degrees(string? degrees, bool normal)
    {
        var finding = new GateFinding { FoundNormal = normal, Temperature = degrees is null ? null : Degrees(degrees) };

        Assert.Equal(normal ? [] : ["体温不正常"], finding.Incidents(Good));
    }

    [Fact]
    public void Degrees_without_a_tick_are_no_incident() => Assert.Empty(new GateFinding { Temperature = Degrees("39.0") }.Incidents(Good));

    [Fact]
    public void All_that_was_seen_is_told_together()
    {
        var finding = new GateFinding { FoundNormal = false, PaperFits = false, Official = HealthCodeResult.Red };

        Assert.Equal(["已停用", "证件号码与卡不一致", "体温不正常", "官方码：红"], finding.Incidents(Good with { Outcome = CheckOutcome.Revoked }));
    }

    private static (Rule Rule, Field? Field) Named(Breach breach) => (breach.Rule, breach.Field);

    private static BodyTemperature Degrees(string celsius) => Measured(celsius).Temperature;
}
