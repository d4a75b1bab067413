using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Security;

/// <summary>权限走查 — every page and every button, tried as every role and as nobody; what opens is compared with the approved table.</summary>
public sealed partial class PermissionWalkTests
{
    private const string Everybody = "所有登录的人";
    private const string Anybody = "任何人";
    private const string Nobody = "没有人";
    private const string SignOut = "/Account/Logout";

    // Where residents are; 三员 open none of it.
    private static readonly string[] Residents = ["/Declarations", "/Review", "/Passes", "/Printing", "/Verification", "/Seals", "/Stock", "/Reports", "/Imports"];

    [Fact]
    public async Task Every_page_and_every_button_opens_for_the_approved_roles_and_for_nobody_else()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = (await server.FirstVillageAsync()).Value;
        var things = await ThingsAsync(server, office);
        var doors = await DoorsAsync(server);
        Assert.InRange(doors.Count, 100, 400);

        var opens = doors.ToDictionary(door => door, _ => new List<string>());
        // All of them exist before the first one walks: nobody stands in for anybody.
        Dictionary<string, Func<Task<OfficeBrowser>>> signIns = [];
        foreach (var (role, _, _) in Roles.All)
        {
            signIns[role] = await SignInAsync(server, office, role, long.Parse(things["Verification/{id}"], CultureInfo.InvariantCulture));
        }

        foreach (var (role, title, _) in Roles.All)
        {
            var walk = new Walk(signIns[role], things);
            foreach (var door in doors)
            {
                if (await walk.OpensAsync(door))
                {
                    opens[door].Add(title);
                }
            }
        }

        var stranger = server.Browser();
        var open = new HashSet<Door>();
        foreach (var door in doors)
        {
            if (await OpensAsync(stranger, door, things, ""))
            {
                open.Add(door);
            }
        }

        var table = new StringBuilder();
        foreach (var door in doors)
        {
            var roles = opens[door];
            table.Append(door).Append('\t').Append(
                open.Contains(door) ? Anybody : roles.Count == Roles.All.Count ? Everybody : roles.Count == 0 ? Nobody : string.Join('、', roles)).Append('\n');
        }

        foreach (var (door, roles) in opens.Where(each => Residents.Any(folder => each.Key.Template.StartsWith(folder, StringComparison.Ordinal))))
        {
            Assert.True(!roles.Intersect(Roles.Administrators.Select(Roles.Title)).Any(), $"三员打得开 {door}");
        }

        Approved.Matches("permissions", table.ToString());
    }

    [Fact]
    public async Task Twin_the_walk_knows_every_page_the_router_knows()
    {
        await using var server = await OfficeServer.WithOfficeAsync();

        var walked = (await DoorsAsync(server)).Select(door => door.Template).ToHashSet();

        var routed = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(route => !route.EndsWith("/Index", StringComparison.Ordinal)).ToHashSet();
        Assert.InRange(routed.Count, 60, 300);
        Assert.Empty(routed.Except(walked));
        Assert.Contains("/healthz", walked);
        Assert.DoesNotContain("/no-such-page", walked);
    }

    private static IEnumerable<PageActionDescriptor> Pages(OfficeServer server) =>
        server.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Where(page => !page.AttributeRouteInfo!.Template!.EndsWith("/Index", StringComparison.Ordinal) && page.AttributeRouteInfo.Template != "Index");

    private static string Template(PageActionDescriptor page) => "/" + page.AttributeRouteInfo!.Template;

    private static async Task<List<Door>> DoorsAsync(OfficeServer server)
    {
        var loader = server.Services.GetRequiredService<PageLoader>();
        List<Door> doors = [];
        foreach (var page in Pages(server))
        {
            var handlers = (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerMethods.Select(handler => (Method: handler.HttpMethod.ToUpperInvariant(), Name: handler.Name ?? ""))
                .Where(handler => handler.Method is "GET" or "POST").ToList();
            // A page without a handler of its own is shown all the same.
            doors.AddRange(handlers.Append(("GET", "")).Distinct().Select(handler => new Door(Template(page), handler.Item1, handler.Item2)));
        }

        doors.AddRange(server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => new Door("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method, ""))));
        return [.. doors.OrderBy(door => door.Template, StringComparer.Ordinal).ThenBy(door => door.Method, StringComparer.Ordinal).ThenBy(door => door.Handler, StringComparer.Ordinal)];
    }

    /// <summary>Something real behind each address, so that a refusal is one of the role and not of a missing paper.</summary>
    private static async Task<Dictionary<string, string>> ThingsAsync(OfficeServer server, string office)
    {
        var desk = await server.AtDeskAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var pass = await desk.ApprovedAsync(server);
        var waiting = await desk.KeyedAsync(server, ("Name", "纳福贵"), ("PaperNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        var gate = await server.AddCheckpointAsync(office);
        var spare = await server.AddUserAsync("spare", office, Roles.Clerk);
        using var roster = new MemoryStream(Encoding.UTF8.GetBytes("姓名,证件号码,住址\n马德山,12345,样例村3组8号\n"));
        var import = await server.Services.GetRequiredService<ImportRoom>().TakeAsync(
            ImportCatalog.Find("residents")!, office, new(new("yiren", "测试yiren"), office, ""), roster, CancellationToken.None);
        return new()
        {
            ["Imports/{id}"] = import.Id.ToString(), ["Declarations/{id}"] = $"{waiting}", ["Review/{id}"] = $"{waiting}", ["Passes/{id}"] = $"{pass}",
            ["Verification/{id}"] = $"{gate.Id}", ["Administration/{id}"] = spare.Id, ["Administration/{code}"] = office,
            ["Verification/{number}"] = await server.InDb(db => db.Passes.Select(each => each.Number).SingleAsync()), ["Reports/{office}"] = office, ["Status/{code}"] = "404",
        };
    }

    private static async Task<Func<Task<OfficeBrowser>>> SignInAsync(OfficeServer server, string office, string role, long gate)
    {
        if (role == Roles.Guard)
        {
            await server.AtGateAsync(role, at: gate);
            return () => server.SignedInAsync(role, OfficeServer.Pin);
        }

        await server.AddUserAsync(role, role == Roles.TownshipOfficial ? office[..9] : office, role);
        return () => server.SignedInAsync(role);
    }

    private static async Task<bool> OpensAsync(OfficeBrowser browser, Door door, Dictionary<string, string> things, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address(things));
        if (door.Method == "POST")
        {
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        }

        using var answer = await browser.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var leadsTo = answer.Headers.Location?.OriginalString ?? "";
        // Otherwise everything behind the door where the sign-in was lost would seem open.
        Assert.False(token.Length > 0 && leadsTo.Contains("/Account/Login?returnUrl", StringComparison.Ordinal), $"登录在 {door} 断了");
        return answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
            && !leadsTo.Contains("/Account/Denied", StringComparison.Ordinal)
            && (token.Length > 0 || !leadsTo.Contains("/Account/Login", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex RouteValue();

    /// <summary>One page with one method and one handler.</summary>
    private sealed record Door(string Template, string Method, string Handler)
    {
        public string Address(Dictionary<string, string> things)
        {
            var folder = Template.Split('/')[1];
            var path = RouteValue().Replace(Template, place =>
                place.Value.Contains("guid", StringComparison.Ordinal) && !things.ContainsKey($"{folder}/{{{place.Groups[1].Value}}}") ? Guid.Empty.ToString()
                : things.GetValueOrDefault($"{folder}/{{{place.Groups[1].Value}}}", "1"));
            return Handler.Length == 0 ? path : $"{path}?handler={Handler}";
        }

        public override string ToString() => $"{Method,-4} {Template}{(Handler.Length == 0 ? "" : " " + Handler)}";
    }

    /// <summary>One role on its way; whoever is signed out by a door signs in again behind it.</summary>
    private sealed class Walk(Func<Task<OfficeBrowser>> signIn, Dictionary<string, string> things)
    {
        private OfficeBrowser? _browser;
        private string _token = "";

        public async Task<bool> OpensAsync(Door door)
        {
            if (_browser is null)
            {
                _browser = await (await signIn()).OpenAsync("/Account/Sessions");
                _token = _browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            }

            var opens = await PermissionWalkTests.OpensAsync(_browser, door, things, _token);
            _browser = door.Template == SignOut ? null : _browser;
            return opens;
        }
    }
}
