using HealthCode.Domain.Passes;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class PassDisplayStateTests
{
    [Theory]
    [InlineData(PassState.AwaitingPrint, "待打印", "waiting")]
    [InlineData(PassState.Printed, "已打印", "waiting")]
    [InlineData(PassState.Stamped, "已盖章", "waiting")]
    [InlineData(PassState.HandedOver, "有效", "good")]
    [InlineData(PassState.Revoked, "停用", "ended")]
    [InlineData(PassState.Lost, "遗失作废", "ended")]
    [InlineData(PassState.Damaged, "损毁作废", "ended")]
    [InlineData(PassState.Renewed, "续办收回", "ended")]
    [InlineData(PassState.TakenBack, "收回作废", "ended")]
    public void Only_a_card_handed_over_is_called_valid(PassState state, string word, string tone) =>
        Assert.Equal(new(word, tone), PassDisplayState.Of(Pass(state), Office(), Today));

    [Theory]
    [InlineData("2020-03-15", "有效", "good")]
    [InlineData("2020-03-16", "有效，还有 3 天", "caution")]
    [InlineData("2020-03-18", "有效，还有 1 天", "caution")]
    [InlineData("2020-03-19", "有效，今天到期", "caution")]
    [InlineData("2020-03-20", "已到期", "ended")]
    public void Towards_its_end_the_days_left_are_told_and_after_the_last_day_it_has_expired(string today, string word, string tone) =>
        Assert.Equal(new(word, tone), PassDisplayState.Of(Pass(PassState.HandedOver), Office(), Day(today)));

    [Theory]
    [InlineData(PassState.AwaitingPrint)]
    [InlineData(PassState.Printed)]
    [InlineData(PassState.Stamped)]
    public void A_card_never_handed_over_expires_too(PassState state) =>
        Assert.Equal("已到期", PassDisplayState.Of(Pass(state), Office(), new(2020, 3, 20)).Word);

    [Theory]
    [InlineData("2020-03-09", "有效")]
    [InlineData("2020-03-10", "疫情解除，停止使用")]
    [InlineData("2020-03-11", "疫情解除，停止使用")]
    [InlineData("2020-03-20", "疫情解除，停止使用")]
    public void From_the_end_of_the_epidemic_on_every_card_is_stopped(string today, string word)
    {
        var office = Office();
        office.EndEpidemic(new(2020, 3, 10), Today);

        Assert.Equal(word, PassDisplayState.Of(Pass(PassState.HandedOver), office, Day(today)).Word);
    }

    [Fact]
    public void How_a_card_ended_is_told_even_after_the_epidemic()
    {
        var office = Office();
        office.EndEpidemic(Today, Today);

        Assert.Equal("停用", PassDisplayState.Of(Pass(PassState.Revoked), office, Today).Word);
    }
}
