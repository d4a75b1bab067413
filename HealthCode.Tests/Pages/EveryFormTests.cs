using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using FsCheck.Fluent;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace HealthCode.Tests.Pages;

/// <summary>每一张表 — every form and every query of the program with fields missing, doubled, reordered and odd: never a fault of ours, always the form with what was typed.</summary>
public sealed class EveryFormTests(ITestOutputHelper output)
{
    /// <summary>Odd submissions of a form by the first who has it, and by everybody else who does.</summary>
    private static readonly (int First, int Other) Cases = LongRun.Pick((3, 1), (200, 5));

    private static readonly string[] OddIds = ["0", "-1", "9223372036854775807", "9223372036854775808", "abc", "１", "%20", "00000000-0000-0000-0000-000000000000"];

    // A form that several people have is tried in full by the first of them.
    private static readonly ConcurrentDictionary<string, string> InFullBy = new();

    private int _user;

    public static TheoryData<string> Walkers => new("clerk", "administrator", "guard", "township", "security", "audit", "stranger");

    [Theory]
    [MemberData(nameof(Walkers))]
    public async Task No_form_or_query_however_incomplete_is_answered_with_a_fault_of_ours(string walker)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = (await server.FirstVillageAsync()).Value;
        var things = await PageEndpoint.ThingsAsync(server, office);
        var pages = (await PageEndpoint.AllAsync(server)).Where(door => door is { Method: "GET", Handler: "" } && door.Template != "/Account/Logout").Select(door => door.Address(things)).ToList();
        var browser = await SignedInAsync();
        Dictionary<string, (WebForm Form, string Page)> forms = [];
        foreach (var page in pages)
        {
            await browser.OpenAsync(page);
            foreach (var form in browser.Page is null ? [] : WebForm.Of(browser))
            {
                forms.TryAdd(form.Shape, (form, page));
            }
        }

        Assert.NotEmpty(forms);
        List<string> faults = [];
        var cases = 0;
        foreach (var (form, page) in forms.Values.OrderBy(each => each.Form.Shape, StringComparer.Ordinal))
        {
            if (await FindAsync(form, page) is not { } fresh)
            {
                // The form before signed him out, or ended something.
                browser = await SignedInAsync();
                fresh = await FindAsync(form, page) ?? form;
            }

            var walk = new FormWalk(browser, fresh);
            cases += await walk.TryAsync(InFullBy.GetOrAdd(form.Shape, walker) == walker ? Cases.First : Cases.Other, LongRun.Seed);
            if (form.Fields.Any(field => IsPassword(field.Name)))
            {
                // Wrong passwords lock a user.
                browser = await SignedInAsync();
            }

            faults.AddRange(walk.Faults);
        }

        output.WriteLine($"{cases} cases of {forms.Count} forms, piece {walker}, seed {LongRun.Seed}");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));

        async Task<WebForm?> FindAsync(WebForm form, string page)
        {
            await browser.OpenAsync(page);
            return browser.Page is null ? null : WebForm.Of(browser).FirstOrDefault(each => each.Shape == form.Shape);
        }

        async Task<OfficeBrowser> SignedInAsync()
        {
            var name = $"{walker}{_user++}";
            return walker switch
            {
                "clerk" => await server.SignedInUserAsync(name, office, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.LedgerExporter),
                "administrator" => await server.SignedInUserAsync(name, office, Roles.SystemAdministrator),
                "guard" => await server.SignedInGuardAsync(name, at: long.Parse(things["Verification/{id}"], CultureInfo.InvariantCulture)),
                "township" => await server.SignedInUserAsync(name, office[..9], Roles.TownshipOfficial),
                "security" => await server.SignedInUserAsync(name, office, Roles.SecurityAdministrator),
                "audit" => await server.SignedInUserAsync(name, office, Roles.AuditAdministrator),
                _ => server.Browser(),
            };
        }
    }

    [Fact]
    public async Task No_form_of_the_registers_and_of_tips_loses_what_was_typed_or_fails()
    {
        // Their province issues no cards, so that the walk above, which needs one, does not see them.
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var desk = await server.DispatcherAsync();
        var (shop, unit) = (await server.AddFacilityAsync(RegisterKind.Medicines), await server.AddFacilityAsync(RegisterKind.Work, "橡胶厂"));
        var expected = await server.KeyedAsync(desk, RegisterKind.Returnees, null, 0, (RegisterField.Origin, "1"), (RegisterField.ExpectedOn, "3.6"));
        var bought = await server.KeyedAsync(desk, RegisterKind.Medicines, shop, 1, (RegisterField.Drugs, "退热贴 1"), (RegisterField.ForOther, "1"), (RegisterField.PatientPhone, "13911112222"));
        await server.AddAreaAsync();
        List<long> tips = [];
        foreach (var state in new[] { TipState.Received, TipState.Dispatched, TipState.Visited, TipState.Answered })
        {
            tips.Add(await server.AddTipAsync(state));
        }

        string[] pages =
        [
            .. Enum.GetValues<RegisterKind>().SelectMany(kind => new[] { $"/Registers/{kind}", $"/Registers/{kind}/Grid", $"/Registers/{kind}/Create", $"/Registers/{kind}/Facilities" }),
            $"/Registers/Details/{expected}", $"/Registers/Details/{bought}", $"/Registers/Edit/{bought}", $"/Registers/Facility/{unit}",
            "/Tips", "/Tips/Create", "/Tips/Areas", .. tips.Select(tip => $"/Tips/Details/{tip}"), $"/Tips/Correct/{tips[0]}", "/HealthStatuses/FollowUps",
        ];
        List<string> faults = [];
        foreach (var page in pages)
        {
            foreach (var form in WebForm.Of(await desk.OpenAsync(page)))
            {
                var walk = new FormWalk(desk, form);
                await walk.TryAsync(Cases.First, LongRun.Seed);
                faults.AddRange(walk.Faults);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    [Fact]
    public async Task No_address_with_an_odd_number_in_it_is_answered_with_a_fault_of_ours()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = (await server.FirstVillageAsync()).Value;
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.LedgerExporter, Roles.SystemAdministrator);
        await desk.OpenAsync("/Account/Sessions");
        var token = KeyValuePair.Create(WebForm.Token, desk.Page.QuerySelector($"input[name={WebForm.Token}]")!.GetAttribute("value")!);
        List<string> faults = [];
        var doors = (await PageEndpoint.AllAsync(server)).Where(door => door.Template.Contains('{', StringComparison.Ordinal)).ToList();
        foreach (var (at, door) in doors.Index())
        {
            // In an ordinary run half of them, for the next door the other half.
            foreach (var odd in OddIds.Where((_, place) => LongRun.IsOn || (place + at) % 2 == 0))
            {
                var address = door.Address(odd);
                using var content = new FormUrlEncodedContent([token]);
                using var answer = door.Method == "POST" ? await desk.Http.PostAsync(address, content) : await desk.Http.GetAsync(address);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    faults.Add($"{door.Method} {address}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Twin_a_form_that_expects_a_field_or_forgets_what_was_typed_is_found()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        await using var app = builder.Build();
        app.UseRouting();
        app.MapGet("/twin", () => Results.Content("<form method=post action=/twin><input type=text name=a><input type=text name=b></form>", "text/html"));
        app.MapPost("/twin", async (HttpRequest request) =>
        {
            try
            {
                return (await request.ReadFormAsync())["a"].Count == 0
                    ? Results.StatusCode(500)
                    : Results.Content("<form method=post action=/twin><input type=text name=a><input type=text name=b></form>", "text/html");
            }
            catch (InvalidDataException)
            {
                return Results.BadRequest();
            }
        });
        await app.StartAsync();
        var browser = await new OfficeBrowser(app.GetTestClient()).OpenAsync("/twin");

        var walk = new FormWalk(browser, WebForm.Of(browser).Single());
        await walk.TryAsync(100, LongRun.Seed);

        Assert.Contains(walk.Faults, fault => fault.Contains(": 500", StringComparison.Ordinal));
        Assert.Contains(walk.Faults, fault => fault.Contains("does not come back", StringComparison.Ordinal));
    }

    private static bool IsPassword(string field) => field.Contains("password", StringComparison.OrdinalIgnoreCase);

    /// <summary>One form, tried with many sets of fields; whatever is wrong about an answer is a line.</summary>
    private sealed class FormWalk(OfficeBrowser browser, WebForm form)
    {
        private readonly HashSet<string> _faults = [];

        public IReadOnlyCollection<string> Faults => _faults;

        public async Task<int> TryAsync(int cases, int seed)
        {
            var tried = form.Cases.Sample(50, new FsCheck.Rnd((ulong)seed), cases);
            foreach (var fields in tried)
            {
                await TryAsync(fields);
            }

            return cases;
        }

        private async Task TryAsync(List<KeyValuePair<string, string>> fields)
        {
            if (form.Posts)
            {
                using var content = new FormUrlEncodedContent(fields);
                await LookAsync(fields, await browser.Http.PostAsync(form.Address, content));
            }
            else
            {
                var query = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
                await LookAsync(fields, await browser.Http.GetAsync($"{form.Address.Split('?')[0]}?{query}"));
            }
        }

        private async Task LookAsync(List<KeyValuePair<string, string>> fields, HttpResponseMessage answer)
        {
            using (answer)
            {
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    _faults.Add($"{form.Shape}: {(int)answer.StatusCode} for {string.Join('&', fields.Where(field => field.Key != WebForm.Token).Select(field => $"{field.Key}={Short(field.Value)}"))}");
                    return;
                }

                if (!form.Posts || answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
                {
                    return;
                }

                var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
                // A password never comes back.
                foreach (var field in form.Fields.Where(field => field.IsTyped && !IsPassword(field.Name)))
                {
                    var typed = fields.Where(sent => sent.Key == field.Name).ToList();
                    if (typed.Count == 1 && page.QuerySelectorAll("main input, form input").OfType<IHtmlInputElement>().FirstOrDefault(box => box.Name == field.Name) is { } box
                        && box.Value != typed[0].Value && typed[0].Value.All(character => !char.IsControl(character) && !char.IsSurrogate(character)))
                    {
                        _faults.Add($"{form.Shape}: {field.Name} “{Short(typed[0].Value)}” does not come back but “{Short(box.Value)}”");
                    }
                }
            }
        }

        private static string Short(string value) => value.Length > 24 ? value[..24] + "…" : value.Replace("\0", "\\0", StringComparison.Ordinal);
    }
}
