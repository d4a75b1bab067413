using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class TemperatureReadingTests
{
    [Theory]
    [InlineData("37.2", true, false)]
    [InlineData("37.3", true, true)]
    [InlineData("38.4", true, true)]
    [InlineData("37.2", false, true)]
    [InlineData("37.3", false, false)]
    [InlineData("38.4", false, false)]
    public void A_value_and_a_tick_at_odds_are_asked_about(string celsius, bool foundNormal, bool asked)
    {
        var question = Measured(celsius, foundNormal).Question(37.3m);

        Assert.Equal(asked, question is not null);
    }

    [Fact]
    public void The_question_leaves_the_judgement_to_the_person() =>
        Assert.Contains("只是提示值，由您判断", Measured("37.5").Question(37.3m), StringComparison.Ordinal);

    [Fact]
    public void The_question_changes_no_tick()
    {
        var reading = Measured("39.9");

        reading.Question(37.3m);

        Assert.True(reading.FoundNormal);
    }
}
