using System.Net;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Tips;

/// <summary>举报人: the dispatcher alone sees who it was, and every look is in the audit.</summary>
public sealed class ReporterPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await TipCase.ServerAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_dispatcher_sees_him_and_every_opening_is_a_record()
    {
        var id = await _server.AddTipAsync();
        var desk = await _server.DispatcherAsync();
        for (var times = 1; times <= 3; times++)
        {
            await desk.OpenAsync($"/Tips/Reporter/{id}");
            Assert.Contains(TipCase.ReporterName, desk.Text, StringComparison.Ordinal);
            Assert.Contains(TipCase.ReporterPhone, desk.Text, StringComparison.Ordinal);
            var records = await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "看举报人").ToListAsync());
            Assert.Equal(Enumerable.Repeat(("paifa", "线索 0001", ""), times), records.Select(record => (record.UserName, record.Subject, record.Detail)));
        }
    }

    [Fact]
    public async Task Everybody_else_sees_whether_a_name_was_left_and_cannot_open_it()
    {
        var named = await _server.AddTipAsync(TipState.Reported);
        var unknown = await _server.AddTipAsync(reporter: TipCase.Unknown);
        var clerk = await _server.ClerkAsync();

        Assert.Contains("实名", (await clerk.OpenAsync($"/Tips/Details/{named}")).Text, StringComparison.Ordinal);
        Assert.Null(clerk.Page.QuerySelector($"main a[href='/Tips/Reporter/{named}']"));
        Assert.All(new[] { TipCase.ReporterName, TipCase.ReporterPhone, "139****" }, word => Assert.DoesNotContain(word, clerk.Html, StringComparison.Ordinal));
        Assert.Contains("未留姓名", (await clerk.OpenAsync($"/Tips/Details/{unknown}")).Text, StringComparison.Ordinal);
        Assert.Equal("/Account/Denied", (await clerk.OpenAsync($"/Tips/Reporter/{named}")).Address.Split('?')[0]);
        Assert.Equal(0, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "看举报人")));
    }

    [Fact]
    public async Task A_clerk_does_not_dispatch()
    {
        var area = await _server.AddAreaAsync();
        var id = await _server.AddTipAsync();
        var clerk = await _server.ClerkAsync();
        await clerk.OpenAsync($"/Tips/Details/{id}");
        Assert.Contains("由审核员（经办人）派发。", clerk.Text, StringComparison.Ordinal);
        var token = clerk.Page.QuerySelector($"input[name={WebForm.Token}]")!.GetAttribute("value")!;
        await clerk.PostAsync($"/Tips/Details/{id}?handler=Dispatch", [new(WebForm.Token, token), new("Input.Area", $"{area}")]);

        Assert.Equal("/Account/Denied", clerk.Address.Split('?')[0]);
        Assert.Equal(TipState.Received, await _server.InDbAsync(db => db.Tips.Select(tip => tip.State).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_of_another_office_is_found_and_a_township_official_has_no_desk_here()
    {
        var (area, id) = (await _server.AddAreaAsync(), await _server.AddTipAsync(TipState.Dispatched));
        var neighbour = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1), TipCase.Pack);
        var stranger = await _server.SignedInUserAsync("linju", neighbour.Code, Roles.Reviewer);
        foreach (var page in new[] { $"Details/{id}", $"Correct/{id}", $"Reporter/{id}", $"Slip/{id}", $"Area/{area}" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await stranger.OpenAsync("/Tips/" + page)).Status));
        }

        Assert.Empty((await stranger.OpenAsync("/Tips")).Page.QuerySelectorAll("tbody tr"));
        var township = await _server.SignedInUserAsync("zhen", neighbour.Code[..9], Roles.TownshipOfficial);
        Assert.Equal("/Account/Denied", (await township.OpenAsync("/Tips")).Address.Split('?')[0]);
    }
}
