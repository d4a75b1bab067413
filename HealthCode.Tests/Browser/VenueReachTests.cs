using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>场所 where the province has its code and keeps entries: seen by axe, and keyed with the keyboard alone.</summary>
public sealed class VenueReachTests
{
    [Fact]
    public async Task The_pages_that_one_province_alone_has_have_no_serious_finding_and_a_list_is_keyed_by_the_keyboard()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true, pack: Hebei.Pack);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk);
        var id = await server.AddVenueAsync();
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.SignInAsync("yiren");
        List<string> findings = [];
        foreach (var page in new[] { "", $"/Details/{id}", $"/Poster/{id}", $"/Check/{id}", $"/Entries/{id}" })
        {
            await browser.OpenAsync("/Venues" + page);
            findings.AddRange(await browser.SeriousAsync());
        }

        var keys = browser.Page.Keyboard;
        await browser.Page.Locator("[name='Input.ListNumber']").FocusAsync();
        await keys.TypeAsync("1");
        await browser.Page.Locator("[name='Input.Staff']").FocusAsync();
        await keys.TypeAsync("门卫老李");
        await keys.PressAsync("Enter");
        foreach (var text in new[] { "0730", "马德山", "", "2", "0731", "纳福贵", "身份证", "1" })
        {
            await keys.TypeAsync(text);
            await keys.PressAsync("Enter");
        }

        await browser.Page.WaitForFunctionAsync("() => document.querySelectorAll('tr:not([data-row]) .said').length >= 2 || document.querySelector('.status')");
        Assert.Equal([false, true], (await server.InDbAsync(db => db.VenueEntries.OrderBy(entry => entry.At).ToListAsync())).Select(entry => entry.FoundNormal));
        await browser.OpenAsync("/Venues/Abnormal");
        findings.AddRange(await browser.SeriousAsync());
        Assert.Empty(findings);
    }
}
