using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;

namespace HealthCode.Tests.Pages.Account;

public sealed class SessionsPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        var office = (await _server.FirstVillageAsync()).Value;
        await _server.AddUserAsync("luru", office, Roles.Clerk);
        await _server.AddUserAsync("luru2", office, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task One_sees_ones_own_sign_ins_and_failures_and_at_which_PC_and_nobody_elses()
    {
        _server.From = IPAddress.Parse("192.168.1.77");
        await _server.SignedInAsync("luru", "wrong");
        _server.From = IPAddress.Parse("192.168.1.8");
        await _server.SignedInAsync("luru2");
        var clerk = await _server.SignedInAsync("luru");

        await clerk.OpenAsync("/Account/Sessions");

        Assert.Equal([("登录", "192.168.1.8"), ("▲ 登录失败", "192.168.1.77")], Rows(clerk));
    }

    [Fact]
    public async Task They_go_back_ninety_days()
    {
        await _server.SignedInAsync("luru");
        _server.Clock.Advance(TimeSpan.FromDays(45));
        await _server.SignedInAsync("luru");
        _server.Clock.Advance(TimeSpan.FromDays(44));
        var clerk = await _server.SignedInAsync("luru");
        Assert.Equal(3, Rows(await clerk.OpenAsync("/Account/Sessions")).Count);

        _server.Clock.Advance(TimeSpan.FromDays(2));
        clerk = await _server.SignedInAsync("luru");

        Assert.Equal(3, Rows(await clerk.OpenAsync("/Account/Sessions")).Count);
    }

    private static List<(string What, string Where)> Rows(OfficeBrowser browser) =>
        [.. browser.Page.QuerySelectorAll("main tbody tr").Select(row => (row.Children[1].TextContent.Trim(), row.Children[3].TextContent.Trim()))];
}
