using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What a guard waits for after a scan, and after 放行: the signature verified and the card looked up, through HTTP; the tally on the disk.</summary>
internal sealed class GateChecks : IBenchmark
{
    private const int Guards = 50;
    private const int Cards = 1_000;
    private const double LimitMilliseconds = 30;
    private const string Address = "/Verification/Check";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan BetweenPeople = TimeSpan.FromSeconds(2);

    private int _recorded;

    public string Name => "gate";

    public string Purpose => "50 guards scanning genuine codes at once, each check through HTTP; then 放行";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var codes = await CodesAsync(server);
        List<(OfficeBrowser Browser, string Check, string Record)> guards = [];
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        for (var i = 0; i < Guards; i++)
        {
            var gate = await server.AddCheckpointAsync(office, $"{i + 1}号卡点");
            var browser = await server.SignedInGuardAsync($"guard{i}", at: gate.Id);
            await browser.OpenAsync(Address);
            var check = browser.MainFields().Where(field => field.Key != "Input.Code").Append(new("Input.Code", codes[i])).ToList();
            guards.Add((browser, Encoded(check), Encoded(check.Append(new("Input.FoundNormal", "true")))));
        }

        foreach (var (title, pause) in new[] { ("one person every 2 s each", BetweenPeople), ("without a pause", TimeSpan.Zero) })
        {
            await ReportAsync(output, "checks", title, pause, () => [.. guards.Select(guard => (guard.Browser, Address, guard.Check))], HttpStatusCode.OK);
            await ReportAsync(output, "放行", title, pause, () => [.. guards.Select(guard => (guard.Browser, Address + "?handler=Record", guard.Record))], HttpStatusCode.Found);
        }

        var counted = await server.InDbAsync(db => db.GateTallies.SumAsync(tally => tally.People));
        await output.WriteLineAsync($"{counted} people are in the tallies, as many as were let pass: {(counted == _recorded ? "yes" : $"no, {_recorded}")}");
    }

    private async Task ReportAsync(TextWriter output, string what, string title, TimeSpan pause, Func<List<(OfficeBrowser Browser, string Address, string Form)>> desks, HttpStatusCode expected)
    {
        await PostAsync(desks(), WarmUp, pause, expected);
        var watch = Stopwatch.StartNew();
        var answers = await PostAsync(desks(), Measured, pause, expected);
        var seconds = watch.Elapsed.TotalSeconds;
        var times = Percentiles.Of(answers);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Guards} guards, {title}: {answers.Count / seconds:F0} {what}/s, {times} (limit p95 {LimitMilliseconds:F0} ms: {(times.P95 <= LimitMilliseconds ? "kept" : "missed")})"));
    }

    private async Task<IReadOnlyCollection<TimeSpan>> PostAsync(List<(OfficeBrowser Browser, string Address, string Form)> guards, TimeSpan duration, TimeSpan pause, HttpStatusCode expected)
    {
        var times = new ConcurrentBag<TimeSpan>();
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(guards.Select(async (guard, i) =>
        {
            // People do not arrive at all gates in step.
            await Task.Delay(pause * i / guards.Count);
            while (Stopwatch.GetTimestamp() < end)
            {
                using var content = new StringContent(guard.Form, Encoding.UTF8, "application/x-www-form-urlencoded");
                var began = Stopwatch.GetTimestamp();
                using var answer = await guard.Browser.Http.PostAsync(guard.Address, content);
                var took = Stopwatch.GetElapsedTime(began);
                if (answer.StatusCode != expected || (expected == HttpStatusCode.OK && !(await answer.Content.ReadAsStringAsync()).Contains("verdict-good", StringComparison.Ordinal)))
                {
                    throw new InvalidOperationException($"{guard.Address} answered {answer.StatusCode} and not as it should");
                }

                times.Add(took);
                if (expected == HttpStatusCode.Found)
                {
                    Interlocked.Increment(ref _recorded);
                }

                await Task.Delay(pause);
            }
        }));
        return times;
    }

    /// <summary>Of all the cards every twentieth, handed over, as its code reads.</summary>
    private static async Task<List<string>> CodesAsync(OfficeServer server)
    {
        var ids = await server.IssueAsync(Cards);
        var chosen = ids.Where((_, i) => i % (Cards / Guards) == 0).ToList();
        await server.HandOverAsync(chosen);
        var codes = new List<string>();
        foreach (var id in chosen)
        {
            codes.Add(await server.CodeAsync(id));
        }

        return codes;
    }

    private static string Encoded(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
