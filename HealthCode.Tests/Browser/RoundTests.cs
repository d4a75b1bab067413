using System.Text;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

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

    [Fact]
    public async Task The_morning_list_is_printed_keyed_back_and_the_official_file_shows_who_differs()
    {
        await _desk.OpenAsync("/HealthStatuses");
        await _desk.TabToAsync("a", "打印上门名单");
        using var list = new PdfInspector(await (await _desk.Page.Context.APIRequest.GetAsync(_desk.Address + await _desk.Page.GetAttributeAsync("a:focus", "href"))).BodyAsync());
        var people = await _server.InDbAsync(db => db.Residents.ToListAsync());
        var words = list.Words(1) + list.Words(2);
        Assert.All(people, person => Assert.Contains(person.Person.Name.Value, words, StringComparison.Ordinal));
        Assert.All(["绿", "黄", "红", "灰"], colour => Assert.DoesNotContain(colour, words, StringComparison.Ordinal));

        await _desk.GoAsync("Alt+L");
        await _desk.TabToAsync("input[name='Input.Channel']");
        await _desk.PressAsync("3");
        foreach (var temperature in new[] { "365", "366", "367", "368" })
        {
            await _desk.LineAsync(temperature);
            await _desk.LineAsync("1");
            await _desk.PressAsync("Enter");
        }

        await _desk.Page.WaitForFunctionAsync("() => document.querySelectorAll('tr[data-row=open]').length === 0");
        Assert.Equal(4, await _server.InDbAsync(db => db.CheckIns.CountAsync()));

        await _desk.OpenAsync("/Imports");
        var told = people.Single(person => person.Id == _residents[0]).Person;
        await _desk.Page.SetInputFilesAsync("#File_official-results", new FilePayload
        {
            Name = "官方结果.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"证件号码,姓名,官方结果,看到日期,看到时间,同意人\n{told.Document.Number},{told.Name.Value},绿码,20200305,8:30,本人\n"),
        });
        await _desk.TabToAsync("button[aria-label='上传官方结果导入']");
        await _desk.GoAsync("Enter");
        await _desk.Page.GetByText("全部完成").WaitForAsync();

        await _desk.OpenAsync($"/HealthStatuses/Details/{_residents[0]}");
        Assert.Equal(1, await _desk.Page.Locator("svg.curve circle").CountAsync());
        Assert.Contains("与官方结果不一致。以官方为准", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await _desk.PictureAsync("33-官方文件导入以后");
        await _desk.OpenAsync($"/HealthStatuses/Details/{_residents[1]}");
        Assert.DoesNotContain("与官方结果不一致", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(_desk.ScriptErrors);
    }
}
