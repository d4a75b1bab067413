using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What a clerk waits for after Alt+N: the whole form through HTTP, checked, numbered, indexed, audited and on the disk.</summary>
internal sealed class ClerkSaves : IBenchmark
{
    private const int Clerks = 32;
    private const double LimitMilliseconds = 50;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan BetweenForms = TimeSpan.FromSeconds(1);

    private int _form;

    public string Name => "clerk-saves";

    public string Purpose => "32 clerks keying at once, each save through HTTP; beside the durable commits of the same disk";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var own = OwnFields(0).Select(field => field.Key).ToHashSet();
        var clerks = new List<(OfficeBrowser Browser, string Form)>();
        for (var i = 0; i < Clerks; i++)
        {
            var browser = await server.SignedInUserAsync($"clerk{i}", office, Roles.Clerk);
            await browser.OpenAsync("/Declarations/Create");
            clerks.Add((browser, Encoded(browser.FieldsWith(PaperForm.Filled).Where(field => !own.Contains(field.Key)))));
        }

        foreach (var (title, pause) in new[] { ("one form a second each", BetweenForms), ("without a pause", TimeSpan.Zero) })
        {
            await KeyAsync(clerks, WarmUp, pause);
            var watch = Stopwatch.StartNew();
            var saves = await KeyAsync(clerks, Measured, pause);
            var times = Percentiles.Of(saves);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{Clerks} clerks, {title}: {saves.Count / watch.Elapsed.TotalSeconds:F0} saves/s, {times} (limit p99 {LimitMilliseconds:F0} ms: {(times.P99 <= LimitMilliseconds ? "kept" : "missed")})"));
        }

        var kept = await server.InDbAsync(db => db.Declarations.CountAsync());
        await output.WriteLineAsync($"{kept} forms are in the database, as many as were acknowledged: {(kept == _form ? "yes" : $"no, {_form}")}");
        await output.WriteAsync("raw: ");
        await new DurableCommits().RunAsync(output);
    }

    private async Task<IReadOnlyCollection<TimeSpan>> KeyAsync(List<(OfficeBrowser Browser, string Form)> clerks, TimeSpan duration, TimeSpan pause)
    {
        var times = new ConcurrentBag<TimeSpan>();
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(clerks.Select(async (clerk, i) =>
        {
            // People do not press their keys in step.
            await Task.Delay(pause * i / clerks.Count);
            while (Stopwatch.GetTimestamp() < end)
            {
                var form = Interlocked.Increment(ref _form);
                using var content = new StringContent($"{clerk.Form}&{Encoded(OwnFields(form))}", Encoding.UTF8, "application/x-www-form-urlencoded");
                var began = Stopwatch.GetTimestamp();
                using var answer = await clerk.Browser.Http.PostAsync("/Declarations/Create", content);
                times.Add(Stopwatch.GetElapsedTime(began));
                if (answer.StatusCode != HttpStatusCode.Found)
                {
                    var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
                    throw new InvalidOperationException($"a save answered {answer.StatusCode}: {page.QuerySelector(".summary")?.TextContent}");
                }

                await Task.Delay(pause);
            }
        }));
        return times;
    }

    /// <summary>The browser's part is encoded once: on a real day it is done on the clerks' own PCs, not on the server's.</summary>
    private static string Encoded(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>What differs from form to form: its key and the person.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OwnFields(int form)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"640104{new DateOnly(1940, 1, 1).AddDays(form % 20_000):yyyyMMdd}{form / 20_000 % 1000:000}");
        return [new("Input.FormKey", $"bench{form}"), new("Input.DocumentNumber", body + CheckCharacter.Mod11Radix2(body)), new("Input.BirthDate", "")];
    }
}
