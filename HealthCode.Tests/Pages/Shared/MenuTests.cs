using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Shared;

/// <summary>菜单: what an office does not use is folded, and nothing that waits is hidden.</summary>
public sealed class MenuTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Somebody_who_does_everything_alone_sees_seven_entries()
    {
        var alone = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.SystemAdministrator);

        Assert.Equal(["首页", "录入", "审核", "通行卡", "打印", "查验", "更多"], Standing(alone));
        Assert.Contains("管理", Folded(alone));
        // However much he has entered.
        await _server.AddResidentsAsync(1);
        await alone.OpenAsync("/");
        Assert.Equal(7, Standing(alone).Count);
    }

    [Fact]
    public async Task Where_one_is_stands_in_the_menu_even_if_it_is_folded_elsewhere()
    {
        var alone = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);

        await alone.OpenAsync("/Residents");

        Assert.Contains("居民", Standing(alone));
        Assert.DoesNotContain("居民", Folded(alone));
        Assert.Equal("居民", alone.Page.QuerySelector(".rail [aria-current=page]")!.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public async Task A_desk_leaves_the_fold_with_its_first_entry()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        Assert.Contains("居民", Folded(clerk));
        Assert.Contains("查询", Standing(clerk));

        await _server.AddResidentsAsync(1);
        await clerk.OpenAsync("/");

        Assert.Contains("居民", Standing(clerk));
        Assert.Contains("场所", Folded(clerk));
    }

    [Fact]
    public async Task What_waits_in_the_fold_is_counted_on_it()
    {
        var alone = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        Assert.Null(alone.Page.QuerySelector(".more summary .count"));

        await alone.OpenAsync("/Requests/Create");
        await alone.SendAsync(("申请什么", "查阅"), ("谁的资料（姓名）", "马德山"), ("怎样核对了身份", "看过身份证原件"), ("要求", "看一看登记了什么"));
        Assert.Empty(alone.Errors);
        await alone.OpenAsync("/");

        Assert.Equal("1", alone.Page.QuerySelector(".more summary .count")!.FirstChild!.TextContent);
    }

    [Fact]
    public async Task A_short_menu_is_not_folded()
    {
        var township = await _server.SignedInUserAsync("xiangzhen", _office[..9], Roles.TownshipOfficial);

        Assert.Null(township.Page.QuerySelector(".more"));
        Assert.Equal(["首页", "查询", "通行卡", "报表"], Standing(township));
    }

    private static List<string> Standing(OfficeBrowser browser) =>
        [.. browser.Page.QuerySelectorAll(".rail > ul > li > a, .rail > ul > li > details > summary").Select(entry => entry.FirstChild!.TextContent.Trim())];

    private static List<string> Folded(OfficeBrowser browser) => [.. browser.Page.QuerySelectorAll(".more a").Select(entry => entry.FirstChild!.TextContent.Trim())];
}
