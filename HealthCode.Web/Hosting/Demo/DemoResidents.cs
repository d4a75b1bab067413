using System.Globalization;
using Bogus;
using Bogus.DataSets;
using HealthCode.Domain.People;
using Person = HealthCode.Domain.People.Person;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例居民 — generates plausible invented residents: zh_CN names, Hui and Uyghur names with ·, rare characters, children, the very old.
/// Deterministic for a seed.</summary>
public sealed class DemoResidents
{
    private const int Seed = 20200228;

    private static readonly string[] NamesWithDot = ["买买提·阿卜杜拉", "阿依古丽·吐尔逊", "古丽娜尔·艾合买提", "艾力·买买提明", "帕提古丽·玉素甫江", "阿卜杜热合曼·麦麦提吐尔逊"];
    private static readonly string[] HuiNames = ["马哈三", "马买燕", "哈登科", "纳福贵", "马者麻", "丁伊哈", "拜克勤", "马阿舍", "妥学仁", "海尔撒", "马如龙", "马主麻", "锁秀英", "虎生林"];
    private static readonly string[] RareNames = ["马䶮", "李𠮷祥", "王𬱖", "陈㛃", "刘𫖯", "张堃", "周喆", "吴翀", "郑珺璟", "赵𬭎"];

    private readonly Faker _faker;
    private readonly Name _names;
    private readonly DateOnly _today;

    /// <param name="today">Ages are relative to this day.</param>
    /// <param name="seed">A different seed generates different people.</param>
    public DemoResidents(DateOnly today, int seed)
    {
        _today = today;
        _faker = new Faker("zh_CN") { Random = new Randomizer(Seed + seed) };
        _names = new Name("zh_CN") { Random = new Randomizer(Seed + seed + 1) };
    }

    /// <summary>The special cases that show what the program can do; used first.</summary>
    public IEnumerable<Person> Special()
    {
        yield return Of("马老太", Sex.Female, new DateOnly(_today.Year - 98, 1, 12), "642123");
        yield return WithPaper("黑富贵", Sex.Male, new DateOnly(1941, 6, 3), IdentityDocumentKind.None, null, "身份证遗失多年，补办中");
        yield return WithPaper("陈嘉雯", Sex.Female, new DateOnly(1994, 8, 23), IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit, Number("810000", new DateOnly(1994, 8, 23), "002"), null);
        yield return WithPaper("MARIA CLARA SANTOS", Sex.Female, new DateOnly(1988, 3, 9), IdentityDocumentKind.Passport, "P7654321A", null);
        foreach (var name in NamesWithDot)
        {
            yield return Of(name, _faker.PickRandom<Sex>(), Born(20, 80), "650102");
        }

        foreach (var name in RareNames.Concat(HuiNames))
        {
            yield return Of(name, _faker.PickRandom<Sex>(), Born(18, 88), Area());
        }

        for (var i = 0; i < 24; i++)
        {
            var (name, sex) = Ordinary();
            var born = Born(1, 13);
            yield return WithPaper(name, sex, born, IdentityDocumentKind.HouseholdRegister, Number("640106", born, Sequence(sex)), null);
        }
    }

    /// <summary>An ordinary resident; mostly old, as in a real office.</summary>
    public Person Next()
    {
        var (name, sex) = Ordinary();
        return Of(name, sex, _faker.Random.Bool(0.6f) ? Born(60, 94) : Born(14, 60), Area());
    }

    /// <summary>A mobile number from an unassigned block, or null.</summary>
    public PhoneNumber? Phone() =>
        _faker.Random.Bool(0.55f) && PhoneNumber.TryParse(_faker.Random.ReplaceNumbers("1380000####"), out var phone, out _) ? phone : null;

    private (string Name, Sex Sex) Ordinary()
    {
        var sex = _faker.PickRandom<Sex>();
        var gender = sex == Sex.Male ? Name.Gender.Male : Name.Gender.Female;
        return (_names.LastName(gender) + _names.FirstName(gender), sex);
    }

    private string Area() => _faker.PickRandom("640104", "640106", "640106", "640106", "640111", "640121", "640122", "642221", "642127");

    private DateOnly Born(int youngest, int oldest) => _today.AddDays(-_faker.Random.Int((youngest * 366) + 1, oldest * 365));

    private string Sequence(Sex sex) => ((_faker.Random.Int(10, 480) * 2) + (sex == Sex.Male ? 1 : 0)).ToString("000", CultureInfo.InvariantCulture);

    private Person Of(string name, Sex sex, DateOnly born, string area) =>
        WithPaper(name, sex, born, IdentityDocumentKind.ResidentIdCard, Number(area, born, Sequence(sex)), null);

    private static string Number(string area, DateOnly born, string sequence)
    {
        var body = area + born.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + sequence;
        return body + CheckCharacter.Mod11Radix2(body);
    }

    private Person WithPaper(string name, Sex sex, DateOnly born, IdentityDocumentKind kind, string? number, string? reason) =>
        new(PersonName.Restore(name), sex, born, IdentityDocument.Read(kind, number, reason, false, _today).Document
            ?? throw new InvalidOperationException($"the demo number of {name} is wrong"));
}
