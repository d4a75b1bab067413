using HealthCode.Domain.Supervision;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Supervision;

/// <summary>风险地区: from a notice, from a day to a day; withdrawn, never deleted.</summary>
public sealed class RiskAreaTests
{
    [Fact]
    public void None_without_its_notice_its_name_and_its_level()
    {
        Assert.Equal([RiskAreaRules.HasNotice], Forbids(() => RiskArea.Enter(Office(), "湖北省武汉市", "高风险", Today, null, "", Clerk, Now)));
        Assert.Equal([RiskAreaRules.HasName, RiskAreaRules.HasLevel], Forbids(() => RiskArea.Enter(Office(), "鄂", "", Today, null, "通报", Clerk, Now)));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void None_ends_before_it_begins(int days, bool isForbidden)
    {
        void Enter() => Area(Today.AddDays(days));
        void End() => Area().End(Today.AddDays(days), "解除通报");

        if (isForbidden)
        {
            Assert.Equal([RiskAreaRules.DaysInOrder], Forbids(Enter));
            Assert.Equal([RiskAreaRules.DaysInOrder], Forbids(End));
        }
        else
        {
            Enter();
            End();
        }
    }

    [Fact]
    public void Both_ends_count()
    {
        var area = Area(Today.AddDays(2));

        Assert.Equal([false, true, true, false], new[] { -1, 0, 2, 3 }.Select(days => area.Covers(Today.AddDays(days), Today.AddDays(days))));
        Assert.True(area.Covers(Today.AddDays(-9), Today));
        Assert.True(area.Covers(Today.AddDays(2), Today.AddDays(9)));
        Assert.True(Area().Covers(Today.AddYears(1), Today.AddYears(1)));
    }

    [Fact]
    public void A_mistake_is_withdrawn_with_its_reason_and_counts_no_more_and_stays()
    {
        var area = Area();
        Assert.Equal([RiskAreaRules.WithdrawalHasReason], Forbids(() => area.Withdraw("", Clerk, Now)));

        area.Withdraw("地名写错", Reviewer, Now);

        Assert.False(area.Covers(Today, Today));
        Assert.Equal(("地名写错", Reviewer, Now), (area.WithdrawnFor, area.WithdrawnBy, area.WithdrawnAt));
        Assert.Equal([RiskAreaRules.NotWithdrawn], Forbids(() => area.Withdraw("再撤", Clerk, Now)));
        Assert.Equal([RiskAreaRules.NotWithdrawn], Forbids(() => area.End(Today, "通报")));
        Assert.Equal([RiskAreaRules.HasNotice], Forbids(() => Area().End(Today, "")));
    }

    private static RiskArea Area(DateOnly? lastDay = null) => RiskArea.Enter(Office(), "湖北省武汉市", "高风险", Today, lastDay, "样例通报", Clerk, Now);
}
