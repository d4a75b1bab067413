using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

/// <summary>一起发放: one collector, one signature, each card by its own rules.</summary>
public sealed class HouseholdHandOverTests
{
    [Fact]
    public void Who_collects_his_own_and_his_familys_cards_is_himself_on_his_own()
    {
        var (grandfather, child) = (Card(0, PassState.Stamped), Card(4, PassState.Stamped));

        Assert.Empty(HandOver([grandfather, child], "马建国", "祖父"));

        Assert.Equal(("本人", "马建国（祖父）"), (grandfather.CollectedBy, child.CollectedBy));
        Assert.Equal((PassState.HandedOver, Now), (child.State, child.HandedOverAt));
    }

    [Theory]
    [InlineData(PassState.AwaitingPrint)]
    [InlineData(PassState.Printed)]
    [InlineData(PassState.HandedOver)]
    public void A_card_that_is_not_to_be_handed_over_now_is_left_as_it_is(PassState state)
    {
        var (ready, other) = (Card(0, PassState.Stamped), Card(1, state));

        Assert.Equal([other], HandOver([ready, other], "马建国", "儿子"));

        Assert.Equal((PassState.HandedOver, state), (ready.State, other.State));
    }

    [Fact]
    public void Without_a_card_that_is_stamped_nothing_is_handed_over() =>
        Assert.Equal([PassRules.StepInOrder], Forbids(() => HandOver([Card(0, PassState.Printed)], "马建国", "")));

    [Theory]
    [InlineData("", "", "pass-collector")]
    [InlineData("本人", "", "pass-collector-several")]
    [InlineData("马建国", "", "pass-collector-several")]
    [InlineData("王邻居", "", "pass-collector-several")]
    public void The_collector_of_others_cards_is_named_with_his_relation(string collector, string relation, string code)
    {
        HealthPass[] cards = [Card(0, PassState.Stamped), Card(1, PassState.Stamped)];

        Assert.Equal([code], Forbids(() => HandOver(cards, collector, relation)).Select(rule => rule.Code));
        Assert.All(cards, card => Assert.Equal(PassState.Stamped, card.State));
    }

    [Theory]
    [InlineData("本人")]
    [InlineData("马建国")]
    public void His_own_card_alone_needs_no_relation(string collector)
    {
        var card = Card(0, PassState.Stamped);

        HandOver([card], collector, "");

        Assert.Equal("本人", card.CollectedBy);
    }

    [Fact]
    public void From_the_end_of_the_epidemic_on_none_is_handed_over()
    {
        var (card, office) = (Card(0, PassState.Stamped), Office());
        office.EndEpidemic(Today, Today);

        Assert.Equal([PassRules.NotAfterEnd], Forbids(() => HouseholdHandOver.HandOver([card], "马建国", "", office, Now, Today)));
    }

    private static IReadOnlyList<HealthPass> HandOver(IReadOnlyList<HealthPass> cards, string collector, string relation) =>
        HouseholdHandOver.HandOver(cards, collector, relation, Office(), Now, Today);

    private static HealthPass Card(int place, PassState state)
    {
        var declaration = Submitted(Form with { Person = FourGenerations.At(place), Guardian = Father });
        declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today);
        var pass = HealthPass.Issue(declaration, Office(), Number(place + 1), null, Today);
        Action[] steps = [() => pass.Print(Office(), Now, Today), () => pass.Stamp(Reviewer, Office(), Now, Today), () => pass.HandOver("本人", Office(), Now, Today)];
        foreach (var step in steps.Take((int)state - 1))
        {
            step();
        }

        return pass;
    }
}
