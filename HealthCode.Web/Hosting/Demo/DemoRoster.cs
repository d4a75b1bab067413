using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例名册 — addresses and contact people of the demo residents: nine groups, two grid workers, one school.</summary>
internal static class DemoRoster
{
    private const int Groups = 9;
    private const int Houses = 97;
    private const string School = "样例小学";
    private const string Grades = "一二三四五六";

    // Numbers from an unassigned block.
    private static readonly GridWorker[] Workers =
    [
        new(PersonName.Restore("马晓燕"), PhoneNumber.Restore("13800000001")),
        new(PersonName.Restore("杨建军"), PhoneNumber.Restore("13800000002")),
    ];

    /// <summary>Address of a household.</summary>
    public static string Address(Office office, int house) => $"{office.FullAddress}{Group(house)}{Door(house)}号";

    /// <summary>Roster entry of a resident, from his first declaration.</summary>
    public static Resident Entry(Office office, DemoMember member, DeclarationContent form, int i, DateOnly today)
    {
        var house = member.House;
        var (person, age, schoolClass) = (form.Person, form.Person.AgeOn(today), Class(form.Person, i, today));
        return Resident.Enter(
            office,
            new()
            {
                Person = person,
                Phone = form.Phone,
                Address = Address(office, house),
                HouseholdNumber = string.Create(CultureInfo.InvariantCulture, $"{1 + (house % Groups)}-{Door(house):00}"),
                RelationToHead = member.Relation,
                VillageGroup = Group(house),
                GridWorker = Workers[house % Groups / 5],
                School = schoolClass.Length > 0 ? School : "",
                SchoolClass = schoolClass,
                Guardian = form.Guardian,
                CareNeeds = age >= 70 && member.LivesAlone ? CareNeeds.LivesAlone : i % 23 == 5 ? CareNeeds.Disabled : age >= 85 && i % 3 == 1 ? CareNeeds.Bedridden : null,
                HasSmartphone = age is < 14 or >= 60 ? false : i % 3 == 0 ? null : true,
            },
            today);
    }

    /// <summary>School and class as written on a declaration; empty if the person does not go to school.</summary>
    public static string SchoolClass(Person person, int i, DateOnly today) => Class(person, i, today) is { Length: > 0 } schoolClass ? School + schoolClass : "";

    private static string Class(Person person, int i, DateOnly today) =>
        person.AgeOn(today) is >= 6 and < 12 and var age ? $"{Grades[age - 6]}年级{1 + (i % 2)}班" : "";

    private static string Group(int house) => string.Create(CultureInfo.InvariantCulture, $"{1 + (house % Groups)}组");

    private static int Door(int house) => 1 + ((house * 13) % Houses);
}
