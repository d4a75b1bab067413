using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Hosting;

/// <summary>前置服务器: whom the browser's address is believed of.</summary>
public sealed class ReverseProxyTests
{
    private const string Proxy = "10.1.2.3";

    [Fact]
    public async Task The_address_that_the_proxy_gives_stands_in_the_audit()
    {
        await using var server = await BehindAsync(Proxy);
        server.From = IPAddress.Parse(Proxy);

        await SignInAsync(server, "192.168.7.7");

        Assert.Equal("192.168.7.7", await WorkstationAsync(server));
    }

    [Fact]
    public async Task From_anybody_else_it_is_not_believed()
    {
        await using var server = await BehindAsync(Proxy);
        server.From = IPAddress.Parse("10.9.9.9");

        await SignInAsync(server, "192.168.7.7");

        Assert.Equal("10.9.9.9", await WorkstationAsync(server));
    }

    [Fact]
    public async Task Without_the_setting_nobody_is_believed()
    {
        await using var server = await BehindAsync("");
        server.From = IPAddress.Parse(Proxy);

        await SignInAsync(server, "192.168.7.7");

        Assert.Equal(Proxy, await WorkstationAsync(server));
    }

    [Fact]
    public async Task A_proxy_that_does_not_say_for_whom_it_asks_is_refused_but_may_look_whether_the_server_lives()
    {
        await using var server = await BehindAsync("10.1.2.0/24");
        server.From = IPAddress.Parse(Proxy);

        Assert.Equal(HttpStatusCode.BadRequest, (await server.Browser().OpenAsync("/Account/Login")).Status);
        Assert.Equal("ok", (await server.Browser().OpenAsync("/healthz")).Html);
        Assert.Equal("ready", (await server.Browser().OpenAsync("/healthz/ready")).Html);
    }

    [Fact]
    public async Task A_setting_that_is_no_address_stops_the_start_with_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;

        var told = await ProcessRun.OfAsync(folder, [$"--{ReverseProxy.Setting}=隔壁", "--urls", "http://127.0.0.1:0", "--jobs=false"]);

        Directory.Delete(folder, true);
        Assert.Equal(1, told.ExitCode);
        Assert.Contains("“隔壁”不是地址", told.Error, StringComparison.Ordinal);
    }

    private static async Task<OfficeServer> BehindAsync(string proxies)
    {
        var server = new OfficeServer { Settings = new() { [ReverseProxy.Setting] = proxies } };
        var office = await server.AddOfficeAsync(await server.FirstVillageAsync());
        await server.AddUserAsync("luru", office.Code, Roles.Clerk);
        return server;
    }

    private static async Task SignInAsync(OfficeServer server, string forwarded)
    {
        var browser = server.Browser();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
        await browser.OpenAsync("/Account/Login");
        await browser.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));
    }

    private static Task<string> WorkstationAsync(OfficeServer server) =>
        server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "登录").Select(record => record.Workstation).SingleAsync());
}
