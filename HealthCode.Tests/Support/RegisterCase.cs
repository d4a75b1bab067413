using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>Lawful slips of the registers, so that a test changes one thing.</summary>
public static class RegisterCase
{
    public static DateOnly Today => LawfulCase.Today;

    public static StaffMember Clerk => LawfulCase.Clerk;

    public static DateTimeOffset Now => LawfulCase.Now;

    /// <summary>The province that keeps all registers.</summary>
    public static RulePack Pack => Hainan.Pack;

    public static Office Office(RulePack? pack = null) => VenueCase.Office(pack ?? Pack);

    /// <summary>The number of an invented person.</summary>
    public static string Number(int person) => Villager.At(person).Single(field => field.Field == "DocumentNumber").Value!;

    public static string Name(int person) => Villager.At(person).Single(field => field.Field == "Name").Value!;

    public static IdentityDocument Document(int person) => IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, Number(person), null, false);

    /// <summary>A valid number of somebody born on a day.</summary>
    public static IdentityDocument BornOn(DateOnly day)
    {
        var body = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"460102{day:yyyyMMdd}003");
        return IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, body + CheckCharacter.Mod11Radix2(body), null, false);
    }

    public static Returnee Returnee(int person = 0) => new()
    {
        Name = PersonName.Restore(Name(person)), Document = Document(person), FromOutside = true, From = "湖北武汉", ExpectedOn = Today, Address = "样例村 3 组",
    };

    public static WorkResumption Worker(int person = 0) => new() { Name = PersonName.Restore(Name(person)), Document = Document(person), Address = "样例村 3 组" };

    public static FeverClinicVisit Visit(int person = 0) => new()
    {
        Name = PersonName.Restore(Name(person)), Document = Document(person), Temperature = HealthCode.Domain.Declarations.BodyTemperature.Restore(38.2m), Exposure = false,
    };

    public static MedicinePurchase Purchase(int person = 0) => new() { Name = PersonName.Restore(Name(person)), Document = Document(person), Drugs = [new("止咳糖浆", 2)] };

    /// <summary>A slip of today; of a facility unless somebody returns.</summary>
    public static Slip SlipOf(RegisterContent content) => new(Today, null, content.Kind == RegisterKind.Returnees ? null : 1);

    public static RegisterEntry Keyed(RegisterContent content, int number = 1, RulePack? pack = null, Slip? slip = null, params RegisterEntry[] earlier) =>
        RegisterEntry.Key(Office(pack), number, slip ?? SlipOf(content), content, earlier, pack ?? Pack, Clerk, Now);

    /// <summary>What the rules say against a slip.</summary>
    public static IReadOnlyList<Rule> Against(RegisterContent content, RulePack? pack = null, Slip? slip = null) =>
        [.. RegisterRules.Validate(slip ?? SlipOf(content), content, pack ?? Pack, Today).Select(breach => breach.Rule)];

    /// <summary>A unit, hospital or pharmacy of the only office.</summary>
    public static Task<long> AddFacilityAsync(this OfficeServer server, RegisterKind kind, string name = "椰林药店") => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync();
        var facility = db.Facilities.Add(Facility.Register(office, kind, new(name, "城关镇", "", null), [], office.RulesOn(server.Today))).Entity;
        await db.SaveChangesAsync();
        return facility.Id;
    }));

    /// <summary>Somebody who is isolated at home since yesterday, in the card province; returns the key of the entry.</summary>
    public static Task<long> AddReturneeAsync(this OfficeServer server, string officeCode) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync(each => each.Code == officeCode);
        var since = server.Today.AddDays(-1);
        var entry = db.RegisterEntries.Add(RegisterEntry.Key(
            office, await db.NextEntryNumberAsync(office, RegisterKind.Returnees), new(server.Today, null, null), Returnee(77) with { FromOutside = null, ExpectedOn = null, ArrivedOn = since, IsolationFrom = since },
            [], office.RulesOn(server.Today), Clerk, server.Now)).Entity;
        await db.SaveChangesAsync();
        return entry.Id;
    }));

    /// <summary>Keys a slip in the first row of the grid; answers what the page says.</summary>
    public static async Task<OfficeBrowser> KeyAsync(this OfficeBrowser clerk, RegisterKind kind, long? facility, params (RegisterField Field, string Typed)[] cells)
    {
        await clerk.OpenAsync($"/Registers/{kind}/Grid");
        return await clerk.PostAsync($"/Registers/{kind}/Grid",
        [
            .. clerk.MainFields().Where(field => field.Key is not ("Input.FacilityId" or "Input.Day") && !field.Key.StartsWith("Input.Rows", StringComparison.Ordinal)),
            new("Input.FacilityId", $"{facility}"), new("Input.Day", cells.FirstOrDefault(cell => cell.Field == RegisterField.On).Typed ?? "3.5"),
            .. cells.Where(cell => cell.Field != RegisterField.On).Select(cell => KeyValuePair.Create($"Input.Rows[0].Cells[{cell.Field}]", cell.Typed)),
        ]);
    }

    /// <summary>Keys a slip about a person, and says what is wrong if it was not taken.</summary>
    public static async Task<long> KeyedAsync(this OfficeServer server, OfficeBrowser clerk, RegisterKind kind, long? facility, int person, params (RegisterField Field, string Typed)[] cells)
    {
        await clerk.KeyAsync(kind, facility, [(RegisterField.Name, Name(person)), (RegisterField.DocumentNumber, Number(person)), .. cells]);
        Assert.Empty(clerk.Errors);
        return await server.InDbAsync(db => db.RegisterEntries.MaxAsync(entry => entry.Id));
    }
}
