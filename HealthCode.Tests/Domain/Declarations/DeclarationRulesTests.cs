using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class DeclarationRulesTests
{
    [Theory]
    [InlineData("2006-03-06", true)]
    [InlineData("2006-03-05", false)]
    [InlineData("2006-03-04", false)]
    [InlineData("2020-03-05", true)]
    public void A_guardian_is_mandatory_under_14_and_not_on_the_fourteenth_birthday(string born, bool mandatory)
    {
        var content = Form with { Person = BornOn(Day(born)), Stays = [] };

        Assert.Equal(mandatory ? [DeclarationRules.GuardianUnderFourteen] : [], Validate(content));
        Assert.Empty(Validate(content with { Guardian = Father }));
    }

    [Fact]
    public void A_child_is_not_handed_in_without_its_guardian() =>
        Assert.Equal([DeclarationRules.GuardianUnderFourteen], Forbids(() => Submitted(Form with { Person = BornOn(new(2012, 1, 1)) })));

    [Theory]
    [InlineData("2006-03-06", true)]
    [InlineData("2006-03-05", false)]
    public void A_child_is_not_its_own_guardian(string born, bool isChild)
    {
        var person = BornOn(Day(born));

        Assert.Equal(isChild ? [DeclarationRules.GuardianIsAnother] : [], Validate(Form with { Person = person, Stays = [], Guardian = Father with { Name = person.Name } }));
    }

    [Theory]
    [InlineData("2020-03-06", false)]
    [InlineData("1899-12-31", false)]
    [InlineData("1900-01-01", true)]
    public void A_birth_lies_between_1900_and_today(string born, bool possible)
    {
        var found = Validate(Form with { Person = BornOn(Day(born)), Stays = [] });

        Assert.Equal(possible ? [] : [Day(born) > Today ? DeclarationRules.BornBeforeToday : DeclarationRules.BornInLivingMemory], found);
    }

    [Theory]
    [InlineData("2019-01-01", null)]
    [InlineData("2020-03-05", "2020-03-05")]
    [InlineData("2020-03-01", "2020-03-05")]
    [InlineData("1948-02-29", null)]
    public void A_stay_may_begin_at_birth_and_end_today(string first, string? last) => Assert.Empty(ValidateStay(first, last));

    [Fact]
    public void A_stay_before_birth_in_the_future_or_backwards_is_asked_about()
    {
        Assert.Equal([DeclarationRules.StayAfterBirth], ValidateStay("1948-02-28", null));
        Assert.Equal([DeclarationRules.StayNotAhead], ValidateStay("2020-03-06", null));
        Assert.Equal([DeclarationRules.StayNotAhead], ValidateStay("2020-03-01", "2020-03-06"));
        Assert.Equal([DeclarationRules.StayInOrder], ValidateStay("2020-03-02", "2020-03-01"));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Nobody_signs_tomorrow(int ahead, bool possible) =>
        Assert.Equal(possible ? [] : [DeclarationRules.SignedByToday], Validate(Form with { SignedOn = Today.AddDays(ahead) }));

    [Fact]
    public void Everything_wrong_is_told_at_once_beside_its_field()
    {
        var content = Form with
        {
            Person = BornOn(new(2012, 1, 1)),
            Stays = [new("甲", new(2020, 1, 1), null), new("乙", new(2011, 1, 1), new(2010, 1, 1))],
            SignedOn = Today.AddDays(1),
        };

        Assert.Equal<Field?>(
            [DeclarationField.GuardianName, new(DeclarationField.StayFirstDay, 2), new(DeclarationField.StayLastDay, 2), DeclarationField.SignedOn],
            DeclarationRules.Validate(content, Today).Select(breach => breach.Field));
    }

    [Fact]
    public void A_paper_with_blanks_is_handed_in_all_the_same_for_blanks_are_returned_and_not_turned_away() =>
        Assert.Equal(DeclarationState.AwaitingReview, Submitted(new() { Person = Applicant }).State);

    private static IEnumerable<Rule> ValidateStay(string first, string? last) =>
        Validate(Form with { Stays = [new("样例村", Day(first), last is null ? null : Day(last))] });

    private static IEnumerable<Rule> Validate(DeclarationContent content) =>
        DeclarationRules.Validate(content, Today).Select(breach => breach.Rule);
}
