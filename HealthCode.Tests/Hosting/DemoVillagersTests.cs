using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting.Demo;

namespace HealthCode.Tests.Hosting;

/// <summary>The invented people could live in a village of Ningxia: names, sex, ages and households go together.</summary>
public sealed class DemoVillagersTests
{
    private static readonly DateOnly Today = LawfulCase.Today;
    private static readonly IReadOnlyList<DemoMember> Village = new DemoVillagers(new(Today, 0)).Of(300, withSpecial: true);
    private static readonly List<List<DemoMember>> Houses = [.. Village.GroupBy(member => member.House).Select(house => house.ToList())];

    [Fact]
    public void The_same_seed_gives_the_same_people_and_another_gives_others()
    {
        Assert.Equal(Village, new DemoVillagers(new(Today, 0)).Of(300, withSpecial: true));
        Assert.Empty(Village.Select(member => member.Person.Document.Number).Where(number => number.Length > 0).Intersect(new DemoVillagers(new(Today, 30)).Of(60, withSpecial: false).Select(member => member.Person.Document.Number)));
    }

    [Fact]
    public void There_are_as_many_as_were_asked_for_and_no_number_twice()
    {
        Assert.Equal(300, Village.Count);
        Assert.Distinct(Village.Select(member => member.Person.Document.Number).Where(number => number.Length > 0));
    }

    [Fact]
    public void The_number_says_the_same_sex_and_birth_date_as_the_person()
    {
        foreach (var person in Village.Select(member => member.Person).Where(person => person.Document.Number.Length == 18 && person.Document.Kind is IdentityDocumentKind.ResidentIdCard or IdentityDocumentKind.HouseholdRegister))
        {
            Assert.Equal(person.BirthDate.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), person.Document.Number[6..14]);
            Assert.Equal(person.Sex == Sex.Male, (person.Document.Number[16] - '0') % 2 == 1);
        }
    }

    [Fact]
    public void A_household_has_one_head_and_couples_are_of_similar_age()
    {
        Assert.All(Houses, house => Assert.Single(house, member => member.Relation == RosterLine.Head));
        var couples = Houses.SelectMany(house => new[] { (RosterLine.Head, "妻"), ("子", "儿媳") }
            .Select(pair => (Husband: house.Find(member => member.Relation == pair.Item1), Wife: house.Find(member => member.Relation == pair.Item2)))).Where(pair => pair is { Husband: not null, Wife: not null }).ToList();
        Assert.InRange(couples.Count, 40, 150);
        Assert.All(couples, pair =>
        {
            Assert.Equal((Sex.Male, Sex.Female), (pair.Husband!.Person.Sex, pair.Wife!.Person.Sex));
            Assert.InRange(Math.Abs(Age(pair.Husband) - Age(pair.Wife)), 0, 7);
        });
    }

    [Fact]
    public void Children_bear_the_fathers_surname_are_a_generation_younger_and_have_a_parent_for_guardian()
    {
        var children = Village.Where(member => Age(member) < 18 && !member.LivesAlone).ToList();
        Assert.InRange(children.Count, 20, 120);
        foreach (var child in children)
        {
            var house = Houses.Single(each => each[0].House == child.House);
            var father = house.Find(member => member.Relation == (child.Relation.StartsWith('孙') ? "子" : RosterLine.Head))!;
            Assert.Equal(father.Person.Name.Value[0], child.Person.Name.Value[0]);
            Assert.InRange(Age(father) - Age(child), 18, 45);
            Assert.Equal(child.Person.NeedsGuardianOn(Today), child.Guardian is not null);
            if (child.Guardian is { } guardian)
            {
                var parent = house.Find(member => member.Person.Name.Value == guardian.Name.Value)!;
                Assert.Equal(guardian.Relation == "父亲" ? Sex.Male : Sex.Female, parent.Person.Sex);
                Assert.InRange(Age(parent) - Age(child), 18, 45);
            }
        }
    }

    [Fact]
    public void Grandparents_are_a_generation_older_than_their_sons_and_mothers_than_theirs()
    {
        foreach (var house in Houses)
        {
            foreach (var son in house.Where(member => member.Relation == "子" && Age(member) >= 18))
            {
                Assert.InRange(Age(house[0]) - Age(son), 20, 40);
            }

            foreach (var mother in house.Where(member => member.Relation == "母亲"))
            {
                Assert.InRange(Age(mother) - Age(house[0]), 19, 40);
            }
        }
    }

    [Fact]
    public void The_old_without_a_telephone_of_their_own_are_reached_on_one_of_the_house_or_of_a_neighbour()
    {
        var shared = Village.Where(member => member is { Phone: not null, PhoneOwner: PhoneOwner.Family }).ToList();
        Assert.NotEmpty(shared);
        Assert.All(shared, member => Assert.Contains(Village, other => other.House == member.House && other.PhoneOwner == PhoneOwner.Self && other.Phone?.Value == member.Phone!.Value));
        Assert.All(Village.Where(member => member.PhoneOwner == PhoneOwner.Neighbour), member => Assert.True(member.LivesAlone));
    }

    [Fact]
    public void Nobody_is_called_as_only_the_other_sex_or_another_time_is()
    {
        var ordinary = Village.Select(member => member.Person).Where(person => !person.Name.Value.Contains('·', StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(ordinary, person => person.Sex == Sex.Male && (person.Name.Value.EndsWith('英') || person.Name.Value.EndsWith('梅') || person.Name.Value.EndsWith('芳')));
        Assert.DoesNotContain(ordinary, person => person.Sex == Sex.Female && (person.Name.Value.EndsWith('军') || person.Name.Value.EndsWith('刚') || person.Name.Value.EndsWith('贵')));
        Assert.DoesNotContain(ordinary, person => person.BirthDate.Year < 1990 && person.Name.Value[1..] is "子轩" or "梓涵" or "欣怡");
    }

    private static int Age(DemoMember member) => member.Person.AgeOn(Today);
}
