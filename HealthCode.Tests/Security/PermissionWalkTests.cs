using System.Globalization;
using System.Net;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Security;

/// <summary>权限走查 — every page and every button, tried as every role and as nobody; what opens is compared with the approved table.</summary>
public sealed class PermissionWalkTests
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
        var things = await PageEndpoint.ThingsAsync(server, office);
        var doors = await PageEndpoint.AllAsync(server);
        Assert.InRange(doors.Count, 100, 600);

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
        var open = new HashSet<PageEndpoint>();
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

        var walked = (await PageEndpoint.AllAsync(server)).Select(door => door.Template).ToHashSet();

        var routed = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(route => !route.EndsWith("/Index", StringComparison.Ordinal)).ToHashSet();
        Assert.InRange(routed.Count, 60, 300);
        Assert.Empty(routed.Except(walked));
        Assert.Contains("/healthz", walked);
        Assert.DoesNotContain("/no-such-page", walked);
    }

    private static async Task<Func<Task<OfficeBrowser>>> SignInAsync(OfficeServer server, string office, string role, long gate)
    {
        if (role == Roles.Guard)
        {
            await server.SignedInGuardAsync(role, at: gate);
            return () => server.SignedInAsync(role, OfficeServer.Pin);
        }

        await server.AddUserAsync(role, role == Roles.TownshipOfficial ? office[..9] : office, role);
        return () => server.SignedInAsync(role);
    }

    private static async Task<bool> OpensAsync(OfficeBrowser browser, PageEndpoint door, Dictionary<string, string> things, string token)
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

    /// <summary>One role on its way; whoever is signed out by a door signs in again behind it.</summary>
    private sealed class Walk(Func<Task<OfficeBrowser>> signIn, Dictionary<string, string> things)
    {
        private OfficeBrowser? _browser;
        private string _token = "";

        public async Task<bool> OpensAsync(PageEndpoint door)
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
