using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting.Demo;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Hosting;

/// <summary>演示的一天 — everybody in the invented office opens every page he has and does his work; afterwards no log, no temporary file and no file's name tells who the residents are.</summary>
public sealed partial class DemoDayTests : IDisposable
{
    private const string Incoming = "640104193503150013";

    /// <summary>Of pages whose addresses differ in figures only.</summary>
    private static readonly int MostOfAKind = LongRun.Pick(1, 2);

    /// <summary>Of queries of one page: more than there are reports; lists sort and turn their tables in thousands of combinations.</summary>
    private static readonly int MostQueries = LongRun.Pick(50, 500);

    private readonly string _folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;
    private readonly string _systemTemporary = Directory.CreateTempSubdirectory("healthcode-test-").FullName;
    private readonly HtmlParser _parser = new();
    private readonly Dictionary<string, HashSet<string>> _queries = [];
    private int _opened;

    // The runtime's own pipes for debuggers would lie there, too, and never end for who reads them.
    private Dictionary<string, string> Surroundings => new() { ["TMPDIR"] = _systemTemporary, ["DOTNET_EnableDiagnostics"] = "0" };

    public void Dispose()
    {
        Directory.Delete(_systemTemporary, true);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, true);
        }
    }

    [SqliteFact]
    public async Task After_a_day_of_the_demo_no_log_no_temporary_file_and_no_name_of_a_file_tells_of_a_resident()
    {
        using (var program = await RealProgram.StartAsync(_folder, Surroundings, "--demo"))
        {
            await DayAsync(program);
            Assert.True(_opened > 1000, $"only {_opened} pages were opened");
            // Pulled out while a roster is on its way in: what a program that ends well would tidy up is still there.
            await program.KillAsync();
        }

        // Before the next start sweeps.
        var traces = Traces();
        var residents = await ResidentsAsync();
        Assert.True(residents.Count > 700, $"{residents.Count}");
        Assert.Contains(Incoming, residents);
        Assert.Empty(Found(traces, residents));
        // The same look does find what may stand there.
        Assert.NotEmpty(Found(traces, ["healthcode.db"]));
    }

    private async Task DayAsync(RealProgram program)
    {
        var today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var clerk = await SignInAsync(program, "luru");
        await WalkAsync(clerk);
        foreach (var asked in new[] { "马", "德山", "mds", Incoming, "0013", "13800001234" })
        {
            await clerk.OpenAsync($"/Declarations?q={Uri.EscapeDataString(asked)}");
        }

        await clerk.OpenAsync($"/Declarations/Details/1/nowhere/{Incoming}?q={Uri.EscapeDataString("马知春")}");
        await clerk.OpenAsync("/Declarations/Create");
        (string, string?)[] form = [("Name", "马知春"), ("DocumentNumber", Incoming), ("BirthDate", null), ("Sex", null), ("Phone", "13800001234"), ("TravelOn", today), ("SignedOn", today)];
        await clerk.PostAsync("/Declarations/Create?handler=Draft", clerk.FieldsWith(PaperForm.Filled, form));
        await clerk.OpenAsync("/Declarations/Create?then=details");
        await clerk.PostAsync("/Declarations/Create?then=details", clerk.FieldsWith(PaperForm.Filled, [.. form, ("Temperature", "火")]));
        Assert.Empty(clerk.Errors);
        var declaration = clerk.Address.Split('/', '?')[^1];
        await clerk.OpenAsync($"/Declarations/Unveil/{declaration}");
        await clerk.SendAsync(("原因", "核对证件号码"));
        await clerk.OpenAsync("/WhoSaw");
        await clerk.SendAsync(("证件号码", Incoming));
        await HandInRosterAsync(clerk, 20);

        var reviewer = await SignInAsync(program, "shenhe");
        await WalkAsync(reviewer);
        await reviewer.OpenAsync("/Reports");
        var ledger = reviewer.Page.QuerySelectorAll("a").First(link => link.TextContent == "完整的").GetAttribute("href")!;
        await reviewer.OpenAsync(ledger);
        await reviewer.SendAsync(("导出原因", "镇防疫办核查"));
        foreach (var user in new[] { "yiren", "gaizhang", "guanli", "anquan", "shenji", "shequ", "xiangzhen" })
        {
            await WalkAsync(await SignInAsync(program, user));
        }

        var both = await SignInAsync(program, "yiren");
        await both.OpenAsync("/Printing");
        await both.PressAsync("排版，准备打印");
        var guard = await SignInAsync(program, "zhishou", DemoSetUp.Pin);
        await WalkAsync(guard);
        await guard.OpenAsync("/Verification/Check");
        await guard.SendAsync(("扫卡背面的二维码，或输入卡号", Incoming));
        // Some megabytes that are still arriving when the plug is pulled.
        clerk = await SignInAsync(program, "luru");
        await clerk.OpenAsync("/Imports");
        _ = HandInHalfAsync(clerk);
        await Task.Delay(TimeSpan.FromSeconds(1));
    }

    /// <summary>Opens what the pages lead to, a few of each kind and queries that nobody opened before, and downloads what can be downloaded.</summary>
    private async Task WalkAsync(OfficeBrowser desk)
    {
        Queue<string> ahead = new(["/"]);
        Dictionary<string, int> seen = [];
        while (ahead.TryDequeue(out var address))
        {
            using var answer = await desk.Http.GetAsync(address);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
            _opened++;
            if (answer.Headers.Location is { } onward)
            {
                Lead(onward.IsAbsoluteUri ? onward.PathAndQuery : onward.OriginalString);
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                await answer.Content.CopyToAsync(Stream.Null);
                continue;
            }

            foreach (var link in _parser.ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("a[href^='/'], iframe[src^='/']"))
            {
                Lead(link.GetAttribute("href") ?? link.GetAttribute("src")!);
            }
        }

        void Lead(string address)
        {
            var kind = Figures().Replace(address.Split('#')[0], "0");
            if (!kind.StartsWith("/Account/Log", StringComparison.Ordinal) && (seen[kind] = seen.GetValueOrDefault(kind) + 1) <= MostOfAKind && IsNewQuery(address))
            {
                ahead.Enqueue(address);
            }
        }
    }

    /// <summary>True for a page without a query; a query is opened by the first who is led to it.</summary>
    private bool IsNewQuery(string address)
    {
        if (!address.Contains('?', StringComparison.Ordinal))
        {
            return true;
        }

        var page = Figures().Replace(address.Split('?')[0], "0");
        var asked = _queries.TryGetValue(page, out var before) ? before : _queries[page] = [];
        return asked.Count < MostQueries && asked.Add(address);
    }

    private static async Task<OfficeBrowser> SignInAsync(RealProgram program, string user, string password = DemoSetUp.Password)
    {
        var browser = new OfficeBrowser(program.AtAnotherPc());
        await browser.OpenAsync("/Account/Login");
        await browser.SendAsync(("登录名", user), ("密码", password));
        Assert.DoesNotContain("/Account/Login", browser.Address, StringComparison.Ordinal);
        return browser;
    }

    private static async Task HandInRosterAsync(OfficeBrowser clerk, int people)
    {
        await clerk.OpenAsync("/Imports");
        using var form = Roster(clerk, new ByteArrayContent(Lines(people)));
        await clerk.PostAsync("/Imports?handler=File&kind=residents", form);
        Assert.Contains("名册", clerk.Text, StringComparison.Ordinal);
    }

    private static async Task HandInHalfAsync(OfficeBrowser clerk)
    {
        try
        {
            using var form = Roster(clerk, new HalfContent(Lines(20_000)));
            await clerk.Http.PostAsync("/Imports?handler=File&kind=residents", form);
        }
        catch (Exception fault) when (RealProgram.IsUnplugged(fault))
        {
            // The plug is out.
        }
    }

    private static MultipartFormDataContent Roster(OfficeBrowser clerk, HttpContent content) => new()
    {
        { new StringContent(clerk.MainFields().First(field => field.Key == "__RequestVerificationToken").Value), "__RequestVerificationToken" },
        { content, "file", "马知春家的名册.csv" },
    };

    private static byte[] Lines(int people)
    {
        var lines = new StringBuilder("姓名,证件号码,住址,村民小组\n");
        for (var i = 0; i < people; i++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"马知春,{Incoming},宁夏回族自治区银川市样例镇样例村九组{i}号,九组\n");
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>The logs, whatever lies in a temporary folder, and the names of all files.</summary>
    private List<(string File, string Text)> Traces()
    {
        List<string> files = [.. Directory.GetFiles(_folder, "*", SearchOption.AllDirectories), .. Directory.GetFiles(_systemTemporary, "*", SearchOption.AllDirectories)];
        string[] opened = [_systemTemporary, Path.Combine(_folder, "logs"), Path.Combine(_folder, "tmp")];
        var read = files.Where(file => opened.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)));
        return [.. files.Select(file => ("the name of " + file, file)), .. read.Select(file => (file, File.ReadAllText(file)))];
    }

    private static List<string> Found(List<(string File, string Text)> traces, IEnumerable<string> traits) =>
        [.. from trait in traits from trace in traces where Says(trace.Text, trait) || Says(trace.Text, Uri.EscapeDataString(trait)) select $"{trace.File}: {trait}"];

    private static bool Says(string text, string trait) => text.Contains(trait, StringComparison.OrdinalIgnoreCase);

    /// <summary>What belongs to one person alone: numbers, telephones, dwellings, and names that are no word besides.</summary>
    private async Task<HashSet<string>> ResidentsAsync()
    {
        await using var server = OfficeServer.Over(_folder);
        server.Clock.SetTo(DateTimeOffset.UtcNow);
        return await server.InDbAsync(async db =>
        {
            var forms = await db.Declarations.AsNoTracking().IgnoreQueryFilters().ToListAsync();
            var residents = await db.Residents.AsNoTracking().IgnoreQueryFilters().ToListAsync();
            List<Person> people = [.. forms.Select(form => form.Content.Person), .. residents.Select(resident => resident.Person)];
            IEnumerable<string> traits =
            [
                .. people.Select(person => person.Document.Number), .. people.Select(person => person.Name.Value).Where(name => name.Length > 2),
                .. forms.Select(form => form.Content.Phone?.Value ?? ""), .. residents.Select(resident => resident.Phone?.Value ?? ""),
                .. forms.SelectMany(form => form.Content.Stays).Select(stay => stay.Address), .. residents.Select(resident => resident.Address),
            ];
            var staff = await db.Users.Select(user => user.StaffName).ToListAsync();
            return traits.Where(trait => trait.Length > 2).Except(staff).ToHashSet();
        });
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Figures();

    /// <summary>A body of which the last bytes never come.</summary>
    private sealed class HalfContent(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
            await stream.FlushAsync();
            await Task.Delay(TimeSpan.FromMinutes(1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
