using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.HealthStatuses;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>The morning list, a person's page and the grid, in a village of 3,000 with 60 days of check-ins, alone and in the table of a county.</summary>
internal sealed class CheckIns : IBenchmark
{
    private const int People = 3_000;
    private const int Days = 60;
    private const int Counting = 150;
    private const int Observed = 60;
    private const int Kept = 2_000;
    private const int OtherVillages = 5;
    private const double ListLimit = 100;
    private const double PageLimit = 60;
    private const double RowLimit = 50;

    public string Name => "check-ins";

    public string Purpose => "今天要问的 in a village of 3,000 with 60 days of check-ins, a person's page, a row of the grid; the list in a table of 1,000,000";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var watch = Stopwatch.StartNew();
        var residents = await FillAsync(server);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{People * Days} check-ins laid out in {watch.Elapsed.TotalSeconds:F0} s"));
        // Written at one moment, the audit records of 60 days would all be of the last minutes, among which a page looks for its own.
        server.Clock.Advance(TimeSpan.FromHours(2));
        var clerk = await server.ClerkAsync();

        await ReportAsync(output, "due list, alone", await ListAsync(server), ListLimit, percentiles => percentiles.P95, "p95");
        await ReportAsync(output, "person page through HTTP", await TimesAsync(300, i => GetAsync(clerk, $"/HealthStatuses/Details/{residents[i * 7 % People]}")), PageLimit, percentiles => percentiles.P95, "p95");
        await ReportAsync(output, "grid row through HTTP", await RowsAsync(clerk, residents), RowLimit, percentiles => percentiles.P99, "p99");

        watch.Restart();
        await server.InDbAsync(FillCountyAsync);
        var all = await server.InDbAsync(db => db.CheckIns.CountAsync());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{all} check-ins of a county laid out in {watch.Elapsed.TotalSeconds:F0} s"));
        await ReportAsync(output, "due list of one office of the county", await ListAsync(server), ListLimit, percentiles => percentiles.P95, "p95");
    }

    private static Task<List<TimeSpan>> ListAsync(OfficeServer server) => TimesAsync(100, async _ =>
        await server.InDbAsync(async db => (await db.DueRowsAsync(await db.Offices.SingleAsync(), server.Today)).Count));

    private static async Task<List<TimeSpan>> RowsAsync(OfficeBrowser clerk, List<long> residents)
    {
        await clerk.OpenAsync("/HealthStatuses/Grid");
        var token = clerk.MainFields().First(field => field.Key == WebForm.Token).Value;
        return await TimesAsync(300, async i =>
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [WebForm.Token] = token, ["Input.Channel"] = nameof(CheckInChannel.Door), ["Input.Rows[0].ResidentId"] = $"{residents[i + 1_000]}",
                ["Input.Rows[0].Temperature"] = "365", ["Input.Rows[0].FoundNormal"] = "1",
            });
            using var answer = await clerk.Http.PostAsync("/HealthStatuses/Grid?handler=Row", content);
            return (await answer.Content.ReadAsStringAsync()) == """{"sentences":[]}""" ? 1 : 0;
        });
    }

    private static async Task<int> GetAsync(OfficeBrowser clerk, string address)
    {
        using var answer = await clerk.Http.GetAsync(address);
        return answer.IsSuccessStatusCode ? 1 : 0;
    }

    private static async Task<List<TimeSpan>> TimesAsync(int times, Func<int, Task<int>> work)
    {
        List<TimeSpan> measured = [];
        for (var i = -10; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            if (await work(i + 10) == 0)
            {
                throw new InvalidOperationException($"number {i} did nothing");
            }

            if (i >= 0)
            {
                measured.Add(Stopwatch.GetElapsedTime(began));
            }
        }

        return measured;
    }

    private static Task ReportAsync(TextWriter output, string what, List<TimeSpan> times, double limit, Func<Percentiles, double> figure, string name)
    {
        var percentiles = Percentiles.Of(times);
        return output.WriteLineAsync($"{what}: {percentiles} (limit {name} {limit:F0} ms: {(figure(percentiles) <= limit ? "kept" : "missed")})");
    }

    private static async Task<List<long>> FillAsync(OfficeServer server)
    {
        var residents = await server.AddResidentsAsync(People);
        var content = new CheckInContent { Temperature = LawfulCase.Measured("36.5").Temperature, FoundNormal = true };
        const int Batch = 100;
        for (var done = 0; done < People; done += Batch)
        {
            await server.InDbAsync(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var office = await db.Offices.SingleAsync();
                var pack = office.RulesOn(server.Today);
                var batch = await db.Residents.Where(resident => residents.Skip(done).Take(Batch).Contains(resident.Id)).ToListAsync();
                await db.InOneTransactionAsync(() =>
                {
                    foreach (var (i, resident) in batch.Index())
                    {
                        var status = db.HealthStatuses.Add(HealthStatus.Of(resident)).Entity;
                        if (done + i < Kept)
                        {
                            status.KeepUp(resident, "本人", server.Today.AddDays(-Days));
                        }

                        if (done + i >= People - Counting)
                        {
                            status.Note(new NotedGround(HealthGround.CloseContact, server.Today.AddDays(-9), null, "县疾控中心", LawfulCase.Clerk, server.Now), pack, server.Today);
                        }

                        if (done + i >= People - Observed)
                        {
                            db.Observations.Add(Observation.Start(resident, ObservationPlace.Home, server.Today.AddDays(-9), new() { Ground = HealthGround.CloseContact }, [], pack, LawfulCase.Clerk, server.Now));
                        }

                        for (var day = Days; day >= (done + i < Kept && (done + i) % 20 == 0 ? 3 : 1); day--)
                        {
                            db.CheckIns.Add(DailyCheckIn.Enter(resident, status, null, server.Today.AddDays(-day), CheckInChannel.Phone, content, null, [], pack, LawfulCase.Clerk, server.Now.AddDays(-day)));
                        }
                    }

                    return Task.CompletedTask;
                });
            });
        }

        return residents;
    }

    /// <summary>The village's check-ins once more for other villages: what is encrypted is bound to its column, not to its row.</summary>
    private static async Task FillCountyAsync(Web.Data.OfficeDb db)
    {
        for (var village = 1; village <= OtherVillages; village++)
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "DailyCheckIns" ("OfficeCode", "ResidentId", "Day", "Channel", "Content", "At", "By", "Late", "Version", "Earlier", "FoundAbnormal")
                SELECT substr("OfficeCode", 1, 9) || {200 + village}, "ResidentId" + {village * 1_000_000}, "Day", "Channel", "Content", "At", "By", "Late", "Version", "Earlier", "FoundAbnormal"
                FROM "DailyCheckIns" WHERE "ResidentId" < 1000000
                """);
        }
    }
}
