using System.Globalization;
using System.Text;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HealthCode.Tests.Browser;

/// <summary>不漏一户: from the imported roster by a round from door to door to the cards of a household, and to its renewal eleven days later.</summary>
public sealed class OutreachTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        await _server.AddUserAsync("yiren", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper);
        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.SignInAsync("yiren");
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_household_is_found_visited_declared_and_renewed()
    {
        await ImportAsync();
        await _desk.OpenAsync("/Residents/Outreach");
        Assert.Contains("6 人：有码 0 人，有卡 0 人，都没有的 6 人，还要上门 6 人", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await _desk.PictureAsync("50-帮办排查");
        await _desk.TabToAsync("button", "排一次上门");
        await _desk.GoAsync("Enter");
        var round = await AddressOfAsync("List");
        using (var list = new PdfInspector(await (await _desk.Page.Context.APIRequest.GetAsync(round)).BodyAsync()))
        {
            Assert.All(Enumerable.Range(0, 6), place => Assert.Contains(FourGenerations.At(place).Name.Value, list.Words(1), StringComparison.Ordinal));
            Assert.Contains("上门的人马晓燕", list.Words(1).Replace("　", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        // All but the fourth were at home: 1 已办, 2 家里没人.
        await _desk.GoAsync("Alt+L");
        await _desk.TabToAsync("input[name='Input.Rows[0].Result']");
        foreach (var result in new[] { "1", "1", "1", "2", "1", "1" })
        {
            await _desk.LineAsync(result);
            await _desk.PressAsync("Enter");
        }

        await _desk.Page.WaitForFunctionAsync("() => document.querySelectorAll('tr[data-row=open]').length === 0");
        await _desk.PictureAsync("51-上门-录回");
        await _desk.OpenAsync(round.Replace("/List/", "/Round/", StringComparison.Ordinal)[_desk.Address.Length..]);
        Assert.Contains("还剩 1 人", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await _desk.TabToAsync("button", "结束这次上门");
        await _desk.GoAsync("Enter");

        await SitAsync();

        await _desk.OpenAsync("/Residents/Outreach");
        Assert.Contains("有卡 6 人，都没有的 0 人", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        _server.Clock.Advance(TimeSpan.FromDays(11));
        await _desk.SignInAsync("yiren");
        await _desk.OpenAsync("/Residents/Outreach?kind=Renewal");
        Assert.Equal(6, await _desk.Page.Locator("input[name='Input.Residents']").CountAsync());
        await _desk.TabToAsync("button", "排一次上门");
        await _desk.GoAsync("Enter");
        await _desk.PictureAsync("52-续办上门");
        Assert.Contains("到期续办", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(6, await _desk.Page.GetByText("3月19日到期").CountAsync());
        Assert.Empty(_desk.ScriptErrors);
    }

    private async Task ImportAsync()
    {
        var rows = new StringBuilder("姓名,性别,出生日期,证件号码,住址,户号,与户主关系,村民小组,网格员\n");
        foreach (var place in Enumerable.Range(0, 6))
        {
            var person = FourGenerations.At(place);
            rows.Append(CultureInfo.InvariantCulture, $"{person.Name.Value},{person.Sex.ChineseName()},{person.BirthDate:yyyyMMdd},{person.Document.Number},样例社区3组12号,{FourGenerations.HouseholdNumber},{(place == 0 ? "户主" : "家人")},3组,马晓燕\n");
        }

        await _desk.OpenAsync("/Imports");
        await _desk.Page.SetInputFilesAsync("#File_residents", new FilePayload { Name = "名册.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(rows.ToString()) });
        await _desk.TabToAsync("button[aria-label='上传居民名册']");
        await _desk.GoAsync("Enter");
        await _desk.Page.GetByText("全部完成").WaitForAsync();
    }

    /// <summary>The household page leads to the sitting; then review, print, stamp and hand-over.</summary>
    private async Task SitAsync()
    {
        var head = await _server.InDbAsync(db => db.Residents.MinAsync(resident => resident.Id));
        await _desk.OpenAsync($"/Residents/Household/{head}");
        await _desk.PictureAsync("53-一户");
        await _desk.GoAsync("Alt+L");
        for (var place = 0; place < 6; place++)
        {
            await _desk.PressAsync("Space", "Enter");
        }

        await _desk.GoAsync("Enter");
        await _desk.KeyHouseholdAsync();
        await _desk.GoAsync("Alt+S");
        await _desk.GoAsync("Alt+L");
        for (var place = 0; place < 6; place++)
        {
            await _desk.KeyFindingsAsync();
            await _desk.GoAsync("Alt+F");
        }

        await _desk.GoAsync("Alt+P");
        await _desk.GoAsync("Alt+P");
        await _desk.Page.WaitForSelectorAsync("text=打开要打印的 PDF");
        await _desk.GoAsync("Alt+H");
        await _desk.GoAsync("Alt+G");
        await _desk.OpenAsync($"/Declarations/Sitting/{await _server.InDbAsync(db => db.Declarations.MinAsync(each => each.Id))}");
        await _desk.GoAsync("Alt+F");
        await _desk.KeyCollectorAsync();
        await _desk.GoAsync("Alt+F");
        Assert.All(await _server.InDbAsync(db => db.Passes.ToListAsync()), pass => Assert.Equal(PassState.HandedOver, pass.State));
    }

    private async Task<string> AddressOfAsync(string page) => _desk.Address + await _desk.Page.GetAttributeAsync($"a[href*='/Outreach/{page}/']", "href");
}
