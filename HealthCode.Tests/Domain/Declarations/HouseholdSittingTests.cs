using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

/// <summary>一户一次办: what the forms of one sitting must not say of each other.</summary>
public sealed class HouseholdSittingTests
{
    [Fact]
    public void Four_generations_sit_down_together() => Assert.Empty(Broken([.. Enumerable.Range(0, 6).Select(place => FormOf(place))]));

    [Fact]
    public void Somebody_declares() => Assert.Equal([(0, SittingRules.SomebodyDeclares)], Broken([]));

    [Fact]
    public void Who_stands_twice_is_told_at_the_second_form() =>
        Assert.Equal([(2, SittingRules.OneFormEach)], Broken([FormOf(0), FormOf(1), FormOf(0)]));

    [Theory]
    [InlineData("2002-03-06", true)]
    [InlineData("2002-03-05", false)]
    public void A_guardian_who_is_declared_along_is_18(string born, bool isBroken)
    {
        var sister = FormOf(4) with { Person = FormOf(4).Person with { Name = PersonName.Restore("马大兰"), BirthDate = Day(born) } };
        var child = FormOf(5) with { Guardian = Guardian("马大兰") };

        Assert.Equal(isBroken ? [(1, SittingRules.GuardianIsGrown)] : [], Broken([sister, child]));
    }

    [Fact]
    public void A_guardian_who_does_not_sit_along_is_taken_at_his_word() => Assert.Empty(Broken([FormOf(5) with { Guardian = Guardian("马秀兰") }]));

    [Fact]
    public void A_grown_up_of_the_same_name_will_do()
    {
        var aunt = FormOf(3) with { Person = FormOf(3).Person with { Name = FormOf(4).Person.Name } };

        Assert.Empty(Broken([aunt, FormOf(4), FormOf(5) with { Guardian = Guardian("马小兰") }]));
    }

    [Fact]
    public void As_many_as_a_page_holds_and_one_more_is_told_to_sit_twice()
    {
        DeclarationContent Villager(int i) => Form with { Person = BornOn(new DateOnly(1950, 1, 1).AddDays(i)) with { Document = IdentityDocument.Restore(IdentityDocumentKind.Passport, $"E{i:00000000}", null, false) } };

        Assert.Empty(Broken([.. Enumerable.Range(0, HouseholdSitting.MostPeople).Select(Villager)]));
        Assert.Equal([(0, SittingRules.AreNotTooMany)], Broken([.. Enumerable.Range(0, HouseholdSitting.MostPeople + 1).Select(Villager)]));
    }

    [Fact]
    public void A_key_of_a_sitting_is_no_key_of_a_form_or_of_a_printed_form()
    {
        Assert.True(HouseholdSitting.IsKey(HouseholdSitting.KeyOf(Guid.NewGuid().ToString("N"))));
        Assert.DoesNotContain(new[] { Guid.NewGuid().ToString("N"), "B640104001201000001X", "", "H", "H" + new string('0', 40) }, HouseholdSitting.IsKey);
    }

    [Fact]
    public void The_forms_of_a_sitting_carry_its_key()
    {
        var together = Declaration.Submit(Office(), DeclarationNumber.Of(Today, 1), "form-1", Form, Clerk, Now, Today, "H1");

        Assert.Equal(("H1", (string?)null), (together.SittingKey, Submitted().SittingKey));
    }

    private static DeclarationContent FormOf(int place) => Form with
    {
        Person = FourGenerations.At(place),
        Guardian = FourGenerations.At(place).NeedsGuardianOn(Today) ? Guardian("马志强") : null,
    };

    private static Attendant Guardian(string name) => new(PersonName.Restore(name), AttendantRole.Guardian, "亲属", null);

    private static IEnumerable<(int, Rule)> Broken(IReadOnlyList<DeclarationContent> people) =>
        HouseholdSitting.Validate(people, Today).Select(each => (each.Place, each.Breach.Rule));
}
