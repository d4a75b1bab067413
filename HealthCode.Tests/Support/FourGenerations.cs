using System.Globalization;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>四世同堂: a household of the roster, from the great-grandmother to the infant, and the forms with which it sits down together.</summary>
public static class FourGenerations
{
    public const string HouseholdNumber = "3-12";

    /// <summary>Name, sex, birth and relation, in the order of the page: the head first, then by age.</summary>
    private static readonly (string Name, Sex Sex, DateOnly Born, string Relation)[] People =
    [
        ("马建国", Sex.Male, new(1955, 4, 2), RosterLine.Head),
        ("穆桂花", Sex.Female, new(1931, 10, 8), "母亲"),
        ("马志强", Sex.Male, new(1980, 6, 15), "子"),
        ("杨秀英", Sex.Female, new(1982, 1, 20), "儿媳"),
        ("马小兰", Sex.Female, new(2010, 3, 6), "孙女"),
        ("马小军", Sex.Male, new(2019, 12, 1), "孙子"),
    ];

    /// <summary>The places of great-grandmother, granddaughter and infant.</summary>
    public const int GreatGrandmother = 1, Granddaughter = 4, Infant = 5;

    /// <summary>What the household shares, typed on 2020-03-05.</summary>
    public static IReadOnlyDictionary<string, string> Shared { get; } = new Dictionary<string, string>
    {
        ["Shared.Stays[0].Address"] = "样例社区3组12号",
        ["Shared.Stays[0].FirstDay"] = "20190101",
        ["Shared.DomicileAddress"] = "样例社区3组12号",
        ["Shared.Phone"] = "13800000012",
        ["Shared.TravelScope"] = "WithinProvince",
        ["Shared.Province"] = "宁夏回族自治区",
        ["Shared.City"] = "吴忠市",
        ["Shared.TravelOn"] = "20200306",
        ["Shared.Transport"] = "OwnCar",
        ["Shared.SignedOn"] = "20200305",
        ["Shared.GuardianName"] = "马志强",
        ["Shared.GuardianRelation"] = "父亲",
    };

    /// <summary>Adds the household to the roster of the only office; returns the keys in the order of the page.</summary>
    public static Task<List<long>> AddFourGenerationsAsync(this OfficeServer server) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync();
        var residents = People.Select((_, place) => db.Residents.Add(Resident.Enter(office, Line(place), server.Today)).Entity).ToList();
        await db.SaveChangesAsync();
        await db.IndexResidentsAsync(office.Code, residents, areNew: true);
        return residents.ConvertAll(resident => resident.Id);
    }));

    /// <summary>The person at a place.</summary>
    public static Person At(int place)
    {
        var (name, sex, born, _) = People[place];
        var body = string.Create(CultureInfo.InvariantCulture, $"640104{born:yyyyMMdd}{20 + (2 * place) + (sex == Sex.Male ? 1 : 0):000}");
        return new(PersonName.Restore(name), sex, born, IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, body + CheckCharacter.Mod11Radix2(body), null, false));
    }

    /// <summary>What one person answers himself; the infant has lived there since its birth.</summary>
    public static Dictionary<string, string> Answers(int place, bool isInfant = false)
    {
        var own = new Dictionary<string, string>
        {
            ["SameDomicile"] = "true", ["Form.Diagnosed"] = "False", ["Form.CloseContact"] = "False", ["Form.HadSymptoms"] = "False", ["Form.LeftNingxia"] = "False",
            ["Form.MetHighRisk"] = "False", ["Form.MetFeverish"] = "False", ["Form.WillReport"] = "True", ["Form.WillKeepAway"] = "True", ["Form.Signature"] = "Thumbprint",
        };
        if (isInfant)
        {
            (own["Form.Stays[0].Address"], own["Form.Stays[0].FirstDay"]) = ("样例社区3组12号", "20191201");
        }

        return own.ToDictionary(field => $"People[{place}].{field.Key}", field => field.Value);
    }

    /// <summary>Opens the forms of those ticked.</summary>
    public static Task<OfficeBrowser> TickAsync(this OfficeBrowser clerk, params IReadOnlyList<long> who) =>
        clerk.OpenAsync($"/Declarations/Household/{who[0]}?begin=true&{string.Join('&', who.Select(id => $"who={id}"))}");

    /// <summary>Fills in and saves the forms on the page, with these changes (null leaves a field blank).</summary>
    /// <param name="clerk">With the forms before him.</param>
    /// <param name="infant">The place of the infant, or -1.</param>
    /// <param name="count">How many forms there are.</param>
    /// <param name="changes">Below Input.</param>
    public static Task<OfficeBrowser> SitAsync(this OfficeBrowser clerk, int count, int infant = -1, params (string Field, string? Value)[] changes) =>
        clerk.PostAsync(clerk.Address.Split('?')[0], clerk.SittingFields(count, infant, changes));

    /// <summary>The fields that <see cref="SitAsync"/> posts.</summary>
    public static List<KeyValuePair<string, string>> SittingFields(this OfficeBrowser clerk, int count, int infant = -1, params (string Field, string? Value)[] changes)
    {
        var all = new Dictionary<string, string>(Shared);
        foreach (var (field, value) in Enumerable.Range(0, count).SelectMany(place => Answers(place, place == infant)))
        {
            all[field] = value;
        }

        return clerk.FieldsWith(all, changes);
    }

    /// <summary>The whole household declared in one sitting; returns the keys of the declarations.</summary>
    public static async Task<List<long>> SatDownAsync(this OfficeBrowser clerk, OfficeServer server)
    {
        var people = await server.AddFourGenerationsAsync();
        await clerk.TickAsync(people);
        await clerk.SitAsync(people.Count, Infant);
        Assert.Empty(clerk.Errors);
        return await server.InDbAsync(db => db.Declarations.Where(each => each.SittingKey != null).OrderBy(each => each.Id).Select(each => each.Id).ToListAsync());
    }

    private static RosterLine Line(int place) => new()
    {
        Person = At(place),
        Address = "样例社区3组12号",
        HouseholdNumber = HouseholdNumber,
        RelationToHead = People[place].Relation,
        VillageGroup = "3组",
    };
}
