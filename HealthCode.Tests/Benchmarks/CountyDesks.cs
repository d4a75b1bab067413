using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>The people of a county at their PCs: signed in, with the form or the page open that each works with.</summary>
internal sealed class CountyDesks : IDisposable
{
    private const int SignInsAtOnce = 4;
    private const string CheckPage = "/Verification/Check";
    private const string CreatePage = "/Declarations/Create";

    private readonly CountyPlan _plan;
    private readonly RealProgram _program;
    private readonly string _run = Guid.NewGuid().ToString("n")[..8];
    private readonly Clerk[] _clerks;
    private readonly Guard[] _guards;
    private OfficeBrowser? _official;
    private int _saved;

    private CountyDesks(CountyPlan plan, RealProgram program, int clerks, int guards) =>
        (_plan, _program, _clerks, _guards) = (plan, program, new Clerk[clerks], new Guard[guards]);

    /// <summary>Saves that were acknowledged.</summary>
    public int Saved => _saved;

    /// <summary>Signs everybody in.</summary>
    /// <param name="plan">The county.</param>
    /// <param name="program">Its server.</param>
    /// <param name="clerks">How many clerks.</param>
    /// <param name="codes">Of each guard the code that he scans.</param>
    public static async Task<CountyDesks> OpenAsync(CountyPlan plan, RealProgram program, int clerks, IReadOnlyList<string> codes)
    {
        var desks = new CountyDesks(plan, program, clerks, codes.Count);
        var own = OwnFields("", 0).Select(field => field.Key).ToHashSet();
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var options = new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, clerks), options, async (i, _) =>
        {
            var browser = await desks.SignInAsync(CountyFill.ClerkOf(i), OfficeServer.Password);
            await browser.OpenAsync(CreatePage);
            var form = browser.FieldsWith(PaperForm.Filled, ("SignedOn", Typed(today)), ("TravelOn", Typed(today.AddDays(1)))).Where(field => !own.Contains(field.Key));
            desks._clerks[i] = new(browser, i % plan.Offices, Encoded(form));
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, codes.Count), options, async (i, _) =>
        {
            var browser = await desks.SignInAsync(CountyFill.GuardOf(i), OfficeServer.Pin);
            await browser.OpenAsync(CheckPage);
            desks._guards[i] = new(browser, Encoded(browser.MainFields().Where(field => field.Key != "Input.Code").Append(new("Input.Code", codes[i]))));
        });
        desks._official = await desks.SignInAsync(CountyFill.Official, OfficeServer.Password);
        return desks;
    }

    /// <summary>The codes of cards that are valid, of the offices in turn.</summary>
    public static async Task<IReadOnlyList<string>> CodesAsync(OfficeServer server, CountyPlan plan, int count)
    {
        List<string> codes = [];
        for (var i = 0; i < count; i++)
        {
            codes.Add(await server.CodeAsync(await PassOfAsync(server, plan, i % plan.Offices, i / plan.Offices)));
        }

        return codes;
    }

    /// <summary>A text that a clerk of an office looks for, and which finds something.</summary>
    public static string TextFor(CountyPlan plan, Random chance, int office)
    {
        var form = (chance.Next(plan.FormsOfOffice) * plan.Offices) + office;
        var person = CountyPeople.At(plan.PersonOf(form));
        return chance.Next(8) switch
        {
            0 => person.Name.Value,
            1 => person.Name.Cut(1),
            2 => PinyinInitials.Of(person.Name.Value)[0],
            3 => PinyinInitials.Of(person.Name.Value)[0][..1],
            4 => person.Document.Number[^4..],
            5 => person.Document.Number,
            6 => person.Name.Value[1..],
            _ => DeclarationNumber.Of(plan.DayOf(form), plan.NumberOf(form)).Value,
        };
    }

    /// <summary>What is to be seen before anything is measured: a card is printed at the desk, and its code is good at the gate.</summary>
    public async Task ProveAsync(OfficeServer server)
    {
        using var card = await _clerks[0].Browser.Http.GetAsync($"/Printing/Card/{await PassOfAsync(server, _plan, _clerks[0].Office, 0)}");
        if (card.Content.Headers.ContentType?.MediaType != "application/pdf")
        {
            throw new InvalidOperationException($"the desk prints no card: {card.StatusCode} {card.Headers.Location}");
        }

        await CheckAsync(0);
    }

    /// <summary>The i-th form, by one clerk after another.</summary>
    public async Task SaveAsync(int i)
    {
        var clerk = _clerks[i % _clerks.Length];
        using var content = new StringContent($"{clerk.Form}&{Encoded(OwnFields(_run, i))}", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await clerk.Browser.Http.PostAsync(CreatePage, content);
        if (answer.StatusCode != HttpStatusCode.Found)
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            throw new InvalidOperationException($"a save answered {answer.StatusCode}: {page.QuerySelector(".summary")?.TextContent}");
        }

        Interlocked.Increment(ref _saved);
    }

    /// <summary>The i-th search, by one clerk after another.</summary>
    public async Task SearchAsync(int i)
    {
        // 37 has no divisor with any number of clerks here, and who searches is rarely who saves at the same moment.
        var clerk = _clerks[i * 37 % _clerks.Length];
        using var answer = await clerk.Browser.Http.GetAsync("/Declarations?q=" + Uri.EscapeDataString(TextFor(_plan, new Random(i), clerk.Office)));
        if (!answer.IsSuccessStatusCode || !(await answer.Content.ReadAsStringAsync()).Contains("class=\"list\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"a search answered {answer.StatusCode} or found nobody");
        }
    }

    /// <summary>The i-th scan, at one gate after another.</summary>
    public async Task CheckAsync(int i)
    {
        var guard = _guards[i % _guards.Length];
        using var content = new StringContent(guard.Form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await guard.Browser.Http.PostAsync(CheckPage, content);
        if (answer.StatusCode != HttpStatusCode.OK || !(await answer.Content.ReadAsStringAsync()).Contains("verdict-good", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"a check answered {answer.StatusCode} and not 有效");
        }
    }

    /// <summary>乡镇汇总 of the first township over all days, as .xlsx.</summary>
    public async Task SumAsync(int i)
    {
        using var answer = await _official!.Http.GetAsync(string.Create(
            CultureInfo.InvariantCulture, $"/Reports?handler=File&report=township&firstDay={_plan.FirstDay:yyyyMMdd}&lastDay={_plan.Today.AddDays(-1):yyyyMMdd}"));
        if (answer.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) != true || (await answer.Content.ReadAsByteArrayAsync()).Length == 0)
        {
            throw new InvalidOperationException($"a sum answered {answer.StatusCode}");
        }
    }

    /// <summary>As many saves as go: this many clerks, each without a pause.</summary>
    /// <returns>Saves of a second, and what each waited.</returns>
    public async Task<(double PerSecond, Percentiles Times, double ProcessorMilliseconds)> SaturateAsync(int from, int atOnce, TimeSpan warmUp, TimeSpan measured)
    {
        var form = from - 1;
        var times = new ConcurrentBag<TimeSpan>();
        var begin = Stopwatch.GetTimestamp();
        var processor = 0d;
        var counting = false;
        var watch = Task.Delay(warmUp).ContinueWith(
            _ =>
            {
                processor = _program.ProcessorSeconds;
                counting = true;
            },
            TaskScheduler.Default);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(begin) < warmUp + measured)
            {
                var counts = Volatile.Read(ref counting);
                var began = Stopwatch.GetTimestamp();
                await SaveAsync(Interlocked.Increment(ref form));
                if (counts)
                {
                    times.Add(Stopwatch.GetElapsedTime(began));
                }
            }
        }));
        await watch;
        return (times.Count / measured.TotalSeconds, Percentiles.Of(times), 1_000 * (_program.ProcessorSeconds - processor) / times.Count);
    }

    public void Dispose()
    {
        foreach (var browser in _clerks.Select(clerk => clerk.Browser).Concat(_guards.Select(guard => guard.Browser)).Append(_official!))
        {
            browser.Http.Dispose();
        }
    }

    /// <summary>A card of an office that was handed over lately.</summary>
    private static Task<long> PassOfAsync(OfficeServer server, CountyPlan plan, int office, int back)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"county{plan.Newest(office, back)}");
        return server.InDbAsync(db => db.Declarations.Where(form => form.FormKey == key).SelectMany(form => db.Passes.Where(pass => pass.DeclarationId == form.Id)).Select(pass => pass.Id).SingleAsync());
    }

    private async Task<OfficeBrowser> SignInAsync(string user, string password)
    {
        var browser = new OfficeBrowser(_program.AtAnotherPc());
        await browser.OpenAsync("/Account/Login");
        await browser.SendAsync(("登录名", user), ("密码", password));
        return browser.Errors.Count == 0 ? browser : throw new InvalidOperationException($"{user} cannot sign in: {string.Join(' ', browser.Errors)}");
    }

    /// <summary>The browser's part is encoded once: on a real day it is done on the clerks' own PCs, not on the server's.</summary>
    private static string Encoded(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>What differs from form to form: its key and the person.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OwnFields(string run, int form) =>
    [
        new("Input.FormKey", string.Create(CultureInfo.InvariantCulture, $"bench{run}{form}")),
        new("Input.DocumentNumber", CountyPeople.Number(CountyPeople.OtherArea, new DateOnly(1940, 1, 1).AddDays(form % 20_000), 10 + (2 * (form / 20_000 % 490)))),
        new("Input.BirthDate", ""),
    ];

    private static string Typed(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private sealed record Clerk(OfficeBrowser Browser, int Office, string Form);

    private sealed record Guard(OfficeBrowser Browser, string Form);
}
