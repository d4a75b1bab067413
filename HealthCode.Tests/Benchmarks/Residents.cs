using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Search;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>200,000 residents on one server: search in an office, a household's page, coverage of an office and of a township.</summary>
internal sealed class Residents : IBenchmark
{
    private const int Offices = 40;
    private const int PerOffice = 5_000;
    private const int TownshipOffices = 12;
    private const double SearchLimit = 20;
    private const double HouseholdLimit = 50;
    private const double OfficeLimit = 150;
    private const double TownshipLimit = 1_000;

    public string Name => "residents";

    public string Purpose => "search p95 and a household's page among 200,000 residents; coverage of an office of 5,000 and a township of 60,000";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var watch = Stopwatch.StartNew();
        await FillAsync(server);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Offices * PerOffice} residents laid out in {watch.Elapsed.TotalSeconds:F0} s"));
        // Written at one moment, the audit records would all be of the last minutes, among which a page looks for its own.
        server.Clock.Advance(TimeSpan.FromHours(2));
        var office = await server.InDbAsync(db => db.Offices.OrderBy(each => each.Code).FirstAsync());
        var random = new Random(7);
        var people = await server.InDbAsync(db => db.Residents.AsNoTracking().Where(resident => resident.OfficeCode == office.Code).ToListAsync());

        await ReportAsync(output, "search (name, two letters, last four digits, group, grid worker; a page and the count)", SearchLimit, percentiles => percentiles.P95, "p95", await TimesAsync(500, i =>
        {
            var person = people[random.Next(people.Count)];
            var text = (i % 6) switch
            {
                0 => person.Person.Name.Value,
                1 => person.Person.Name.Cut(1),
                2 => person.Initials,
                3 => person.Person.Document.Number[^4..],
                4 => person.VillageGroup,
                _ => person.GridWorker!.Name.Value,
            };
            return server.InDbAsync(async db => await (await db.FindResidentsAsync(office.Code, new ResidentFilter(text), server.Today)).CountAsync(), new UserOf(office.Code));
        }));
        var clerk = await server.SignedInUserAsync("luru", office.Code, HealthCode.Web.Security.Roles.Clerk);
        await ReportAsync(output, "household page through HTTP", HouseholdLimit, percentiles => percentiles.P95, "p95", await TimesAsync(300, async i =>
        {
            using var answer = await clerk.Http.GetAsync(new Uri($"/Residents/Household/{people[i * 17 % people.Count].Id}", UriKind.Relative));
            return answer.IsSuccessStatusCode ? 1 : 0;
        }));
        await ReportAsync(output, "coverage of an office of 5,000", OfficeLimit, percentiles => percentiles.P95, "p95", await TimesAsync(30, _ => server.InDbAsync(async db => (await db.CoverageAsync(office.Code, server.Today)).Count, new UserOf(office.Code))));
        var township = office.Code[..9];
        var count = await server.InDbAsync(async db => (await db.CoverageAsync(township, server.Today)).Count, new UserOf(township));
        await ReportAsync(output, $"coverage of a township of {count}", TownshipLimit, percentiles => percentiles.P50, "p50", await TimesAsync(10, _ => server.InDbAsync(async db => (await db.CoverageAsync(township, server.Today)).Count, new UserOf(township))));
    }

    private static async Task<List<TimeSpan>> TimesAsync(int times, Func<int, Task<int>> work)
    {
        List<TimeSpan> measured = [];
        for (var i = -3; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            if (await work(i + 3) == 0)
            {
                throw new InvalidOperationException($"number {i} found nothing");
            }

            if (i >= 0)
            {
                measured.Add(Stopwatch.GetElapsedTime(began));
            }
        }

        return measured;
    }

    private static Task ReportAsync(TextWriter output, string what, double limit, Func<Percentiles, double> figure, string name, List<TimeSpan> times)
    {
        var percentiles = Percentiles.Of(times);
        return output.WriteLineAsync($"{what}: {percentiles} (limit {name} {limit:F0} ms: {(figure(percentiles) <= limit ? "kept" : "missed")})");
    }

    /// <summary>Offices of one township first, then of others; one in four has a card, one in three a code.</summary>
    private static async Task FillAsync(OfficeServer server)
    {
        var first = await server.InDbAsync(db => db.Offices.SingleAsync());
        for (var place = 0; place < Offices; place++)
        {
            var township = place < TownshipOffices ? first.Code[..9] : $"{first.Code[..6]}{(int.Parse(first.Code[6..9], CultureInfo.InvariantCulture) + 1 + ((place - TownshipOffices) / TownshipOffices)).ToString("000", CultureInfo.InvariantCulture)}";
            var code = place == 0 ? first.Code : $"{township}{600 + place}";
            var office = place == 0 ? first : await server.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(db.Offices.Add(Office.Establish(
                DivisionCode.Parse(code), ["宁夏回族自治区", "银川市", "兴庆区", "样例街道", $"样例{place}村委会"], CommitteeKind.Village, LawfulCase.Pack)).Entity)));
            await server.InDbAsync(db => FillAsync(db, office, place, server.Today));
        }
    }

    private static Task FillAsync(OfficeDb db, Office office, int place, DateOnly today)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        return db.InOneTransactionAsync(async () =>
        {
            var residents = Enumerable.Range(place * PerOffice, PerOffice).Select(i =>
            {
                var resident = Resident.Enter(office, FollowedVillage.Line(i) with
                {
                    HouseholdNumber = $"{1 + (i % PerOffice / 4)}", RelationToHead = i % 4 == 0 ? RosterLine.Head : "", VillageGroup = $"{1 + (i % 12)}组", GridWorker = new(PersonName.Restore($"网格员{(char)('甲' + (i % 9))}"), null),
                }, today);
                if (i % 3 == 0)
                {
                    resident.NoteCode(CodeSource.Shown, today, "", today);
                }

                return resident;
            }).ToList();
            db.Residents.AddRange(residents);
            await db.SaveChangesAsync();
            await db.IndexResidentsAsync(office.Code, residents, areNew: true);
        });
    }
}
