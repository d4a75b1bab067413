using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例的一户 — four generations in the roster who have just been declared in one sitting and wait for the review; and a household that has not come yet.</summary>
internal static class DemoHousehold
{
    private static readonly (string Name, Sex Sex, int Age, string Relation)[] Together =
        [("虎志刚", Sex.Male, 63, RosterLine.Head), ("穆桂香", Sex.Female, 89, "母亲"), ("虎明", Sex.Male, 36, "子"), ("虎雨桐", Sex.Female, 8, "孙女")];

    private static readonly (string Name, Sex Sex, int Age, string Relation)[] NotYet =
        [("纳振华", Sex.Male, 66, RosterLine.Head), ("马秀兰", Sex.Female, 91, "母亲"), ("纳强", Sex.Male, 40, "子"), ("白玉芳", Sex.Female, 38, "儿媳"), ("纳浩宇", Sex.Male, 10, "孙子")];

    /// <summary>Fills an office; call inside a transaction.</summary>
    public static async Task FillAsync(OfficeDb db, Office office, OfficeClock clock, StaffMember clerk)
    {
        AddToRoster(db, office, NotYet, "9-98", clock.Today);
        AddToRoster(db, office, Together, "9-99", clock.Today);
        var key = HouseholdSitting.KeyOf(Guid.NewGuid().ToString("N"));
        foreach (var (place, one) in Together.Index())
        {
            var person = Of(one, place, clock.Today);
            var content = new DeclarationContent
            {
                Person = person,
                Phone = PhoneNumber.Restore("13800000099"),
                PhoneOwner = PhoneOwner.Family,
                Stays = [new(Address(office, "9-99"), clock.Today.AddDays(-400), null)],
                DomicileAddress = Address(office, "9-99"),
                Travel = new() { Scope = TravelScope.WithinProvince, Province = office.Province, City = "吴忠市", County = "利通区", House = "亲戚家", On = clock.Today.AddDays(2), By = Transport.OwnCar },
                Answers = new() { Diagnosed = false, CloseContact = false, HadSymptoms = false, LeftNingxia = false, MetHighRisk = false, MetFeverish = false, WillReport = true, WillKeepAway = true },
                Signature = place == 1 ? SignatureKind.Thumbprint : SignatureKind.Handwritten,
                SignedOn = clock.Today,
                Guardian = person.NeedsGuardianOn(clock.Today) ? new(PersonName.Restore("虎明"), AttendantRole.Guardian, "父亲", null) : null,
                ReadAloud = place == 1,
            };
            var declaration = Declaration.Submit(
                office, await db.NextDeclarationNumberAsync(office, clock.Today), Guid.NewGuid().ToString("N"), content, clerk, clock.Now.AddMinutes(-1), clock.Today, key);
            db.Declarations.Add(declaration);
            await db.SaveChangesAsync();
            await db.IndexDeclarationAsync(declaration);
        }
    }

    private static void AddToRoster(OfficeDb db, Office office, (string Name, Sex Sex, int Age, string Relation)[] people, string household, DateOnly today)
    {
        foreach (var (place, one) in people.Index())
        {
            db.Residents.Add(Resident.Enter(
                office, new() { Person = Of(one, place, today), Address = Address(office, household), HouseholdNumber = household, RelationToHead = one.Relation, VillageGroup = "9组" }, today));
        }
    }

    private static Person Of((string Name, Sex Sex, int Age, string Relation) one, int place, DateOnly today)
    {
        var born = new DateOnly(today.Year - one.Age, 1, 10 + place);
        var body = string.Create(CultureInfo.InvariantCulture, $"640106{born:yyyyMMdd}{980 + (2 * place) + (one.Sex == Sex.Male ? 1 : 0):000}");
        return new(PersonName.Restore(one.Name), one.Sex, born, IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, body + CheckCharacter.Mod11Radix2(body), null, false));
    }

    private static string Address(Office office, string household) => $"{office.FullAddress}9组{household[2..]}号";
}
