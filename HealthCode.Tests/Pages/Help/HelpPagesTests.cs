using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Help;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Help;

/// <summary>帮助: open to everybody, also to whoever cannot sign in.</summary>
public sealed class HelpPagesTests
{
    private const int LargestPicture = 60_000;

    [Fact]
    public async Task Nobody_needs_to_sign_in_for_it()
    {
        await using var server = await OfficeServer.WithOfficeAsync();

        Assert.Equal("帮助", (await server.Browser().OpenAsync("/Help")).Title);
        Assert.Equal("登录和密码", (await server.Browser().OpenAsync("/Help/login")).Title);
        Assert.Equal("使用手册", (await server.Browser().OpenAsync("/Help/Print")).Title);
    }

    [Fact]
    public async Task Every_role_opens_it_from_the_top_of_a_page()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        foreach (var (role, _, _) in Roles.All)
        {
            var desk = role == Roles.Guard ? await server.SignedInGuardAsync(role)
                : await server.SignedInUserAsync(role, role == Roles.TownshipOfficial ? office[..9] : office, role);

            var link = desk.Page.QuerySelector(".top a")!;
            Assert.Equal(HelpTopics.AddressOf(role == Roles.Guard ? "/Checkpoints/Check" : "/Index"), link.GetAttribute("href"));
            Assert.Equal(("_blank", "F1"), (link.GetAttribute("target"), link.GetAttribute("data-key")));
            Assert.Equal("帮助", (await desk.OpenAsync("/Help")).Title);
            Assert.Equal("审核", (await desk.OpenAsync("/Help/review")).Title);
        }
    }

    [Fact]
    public async Task It_opens_before_set_up()
    {
        await using var server = new OfficeServer();

        Assert.Equal("启动和首次设置", (await server.Browser().OpenAsync("/Help/start")).Title);
    }

    [Fact]
    public async Task Somebody_who_must_change_his_password_first_can_read_how()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk);
        await server.InDbAsync(db => db.Users.ExecuteUpdateAsync(user => user.SetProperty(each => each.MustChangePassword, true)));
        var desk = await server.SignedInAsync("yiren");

        Assert.Equal("/Account/ChangePassword", (await desk.OpenAsync("/Declarations")).Address);
        Assert.Equal("登录和密码", (await desk.OpenAsync("/Help/login")).Title);
    }

    [Fact]
    public async Task A_chapter_that_is_not_there_is_said_to_be_missing()
    {
        await using var server = await OfficeServer.WithOfficeAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await server.Browser().OpenAsync("/Help/no-such-chapter")).Status);
    }

    [Fact]
    public async Task Every_chapter_shows_its_headings_and_the_contents_lead_to_all_of_them()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var browser = server.Browser();
        await browser.OpenAsync("/Help");
        var contents = browser.Page.QuerySelectorAll("main nav a").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!)).ToHashSet();

        foreach (var chapter in Manual.Chapters)
        {
            Assert.Contains($"/Help/{chapter.Name}", contents);
            Assert.Equal(chapter.Title, (await browser.OpenAsync($"/Help/{chapter.Name}")).Title);
            Assert.All(chapter.Headings, heading =>
            {
                Assert.Equal(heading.Words, browser.Page.GetElementById(heading.Anchor)?.TextContent);
                Assert.Contains($"/Help/{chapter.Name}#{heading.Anchor}", contents);
            });
        }
    }

    [Fact]
    public async Task Every_link_leads_to_a_page_and_to_an_anchor_that_is_there()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var browser = server.Browser();
        foreach (var page in (string[])["/Help", "/Help/Print", .. Manual.Chapters.Select(chapter => $"/Help/{chapter.Name}")])
        {
            await browser.OpenAsync(page);
            foreach (var target in browser.Page.QuerySelectorAll("main a").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!)).Distinct().ToList())
            {
                var parts = target.Split('#');
                await browser.OpenAsync(parts[0].Length == 0 ? page : parts[0]);

                Assert.True(browser.Status == HttpStatusCode.OK, $"{page}: {target}");
                Assert.True(parts.Length == 1 || browser.Page.GetElementById(parts[1]) is not null, $"{page}: {target}");
            }
        }
    }

    [Fact]
    public async Task Every_picture_is_there_small_and_described_and_none_lies_unused()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var browser = await server.Browser().OpenAsync("/Help/Print");
        var pictures = browser.Page.QuerySelectorAll("main img").ToList();

        foreach (var picture in pictures)
        {
            var bytes = await browser.Http.GetByteArrayAsync(picture.GetAttribute("src"));
            Assert.InRange(bytes.Length, 1, LargestPicture);
            Assert.NotEmpty(picture.GetAttribute("alt")!);
        }

        // The steps of trust stand where they are made, beside the fingerprint.
        var steps = (await browser.OpenAsync("/Account/Certificate")).Page.QuerySelectorAll("main img");
        Assert.Equal(
            Directory.GetFiles(SourceTree.Folder("HealthCode.Web", "wwwroot", "help")).Select(file => "/help/" + Path.GetFileName(file)).Order(StringComparer.Ordinal),
            pictures.Concat(steps).Select(picture => picture.GetAttribute("src")!).Distinct().Order(StringComparer.Ordinal));
    }
}
