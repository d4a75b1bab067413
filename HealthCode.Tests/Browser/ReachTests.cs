using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>看得清、够得着 — every page by axe at 1366 × 768, and without sideways scrolling at 200 % zoom.</summary>
public sealed class ReachTests
{
    [Fact]
    public async Task No_page_has_a_serious_or_critical_finding_and_none_scrolls_sideways_at_200_percent()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDb(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.AtDeskAsync("yiren", office, Roles.Clerk, Roles.Reviewer, Roles.SystemAdministrator);
        var pass = await desk.ApprovedAsync(server);
        var waiting = await desk.KeyedAsync(server, ("Name", "纳福贵"), ("PaperNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        string[] pages =
        [
            "/", "/Declarations", "/Declarations/Create", $"/Declarations/Details/{waiting}", $"/Declarations/Edit/{waiting}",
            "/Review", $"/Review/Decide/{waiting}", "/Passes", $"/Passes/Details/{pass}", $"/Passes/Reprint/{pass}", $"/Passes/Revoke/{pass}",
            "/Administration", "/Administration/Users", "/Administration/Office", "/Administration/Offices", "/Administration/Divisions",
            "/Audit", "/Account/ChangePassword", "/Account/Denied", "/Declarations/Details/999",
        ];
        await using var browser = await RealBrowser.BeforeAsync(server);
        List<string> findings = [];
        await browser.OpenAsync("/Account/Login");
        findings.AddRange(await browser.SeriousAsync());
        await browser.SignInAsync("yiren");
        foreach (var page in pages)
        {
            await browser.OpenAsync(page);
            findings.AddRange(await browser.SeriousAsync());
        }

        // 200 % zoom leaves half the pixels to the page.
        await browser.Page.SetViewportSizeAsync(683, 384);
        foreach (var page in pages)
        {
            await browser.OpenAsync(page);
            if (await browser.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1"))
            {
                findings.Add($"{page} scrolls sideways at 200 %");
            }
        }

        Assert.Empty(findings);
    }

    [Fact]
    public async Task Large_type_is_switched_on_and_stays_on()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDb(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk);
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.SignInAsync("yiren");

        await browser.TabToAsync("button", "大字");
        await browser.GoAsync("Enter");
        await browser.OpenAsync("/Declarations/Create");

        Assert.Equal("22px", await browser.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
        await browser.PictureAsync("10-大字");
    }

    [Fact]
    public async Task The_core_path_works_without_a_script()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDb(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk);
        await using var desk = await RealBrowser.BeforeAsync(server, scripts: false);
        await desk.OpenAsync("/Account/Login?returnUrl=/Declarations/Create");
        await desk.Page.FillAsync("[name='Input.UserName']", "yiren");
        await desk.Page.FillAsync("[type=password]", OfficeServer.Password);
        await desk.Page.ClickAsync("button.main");
        await desk.Page.WaitForSelectorAsync("[name='Input.FormKey']", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        foreach (var (field, value) in PaperForm.Filled)
        {
            var box = desk.Page.Locator($"[name='Input.{field}']").First;
            if (await box.GetAttributeAsync("type") == "radio")
            {
                await desk.Page.CheckAsync($"[name='Input.{field}'][value='{value}']", new() { Force = true });
            }
            else if (await box.EvaluateAsync<string>("box => box.tagName") == "SELECT")
            {
                await box.SelectOptionAsync(value);
            }
            else
            {
                await box.FillAsync(value);
            }
        }

        await desk.Page.ClickAsync("button.main");
        await desk.Page.WaitForSelectorAsync(".status");
        Assert.Contains("已保存，编号", await desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_asks_for_anything_outside_the_server()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDb(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        await using var browser = await RealBrowser.BeforeAsync(server);
        List<string> asked = [];
        browser.Page.Request += (_, request) => asked.Add(request.Url);

        await browser.SignInAsync("yiren");
        foreach (var page in (string[])["/", "/Declarations/Create", "/Review", "/Passes"])
        {
            await browser.OpenAsync(page);
        }

        Assert.NotEmpty(asked);
        Assert.All(asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), url => Assert.StartsWith(browser.Address, url, StringComparison.Ordinal));
    }
}
