using HealthCode.Domain.Declarations;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class ReviewPromptsTests
{
    [Fact]
    public void Nothing_is_prompted_where_nothing_is_unusual_or_unanswered()
    {
        Assert.Empty(ReviewPrompts.Of(Form.Answers, Pack.Pass));
        Assert.Empty(ReviewPrompts.Of(new(), Pack.Pass));
    }

    [Fact]
    public void Who_left_Ningxia_within_14_days_is_asked_about_item_11() =>
        Assert.Contains("第(11)项请当面问清", Assert.Single(ReviewPrompts.Of(Form.Answers with { LeftNingxia = true }, Pack.Pass)), StringComparison.Ordinal);

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    public void On_7_8_9_the_reviewer_is_told_that_they_refuse_nobody(bool metFeverish, bool willReport, bool willKeepAway) =>
        Assert.Contains("不是不得办理的条款", Assert.Single(ReviewPrompts.Of(
            Form.Answers with { MetFeverish = metFeverish, WillReport = willReport, WillKeepAway = willKeepAway }, Pack.Pass)), StringComparison.Ordinal);
}
