using System.Globalization;
using Bogus;
using HealthCode.Domain.People;
using Person = HealthCode.Domain.People.Person;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例居民 — generates believable invented residents: names as usual for sex and year of birth, Hui and Uyghur names with ·, rare characters, the very
/// old. Deterministic for a seed.</summary>
public sealed class DemoResidents
{
    private const int Seed = 20200228;
    private const int FirstCardAge = 14;

    private static readonly (string Name, Sex Sex)[] NamesWithDot =
    [
        ("买买提·阿卜杜拉", Sex.Male), ("阿依古丽·吐尔逊", Sex.Female), ("古丽娜尔·艾合买提", Sex.Female), ("艾力·买买提明", Sex.Male), ("帕提古丽·玉素甫江", Sex.Female),
        ("阿卜杜热合曼·麦麦提吐尔逊", Sex.Male),
    ];

    private static readonly (string Name, Sex Sex)[] HuiNames =
    [
        ("马哈三", Sex.Male), ("马买燕", Sex.Female), ("哈登科", Sex.Male), ("纳福贵", Sex.Male), ("马者麻", Sex.Male), ("丁伊哈", Sex.Male), ("拜克勤", Sex.Male), ("马阿舍", Sex.Female),
        ("妥学仁", Sex.Male), ("海尔撒", Sex.Male), ("马如龙", Sex.Male), ("马主麻", Sex.Male), ("锁秀英", Sex.Female), ("虎生林", Sex.Male),
    ];

    private static readonly (string Name, Sex Sex)[] RareNames =
    [
        ("马䶮", Sex.Male), ("李𠮷祥", Sex.Male), ("王𬱖", Sex.Male), ("陈㛃", Sex.Female), ("刘𫖯", Sex.Male), ("张堃", Sex.Male), ("周喆", Sex.Male), ("吴翀", Sex.Male),
        ("郑珺璟", Sex.Female), ("赵𬭎", Sex.Male),
    ];

    private readonly HashSet<string> _numbers = [];

    /// <param name="today">Ages are relative to this day.</param>
    /// <param name="seed">A different seed generates different people.</param>
    public DemoResidents(DateOnly today, int seed) => (Today, Random) = (today, new(Seed + seed));

    /// <summary>Ages are relative to this day.</summary>
    public DateOnly Today { get; }

    internal Randomizer Random { get; }

    /// <summary>The special cases that show what the program can do.</summary>
    public IEnumerable<Person> Special()
    {
        yield return Of("马王氏", Sex.Female, new DateOnly(Today.Year - 98, 1, 12), "642123");
        yield return WithPaper("黑富贵", Sex.Male, new DateOnly(1941, 6, 3), IdentityDocumentKind.None, null, "身份证遗失多年，补办中");
        yield return WithPaper("陈嘉雯", Sex.Female, new DateOnly(1994, 8, 23), IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit, Number("810000", new DateOnly(1994, 8, 23), "002"), null);
        yield return WithPaper("MARIA CLARA SANTOS", Sex.Female, new DateOnly(1988, 3, 9), IdentityDocumentKind.Passport, "P7654321A", null);
        foreach (var (name, sex) in NamesWithDot)
        {
            yield return Of(name, sex, BornAt(Random.Int(22, 58)), "650102");
        }

        // A rare character is a fashion of the young.
        foreach (var (name, sex) in RareNames)
        {
            yield return Of(name, sex, BornAt(Random.Int(22, 44)), Area());
        }

        foreach (var (name, sex) in HuiNames)
        {
            yield return Of(name, sex, BornAt(Random.Int(56, 88)), Area());
        }
    }

    /// <summary>An ordinary resident without a household; mostly old, as in a real office.</summary>
    public Person Next() => Born(Random.Bool(0.5f), Random.Bool() ? Sex.Male : Sex.Female, Random.Bool(0.6f) ? Random.Int(60, 93) : Random.Int(14, 59));

    /// <summary>A person of this age with a usual name; children have no card of their own yet.</summary>
    /// <param name="hui">Of a Hui family.</param>
    /// <param name="sex">性别.</param>
    /// <param name="age">Age today.</param>
    /// <param name="father">Whose surname he bears; null for any.</param>
    internal Person Born(bool hui, Sex sex, int age, Person? father = null)
    {
        var born = BornAt(age);
        var name = (father?.Name.Value[..1] ?? DemoNames.Surname(Random, hui)) + DemoNames.GivenName(Random, hui, sex, born.Year);
        return age < FirstCardAge
            ? WithPaper(name, sex, born, IdentityDocumentKind.HouseholdRegister, NewNumber("640106", born, sex), null)
            : Of(name, sex, born, Area());
    }

    /// <summary>A mobile number from an unassigned block, or null.</summary>
    /// <param name="chance">How probable it is that there is one.</param>
    internal PhoneNumber? Phone(float chance) =>
        Random.Bool(chance) && PhoneNumber.TryParse(Random.ReplaceNumbers("1380000####"), out var phone, out _) ? phone : null;

    private string Area() => Random.ArrayElement(["640104", "640106", "640106", "640106", "640111", "640121", "640122", "642221", "642127"]);

    /// <summary>A birth date of somebody who is so old today.</summary>
    private DateOnly BornAt(int age) => Today.AddYears(-age).AddDays(-Random.Int(1, 360));

    private Person Of(string name, Sex sex, DateOnly born, string area) =>
        WithPaper(name, sex, born, IdentityDocumentKind.ResidentIdCard, NewNumber(area, born, sex), null);

    /// <summary>A number that nobody has yet.</summary>
    private string NewNumber(string area, DateOnly born, Sex sex)
    {
        string number;
        do
        {
            number = Number(area, born, ((Random.Int(10, 480) * 2) + (sex == Sex.Male ? 1 : 0)).ToString("000", CultureInfo.InvariantCulture));
        }
        while (!_numbers.Add(number));
        return number;
    }

    private static string Number(string area, DateOnly born, string sequence)
    {
        var body = area + born.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + sequence;
        return body + CheckCharacter.Mod11Radix2(body);
    }

    private Person WithPaper(string name, Sex sex, DateOnly born, IdentityDocumentKind kind, string? number, string? reason) =>
        new(PersonName.Restore(name), sex, born, IdentityDocument.Read(kind, number, reason, false, Today).Document
            ?? throw new InvalidOperationException($"the demo number of {name} is wrong"));
}
