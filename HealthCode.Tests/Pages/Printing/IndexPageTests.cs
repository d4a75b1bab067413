using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Printing;

/// <summary>打印: what is offered, for whom, and which cards are ticked, without a script.</summary>
public sealed class IndexPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Each_of_the_thirteen_products_has_its_picture_and_its_use_and_is_one_click_away()
    {
        await _desk.OpenAsync("/Printing");

        var offered = _desk.Page.QuerySelectorAll(".products a").ToList();
        Assert.Equal(PrintCatalog.All.Select(design => design.Product.Title), offered.Select(link => link.QuerySelector("strong")!.TextContent));
        foreach (var link in offered)
        {
            Assert.NotEmpty(link.QuerySelector(".hint")!.TextContent);
            using var picture = await _desk.Http.GetAsync(link.QuerySelector("img")!.GetAttribute("src"));
            Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        }

        await _desk.OpenAsync(offered[2].GetAttribute("href")!);
        Assert.Equal("大字卡（A5，给老人）", _desk.Page.QuerySelector(".products a[aria-current] strong")!.TextContent);
        Assert.Contains("大字卡（A5，给老人）", _desk.Page.QuerySelectorAll("h2").Select(title => title.TextContent));
    }

    [Fact]
    public async Task All_none_and_todays_are_ticked_by_a_link()
    {
        await _server.IssueAsync(2);
        _server.Clock.Advance(TimeSpan.FromDays(1));
        _desk = await _server.SignedInAsync("yiren");
        var today = await _server.IssueAsync(3, from: 5);
        await _desk.OpenAsync("/Printing");
        Assert.Equal(["全选", "全不选", "今天新发的"], Links());
        Assert.Equal((5, "5 张卡，用 A6 卡纸 5 张"), (Ticked().Count, Tally()));

        await FollowAsync("全不选");
        Assert.Equal((0, "0 张卡，用 A6 卡纸 0 张"), (Ticked().Count, Tally()));

        await FollowAsync("今天新发的");
        Assert.Equal(today.Order(), Ticked().Order());
        Assert.Equal("3 张卡，用 A6 卡纸 3 张", Tally());
        await _desk.PressAsync("排版，准备打印");
        Assert.Equal(today.Order(), (await _server.InDbAsync(db => db.PrintRuns.Include(run => run.Sheets).SingleAsync())).Sheets.SelectMany(sheet => sheet.PassIds).Order());
    }

    [Fact]
    public async Task Of_stickers_those_without_one_are_ticked_and_one_printed_well_counts()
    {
        var ids = await _server.IssueAsync(3);
        await _server.HandOverAsync([.. ids]);
        await _desk.OpenAsync("/Printing?Input.Product=sticker-roll-60x40");
        Assert.Equal(["全选", "全不选", "今天新发的", "没贴过的"], Links());
        await _desk.PostAsync("/Printing", [.. _desk.MainFields().Where(field => field.Key != "ids"), new("ids", $"{ids[1]}")]);
        await _desk.ShowsSoonAsync("打开要打印的 PDF");
        await _desk.PressAsync("核对完了");

        await _desk.OpenAsync("/Printing?Input.Product=sticker-roll-60x40");
        await FollowAsync("没贴过的");

        Assert.Equal([ids[0], ids[2]], Ticked().Order());
    }

    [Fact]
    public async Task What_was_ticked_by_hand_stays_ticked_when_something_else_is_wrong()
    {
        var ids = await _server.IssueAsync(3);
        await _desk.OpenAsync("/Printing?Input.Product=a4-4&Input.Ticked=none");

        await _desk.PostAsync("/Printing", [.. _desk.MainFields().Where(field => field.Key is not ("ids" or "Input.FirstPlace")), new("ids", $"{ids[1]}"), new("Input.FirstPlace", "9")]);

        Assert.NotEmpty(_desk.Errors);
        Assert.Equal([ids[1]], Ticked());
    }

    [Fact]
    public async Task Classes_stand_in_their_order_and_a_class_is_printed_as_it_is_handed_out()
    {
        foreach (var (name, number, schoolClass) in new[]
        {
            ("马小一", "640104201203070018", "样例小学一年级10班"), ("马小二", "640104201103070016", "样例小学二年级1班"), ("马小三", "640104201203070034", "样例小学一年级9班"), ("马小四", "640104201003070017", "样例小学三年级"),
        })
        {
            await _desk.ApprovedAsync(_server, ("Name", name), ("DocumentNumber", Valid(number)), ("BirthDate", null), ("Sex", null), ("SchoolClass", schoolClass), ("GuardianName", "马建国"), ("GuardianRelation", "父亲"));
        }

        await _desk.OpenAsync("/Printing");

        Assert.Equal(
            ["班级 样例小学一年级9班（1 张）", "班级 样例小学一年级10班（1 张）", "班级 样例小学二年级1班（1 张）", "班级 样例小学三年级（1 张）"],
            _desk.Page.QuerySelectorAll("select option").Select(option => option.TextContent).Where(text => text.StartsWith("班级", StringComparison.Ordinal)));
        Assert.Contains("其中 4 位是登记了班级的学生，建议用A4 一张 4 卡", Words(), StringComparison.Ordinal);
        await _desk.OpenAsync(_desk.Page.QuerySelector(".note a[href*='pupils']")!.GetAttribute("href")!);
        Assert.Equal(["马小三", "马小一", "马小二", "马小四"], _desk.Page.QuerySelectorAll("tbody tr").Select(row => row.Children[1].TextContent));
    }

    [Fact]
    public async Task An_old_holder_is_offered_the_large_card_and_one_who_carries_his_third_the_wallet_card()
    {
        await _server.IssueAsync(2);
        await _desk.OpenAsync("/Printing");
        Assert.Contains("其中 2 位是满 60 周岁的，建议用大字卡（A5，给老人）：字大，不用戴花镜，门口也一眼看清。", Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("常带卡的", Words(), StringComparison.Ordinal);

        await _desk.OpenAsync(_desk.Page.QuerySelector(".note a[href*='old']")!.GetAttribute("href")!);
        Assert.Equal("2 张卡，用 A5 卡纸 2 张", Tally());
        // Offered, not forced: any other product prints the same people.
        await _desk.OpenAsync("/Printing?Input.Product=wallet-duplex&Input.Whose=k:old");
        Assert.Equal("2 张卡，用 A4 卡纸 1 张", Tally());
    }

    private static string Valid(string number) => number[..17] + HealthCode.Domain.People.CheckCharacter.Mod11Radix2(number.AsSpan(0, 17));

    private IReadOnlyList<string> Links() => [.. _desk.Page.QuerySelectorAll(".ticks a").Select(link => link.TextContent)];

    private Task<OfficeBrowser> FollowAsync(string link) => _desk.OpenAsync(_desk.Page.QuerySelectorAll(".ticks a").Single(each => each.TextContent == link).GetAttribute("href")!);

    private List<long> Ticked() => [.. _desk.Page.QuerySelectorAll("input[name=ids][checked]").Select(box => long.Parse(box.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture))];

    private string Tally() => string.Join(' ', _desk.Page.QuerySelector("[data-tally]")!.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Split('。')[0];

    private string Words() => string.Join(' ', _desk.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
