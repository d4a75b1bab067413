using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>F1 opens the chapter of the desk one is at, and nothing that was typed is lost.</summary>
public sealed class HelpKeyTests
{
    [Fact]
    public async Task F1_opens_the_chapter_of_the_desk_beside_what_is_being_typed()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.SignInAsync("yiren");
        await browser.OpenAsync("/Declarations/Create");
        await browser.Page.FillAsync("[name='Input.Name']", "马德山");

        var help = await browser.Page.Context.RunAndWaitForPageAsync(() => browser.PressAsync("F1"));
        await help.WaitForLoadStateAsync();

        Assert.EndsWith("/Help/keying", help.Url, StringComparison.Ordinal);
        Assert.EndsWith("/Declarations/Create", browser.Page.Url, StringComparison.Ordinal);
        Assert.Equal("马德山", await browser.Page.InputValueAsync("[name='Input.Name']"));
        await help.CloseAsync();

        await browser.OpenAsync("/Passes");
        help = await browser.Page.Context.RunAndWaitForPageAsync(() => browser.PressAsync("F1"));
        await help.WaitForLoadStateAsync();
        Assert.EndsWith("/Help/passes", help.Url, StringComparison.Ordinal);
        Assert.Empty(browser.ScriptErrors);
    }

    [Fact]
    public async Task F1_opens_the_guards_chapter_at_the_gate_and_the_sign_in_before_it()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        await server.SignedInGuardAsync("menwei");
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.OpenAsync("/Account/Login");
        var login = await browser.Page.Context.RunAndWaitForPageAsync(() => browser.PressAsync("F1"));
        await login.WaitForLoadStateAsync();
        Assert.EndsWith("/Help/login", login.Url, StringComparison.Ordinal);
        await login.CloseAsync();

        await browser.SignInAsync("menwei", OfficeServer.Pin);
        await browser.OpenAsync("/Verification/Check");
        var help = await browser.Page.Context.RunAndWaitForPageAsync(() => browser.PressAsync("F1"));
        await help.WaitForLoadStateAsync();

        Assert.EndsWith("/Help/checking", help.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_leads_there_without_a_script()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        await using var browser = await RealBrowser.BeforeAsync(server, scripts: false);
        await browser.Page.GotoAsync(browser.Address + "/Account/Login");

        var help = await browser.Page.Context.RunAndWaitForPageAsync(() => browser.Page.ClickAsync(".top a:has-text('帮助')"));
        await help.WaitForLoadStateAsync();
        Assert.EndsWith("/Help/login", help.Url, StringComparison.Ordinal);

        await help.GotoAsync(browser.Address + "/Help");
        await help.FillAsync("#q", "忘了密码");
        await help.PressAsync("#q", "Enter");
        await help.WaitForSelectorAsync(".hits");
        Assert.Equal("忘了密码", await help.Locator("mark").First.TextContentAsync());
    }
}
