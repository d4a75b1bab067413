using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;
using HealthCode.Web.Hosting.Demo;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What a clerk waits for after typing a name, at ten years of a large township.</summary>
internal sealed class SearchLatency : IBenchmark
{
    private const int Declarations = 200_000;
    private const int Batch = 2_000;
    private const int Searches = 600;
    private const double LimitMilliseconds = 20;

    public string Name => "search";

    public string Purpose => "查询 over 200,000 declarations: by name, pinyin initials, last four, full number, declaration number";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var watch = Stopwatch.StartNew();
        var people = await FillAsync(server);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Declarations} declarations laid out in {watch.Elapsed.TotalSeconds:F0} s"));
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var browser = await server.SignedInUserAsync("chaxun", office, Roles.Clerk);

        await ReportAsync(output, "query", await MeasureAsync(people, text => server.InDbAsync(async db => (await db.FindDeclarationsAsync(text)).Count)));
        await ReportAsync(output, "whole page through HTTP", await MeasureAsync(people, async text =>
        {
            using var answer = await browser.Http.GetAsync("/Declarations?q=" + Uri.EscapeDataString(text));
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadAsStringAsync()).Contains("class=\"list\"", StringComparison.Ordinal) ? 1 : 0;
        }));
    }

    private static async Task<List<TimeSpan>> MeasureAsync(List<Person> people, Func<string, Task<int>> search)
    {
        var chance = new Random(63);
        var times = new List<TimeSpan>();
        for (var i = -50; i < Searches; i++)
        {
            var person = people[chance.Next(people.Count)];
            var text = (i & 7) switch
            {
                0 => person.Name.Value,
                1 => person.Name.Cut(1),
                2 => PinyinInitials.Of(person.Name.Value)[0],
                3 => PinyinInitials.Of(person.Name.Value)[0][..1],
                4 => person.Document.Number[^4..],
                5 => person.Document.Number,
                6 => person.Name.Value[1..],
                _ => DeclarationNumber.Of(new DateOnly(2020, 3, 5), 1 + chance.Next(9_000)).Value,
            };
            var began = Stopwatch.GetTimestamp();
            var found = await search(text);
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began));
            }

            if (found == 0)
            {
                throw new InvalidOperationException($"'{text}' found nobody");
            }
        }

        return times;
    }

    private static Task ReportAsync(TextWriter output, string what, List<TimeSpan> times)
    {
        var percentiles = Percentiles.Of(times);
        return output.WriteLineAsync($"{what}: {percentiles} (limit p95 {LimitMilliseconds:F0} ms: {(percentiles.P95 <= LimitMilliseconds ? "kept" : "missed")})");
    }

    private static async Task<List<Person>> FillAsync(OfficeServer server)
    {
        var today = new DateOnly(2020, 3, 5);
        var at = new DateTimeOffset(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8));
        var clerk = new StaffMember("luru", "录入员");
        var residents = new DemoResidents(today, 0);
        List<Person> people = [];
        for (var done = 0; done < Declarations; done += Batch)
        {
            await server.InDbAsync(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var office = await db.Offices.SingleAsync();
                await db.InOneTransactionAsync(async () =>
                {
                    var batch = Enumerable.Range(done, Batch).Select(i =>
                    {
                        var person = residents.Next();
                        people.Add(person);
                        var content = new DeclarationContent
                        {
                            Person = person,
                            Stays = [new($"{office.FullAddress}{i % 97}号", today.AddDays(-100), null)],
                            DomicileAddress = office.FullAddress,
                            Signature = SignatureKind.Handwritten,
                            SignedOn = today,
                        };
                        return Declaration.Submit(office, DeclarationNumber.Of(today.AddDays(i / 9_000), 1 + (i % 9_000)), $"fill{i}", content, clerk, at.AddSeconds(i), today);
                    }).ToList();
                    db.Declarations.AddRange(batch);
                    await db.SaveChangesAsync();
                    foreach (var declaration in batch)
                    {
                        await db.IndexDeclarationAsync(declaration);
                    }
                });
            });
        }

        // Of ten years' forms one in a hundred still waits.
        await server.InDbAsync(db => db.Database.ExecuteSqlInterpolatedAsync($"UPDATE Declarations SET State = {DeclarationState.Approved} WHERE Id % 100 <> 0"));
        return people;
    }
}
