using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Checkpoints;

/// <summary>查验结论: a card issued on 5 March is valid to 19 March.</summary>
public sealed class CheckVerdictTests
{
    [Theory]
    [InlineData(PassState.AwaitingPrint, CheckOutcome.NotHandedOver)]
    [InlineData(PassState.Printed, CheckOutcome.NotHandedOver)]
    [InlineData(PassState.Stamped, CheckOutcome.NotHandedOver)]
    [InlineData(PassState.HandedOver, CheckOutcome.Valid)]
    [InlineData(PassState.Revoked, CheckOutcome.Revoked)]
    [InlineData(PassState.Lost, CheckOutcome.Void)]
    [InlineData(PassState.Damaged, CheckOutcome.Void)]
    [InlineData(PassState.Renewed, CheckOutcome.Void)]
    public void Each_state_of_a_card_of_ours_has_its_word(PassState state, CheckOutcome outcome) =>
        Assert.Equal(outcome, Own(state, Today).Outcome);

    [Theory]
    [InlineData("2020-03-04", CheckOutcome.Valid)]
    [InlineData("2020-03-05", CheckOutcome.Valid)]
    [InlineData("2020-03-19", CheckOutcome.Valid)]
    [InlineData("2020-03-20", CheckOutcome.Expired)]
    public void A_card_is_good_to_the_end_of_its_last_day(string day, CheckOutcome outcome) =>
        Assert.Equal(outcome, Own(PassState.HandedOver, Day(day)).Outcome);

    [Theory]
    [InlineData(PassState.AwaitingPrint, CheckOutcome.Expired)]
    [InlineData(PassState.Stamped, CheckOutcome.Expired)]
    [InlineData(PassState.Revoked, CheckOutcome.Revoked)]
    [InlineData(PassState.Lost, CheckOutcome.Void)]
    public void After_the_last_day_a_card_that_was_ended_still_says_how_it_ended(PassState state, CheckOutcome outcome) =>
        Assert.Equal(outcome, Own(state, Day("2020-03-20")).Outcome);

    [Theory]
    [InlineData("2020-03-09", CheckOutcome.Valid)]
    [InlineData("2020-03-10", CheckOutcome.Ended)]
    [InlineData("2020-03-11", CheckOutcome.Ended)]
    [InlineData("2020-03-20", CheckOutcome.Ended)]
    public void From_the_end_of_the_epidemic_on_no_card_is_needed(string day, CheckOutcome outcome) =>
        Assert.Equal(outcome, Own(PassState.HandedOver, Day(day), Ended("2020-03-10")).Outcome);

    [Theory]
    [InlineData(PassState.Revoked, CheckOutcome.Revoked)]
    [InlineData(PassState.Lost, CheckOutcome.Void)]
    [InlineData(PassState.Printed, CheckOutcome.Ended)]
    public void The_end_of_the_epidemic_revives_no_card_that_was_stopped(PassState state, CheckOutcome outcome) =>
        Assert.Equal(outcome, Own(state, Day("2020-03-11"), Ended("2020-03-10")).Outcome);

    [Fact]
    public void A_card_of_ours_tells_its_number_its_last_day_and_its_office_and_asks_no_list()
    {
        var office = Office();

        var verdict = CheckVerdict.Of(Pass(PassState.HandedOver), office, Today, byNumberOnly: true);

        Assert.Equal(new(CheckOutcome.Valid, Number(), Day("2020-03-19"), office.OfficialName, ByNumberOnly: true, ListOf: null), verdict);
    }

    [Fact]
    public void Nothing_of_the_holder_is_in_a_verdict()
    {
        var pass = Pass(PassState.HandedOver);

        var said = Own(PassState.HandedOver, Today).ToString();

        Assert.DoesNotContain(pass.Holder.Name.Value, said, StringComparison.Ordinal);
        Assert.DoesNotContain(pass.Holder.Document.Number, said, StringComparison.Ordinal);
        Assert.DoesNotContain(pass.ResidenceAddress, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CheckOutcome.Valid, true)]
    [InlineData(CheckOutcome.ListTooOld, true)]
    [InlineData(CheckOutcome.NumberAlone, true)]
    [InlineData(CheckOutcome.Expired, false)]
    [InlineData(CheckOutcome.Revoked, false)]
    [InlineData(CheckOutcome.Void, false)]
    [InlineData(CheckOutcome.NotOurs, false)]
    [InlineData(CheckOutcome.NotHandedOver, false)]
    [InlineData(CheckOutcome.Ended, false)]
    public void Only_a_valid_card_and_one_whose_list_is_old_are_good(CheckOutcome outcome, bool good) =>
        Assert.Equal(good, (CheckVerdict.NotOurs with { Outcome = outcome }).IsGood);

    [Fact]
    public void What_nobody_knows_has_no_number_no_day_and_no_office() =>
        Assert.Equal((CheckOutcome.NotOurs, null, null, ""), (CheckVerdict.NotOurs.Outcome, CheckVerdict.NotOurs.Number, CheckVerdict.NotOurs.LastDay, CheckVerdict.NotOurs.Issuer));

    [Fact]
    public void A_card_of_another_office_whose_list_was_never_taken_in_is_genuine_and_no_more()
    {
        var verdict = Foreign(null);

        Assert.Equal(new(CheckOutcome.ListTooOld, Number(), Day("2020-03-19"), Batch.Key.Trusted.OfficeName, ByNumberOnly: false, ListOf: null), verdict);
    }

    [Theory]
    [InlineData(0, CheckOutcome.Valid)]
    [InlineData(24 * 60, CheckOutcome.Valid)]
    [InlineData((24 * 60) + 1, CheckOutcome.ListTooOld)]
    [InlineData(72 * 60, CheckOutcome.ListTooOld)]
    public void A_list_of_another_office_is_relied_on_for_24_hours(int minutes, CheckOutcome outcome) =>
        Assert.Equal(outcome, Foreign(new(Now.AddMinutes(-minutes), [])).Outcome);

    [Theory]
    [InlineData(StopKind.Revoked, 0, CheckOutcome.Revoked)]
    [InlineData(StopKind.Void, 0, CheckOutcome.Void)]
    [InlineData(StopKind.Revoked, 500, CheckOutcome.Revoked)]
    [InlineData(StopKind.Void, 500, CheckOutcome.Void)]
    public void A_number_on_the_list_is_stopped_however_old_the_list(StopKind kind, int hours, CheckOutcome outcome) =>
        Assert.Equal(outcome, Foreign(new(Now.AddHours(-hours), [new(Number().Value, kind)])).Outcome);

    [Fact]
    public void Another_number_on_the_list_stops_nobody() =>
        Assert.Equal(CheckOutcome.Valid, Foreign(new(Now, [new(Number(2).Value, StopKind.Revoked)])).Outcome);

    [Theory]
    [InlineData("2020-03-19", true, CheckOutcome.Valid)]
    [InlineData("2020-03-20", true, CheckOutcome.Expired)]
    [InlineData("2020-03-20", false, CheckOutcome.Expired)]
    public void A_card_of_another_office_runs_out_by_itself_with_a_list_or_without(string day, bool withList, CheckOutcome outcome)
    {
        var now = Now.AddDays(Day(day).DayNumber - Today.DayNumber);

        Assert.Equal(outcome, Foreign(withList ? new(now, []) : null, now).Outcome);
    }

    [Fact]
    public void The_day_of_the_list_is_told() =>
        Assert.Equal(Day("2020-03-04"), Foreign(new(Now.AddDays(-1), [])).ListOf);

    private static CheckVerdict Own(PassState state, DateOnly today, Office? office = null) => CheckVerdict.Of(Pass(state), office ?? Office(), today, byNumberOnly: false);

    private static CheckVerdict Foreign(StopList? list, DateTimeOffset? now = null)
    {
        var reading = new TrustList([Batch.Key.Trusted]).Read(Batch.Key.Sign(Pass(PassState.HandedOver)));
        return CheckVerdict.Of(reading.Token!, reading.Key!, list, now ?? Now, DateOnly.FromDateTime((now ?? Now).DateTime));
    }

    private static Office Ended(string on)
    {
        var office = Office();
        office.EndEpidemic(Day(on), Day(on));
        return office;
    }
}
