using HealthCode.Domain.People;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例各户 — the people of an invented village, household by household: old couples, old people alone, three generations under one roof, parents with
/// children. A couple is of similar age, parents are older than their children by a generation, children bear the father's surname, a child's guardian is a parent of it.</summary>
public sealed class DemoVillagers(DemoResidents people)
{
    /// <summary>Days before today on which the demo begins, and some more.</summary>
    private const int DaysBack = 30;

    private const int Adult = 18;
    private const int Old = 60;

    private int _houses;

    /// <summary>The people of a village, members of a household one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="withSpecial">With the special cases that show what the program can do, spread over the list.</param>
    public IReadOnlyList<DemoMember> Of(int count, bool withSpecial)
    {
        List<DemoMember> special = withSpecial ? [.. people.Special().Select(person => Reached([new(person, _houses++) { LivesAlone = true }])[0])] : [];
        List<(DemoMember Member, int Place)> all = [.. special.Select((member, i) => (member, i * count / special.Count))];
        while (all.Count < count)
        {
            var place = all.Count;
            all.AddRange(Reached(Household()).Take(count - all.Count).Select(member => (member, place)));
        }

        return [.. all.OrderBy(each => each.Place).Select(each => each.Member)];
    }

    private List<DemoMember> Household()
    {
        var (house, hui) = (_houses++, people.Random.Bool(0.6f));
        return people.Random.Int(0, 99) switch
        {
            < 38 => OldCouple(house, hui),
            < 56 => [new(people.Born(hui, people.Random.Bool(0.6f) ? Sex.Female : Sex.Male, people.Random.Int(66, 94)), house) { LivesAlone = true }],
            < 80 => ThreeGenerations(house, hui),
            _ => Family(house, hui),
        };
    }

    private List<DemoMember> OldCouple(int house, bool hui)
    {
        var age = people.Random.Int(Old + 2, 86);
        return Couple(house, hui, age, people.Random.Int(age - 5, age + 2));
    }

    private List<DemoMember> ThreeGenerations(int house, bool hui)
    {
        var age = people.Random.Int(57, 72);
        var members = Couple(house, hui, age, people.Random.Int(age - 4, age + 1));
        var head = members[0].Person;
        if (people.Random.Bool(0.25f))
        {
            members.Add(new(people.Born(hui, Sex.Female, age + people.Random.Int(19, 26)), house, "母亲"));
        }

        // Both parents were grown up.
        var mother = members[1].Person;
        var sonAge = Math.Min(head.AgeOn(people.Today), mother.AgeOn(people.Today)) - people.Random.Int(21, 27);
        var son = people.Born(hui, Sex.Male, sonAge, head);
        var wife = people.Born(hui, Sex.Female, Math.Max(21, people.Random.Int(sonAge - 4, sonAge + 1)));
        members.AddRange([new(son, house, "子"), new(wife, house, "儿媳")]);
        members.AddRange(Children(house, hui, son, wife, "孙子", "孙女"));
        return members;
    }

    private List<DemoMember> Family(int house, bool hui)
    {
        var age = people.Random.Int(28, 47);
        var members = Couple(house, hui, age, people.Random.Int(age - 4, age + 1));
        members.AddRange(Children(house, hui, members[0].Person, members[1].Person, "子", "女"));
        return members;
    }

    private List<DemoMember> Couple(int house, bool hui, int his, int hers) =>
        [new(people.Born(hui, Sex.Male, his), house), new(people.Born(hui, Sex.Female, hers), house, "妻")];

    private List<DemoMember> Children(int house, bool hui, Person father, Person mother, string son, string daughter)
    {
        List<DemoMember> children = [];
        var age = mother.AgeOn(people.Today) - people.Random.Int(20, 25);
        for (var wanted = people.Random.Int(1, 2); wanted > 0 && age >= 1; wanted--, age -= people.Random.Int(2, 5))
        {
            // Grown-up children have left for work.
            if (age >= Adult)
            {
                continue;
            }

            var sex = people.Random.Bool() ? Sex.Male : Sex.Female;
            var child = people.Born(hui, sex, age, father);
            var (guardian, relation) = people.Random.Bool(0.7f) ? (mother, "母亲") : (father, "父亲");
            children.Add(new(child, house, sex == Sex.Male ? son : daughter)
            {
                // Who turned 14 lately may have been declared before.
                Guardian = child.NeedsGuardianOn(people.Today.AddDays(-DaysBack)) ? new(guardian.Name, AttendantRole.Guardian, relation, null) : null,
            });
        }

        return children;
    }

    /// <summary>Who of a household is reached on which telephone: the old often on one of the young, or of a neighbour.</summary>
    private List<DemoMember> Reached(List<DemoMember> members)
    {
        var own = members.Select(member => member.Person.AgeOn(people.Today)).Select(age => age < Adult ? null : people.Phone(age < Old ? 0.85f : 0.45f)).ToList();
        var shared = members.Zip(own).FirstOrDefault(each => each.Second is not null && each.First.Person.AgeOn(people.Today) < Old).Second ?? own.Find(each => each is not null);
        return [.. members.Zip(own, (member, phone) => phone is not null ? member with { Phone = phone, PhoneOwner = PhoneOwner.Self } : WithoutOwn(member, shared))];
    }

    private DemoMember WithoutOwn(DemoMember member, PhoneNumber? shared) =>
        member.Person.NeedsGuardianOn(people.Today) ? member
        : shared is not null ? member with { Phone = shared, PhoneOwner = PhoneOwner.Family }
        : member.LivesAlone && people.Phone(0.4f) is { } next ? member with { Phone = next, PhoneOwner = PhoneOwner.Neighbour }
        : member;
}
