using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>上门一圈 — the list of the morning keyed back with the keyboard alone, leaving pictures.</summary>
public sealed class RoundTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;
    private List<long> _residents = [];

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await _server.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        _residents = await _server.AddResidentsAsync(4);
        foreach (var resident in _residents)
        {
            await _server.ObserveAsync(resident, HealthGround.CloseContact, daysAgo: 2);
            await _server.NoteAsync(resident, HealthGround.CloseContact, daysAgo: 2);
        }

        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.SignInAsync("yiren");
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_list_is_keyed_back_row_by_row_and_a_wrong_row_stops_no_other()
    {
        await _desk.OpenAsync("/HealthStatuses");
        await _desk.PictureAsync("30-今天要问的");
        await _desk.GoAsync("Alt+L");

        // 上门; then temperature, Enter, 1 or 2, Enter, own words, Enter.
        await _desk.TabToAsync("input[name='Input.Channel']");
        await _desk.PressAsync("3");
        foreach (var (temperature, normal) in new[] { ("365", "1"), ("332", "1"), ("379", "2"), ("367", "1") })
        {
            await _desk.LineAsync(temperature);
            await _desk.LineAsync(normal);
            await _desk.PressAsync("Enter");
        }

        await _desk.Page.WaitForFunctionAsync("() => document.querySelectorAll('tr[data-row=open]').length === 1 && document.querySelector('tr.wrong')");
        await _desk.PictureAsync("31-成批录入");
        Assert.Contains("复测", await _desk.Page.InnerTextAsync("tr.wrong .said"), StringComparison.Ordinal);
        Assert.Equal("332", await _desk.Page.InputValueAsync("tr.wrong input[name$=Temperature]"));
        Assert.Equal(["36.5 ℃", "36.7 ℃", "37.9 ℃"], (await _server.InDbAsync(db => db.CheckIns.ToListAsync())).Select(each => each.Content.Temperature!.Value.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task A_persons_page_shows_the_days_the_curve_and_both_results()
    {
        await _desk.OpenAsync($"/HealthStatuses/CheckIn/{_residents[0]}");
        await _desk.TabToAsync("input[name='Input.Channel']");
        await _desk.PressAsync("2");
        await _desk.LineAsync("36.5");
        await _desk.PressAsync("1");
        await _desk.GoAsync("Alt+S");

        Assert.Contains("打卡已记下", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
        Assert.Equal(1, await _desk.Page.Locator("svg.curve circle").CountAsync());
        await _desk.OpenAsync($"/HealthStatuses/Official/{_residents[0]}");
        await _desk.TabToAsync("input[name='Input.Result']");
        await _desk.PressAsync("1", "2");
        await _desk.TabToAsync("input[name='Input.Consent']");
        await _desk.TypeAsync("本人");
        await _desk.GoAsync("Alt+S");

        Assert.Contains("与官方结果不一致", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await _desk.PictureAsync("32-一个人");
        Assert.Empty(_desk.ScriptErrors);
    }
}
