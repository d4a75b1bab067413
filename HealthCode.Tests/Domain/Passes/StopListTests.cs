using HealthCode.Domain.Passes;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

/// <summary>停用、作废名单.</summary>
public sealed class StopListTests
{
    [Theory]
    [InlineData(PassState.AwaitingPrint, null)]
    [InlineData(PassState.Printed, null)]
    [InlineData(PassState.Stamped, null)]
    [InlineData(PassState.HandedOver, null)]
    [InlineData(PassState.Revoked, StopKind.Revoked)]
    [InlineData(PassState.Lost, StopKind.Void)]
    [InlineData(PassState.Damaged, StopKind.Void)]
    [InlineData(PassState.Renewed, StopKind.Void)]
    public void A_card_that_was_ended_has_its_line_and_no_other(PassState state, StopKind? kind) =>
        Assert.Equal(kind is { } stopped ? new StoppedPass(Number().Value, stopped) : null, StopList.LineOf(Pass(state), Today));

    [Theory]
    [InlineData("2020-03-18", true)]
    [InlineData("2020-03-19", true)]
    [InlineData("2020-03-20", false)]
    public void A_line_is_there_to_the_last_day_and_then_the_card_says_it_by_itself(string day, bool listed)
    {
        foreach (var state in (PassState[])[PassState.Revoked, PassState.Lost, PassState.Damaged, PassState.Renewed])
        {
            Assert.Equal(listed, StopList.LineOf(Pass(state), Day(day)) is not null);
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(24 * 3600, true)]
    [InlineData((24 * 3600) + 1, false)]
    public void It_is_relied_on_for_24_hours(int seconds, bool fresh) => Assert.Equal(fresh, new StopList(Now, []).IsFresh(Now.AddSeconds(seconds)));

    [Fact]
    public void Its_lines_are_sorted_and_each_number_stands_once()
    {
        var list = new StopList(Now, [new(Number(3).Value, StopKind.Void), new(Number(1).Value, StopKind.Revoked), new(Number(3).Value, StopKind.Revoked)]);

        Assert.Equal([new(Number(1).Value, StopKind.Revoked), new(Number(3).Value, StopKind.Void)], list.Lines);
    }

    [Fact]
    public void It_says_of_a_card_what_its_line_says_and_of_any_other_nothing()
    {
        var list = new StopList(Now, [new(Number(1).Value, StopKind.Void)]);

        Assert.Equal((StopKind.Void, null), (list.KindOf(Number(1)), list.KindOf(Number(2))));
    }
}
