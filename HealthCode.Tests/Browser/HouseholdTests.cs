using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace HealthCode.Tests.Browser;

/// <summary>四世同堂 — a household at the window, from the roster to the cards in one hand, with the keyboard alone, leaving pictures.</summary>
public sealed class HouseholdTests(ITestOutputHelper output) : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        await _server.AddUserAsync("yiren", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper);
        await _server.AddFourGenerationsAsync();
        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.SignInAsync("yiren");
        await _desk.CountKeysAsync();
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Four_generations_are_declared_reviewed_printed_and_served_in_one_sitting()
    {
        await _desk.OpenAsync("/Declarations/Household");
        await _desk.TypeAsync(FourGenerations.HouseholdNumber);
        await _desk.GoAsync("Enter");
        await _desk.TabToAsync("td.name a");
        await _desk.GoAsync("Enter");
        for (var place = 0; place < 6; place++)
        {
            await _desk.PressAsync("Space", "Enter");
        }

        await _desk.PictureAsync("40-一户-勾选");
        await _desk.GoAsync("Enter");
        await _desk.KeyHouseholdAsync();
        await _desk.PictureAsync("41-一户-录入");
        await _desk.GoAsync("Alt+S");
        Assert.Contains("已保存 6 份", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
        await TellAsync("declared");
        await _desk.PictureAsync("42-一户");

        await _desk.GoAsync("Alt+L");
        for (var place = 0; place < 6; place++)
        {
            Assert.Contains(FourGenerations.At(place).Name.Value, await _desk.Page.InnerTextAsync(".decision-name"), StringComparison.Ordinal);
            await _desk.KeyFindingsAsync();
            if (place == 1)
            {
                await _desk.PictureAsync("43-一户-审核");
            }

            await _desk.GoAsync("Alt+F");
        }

        Assert.Contains("这一户都审完了", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
        await TellAsync("declared and reviewed");
        await _desk.GoAsync("Alt+P");
        Assert.Equal(6, await _desk.Page.Locator("input[name=ids]").CountAsync());
        await _desk.GoAsync("Alt+P");
        await _desk.Page.WaitForSelectorAsync("text=打开要打印的 PDF");
        await _desk.GoAsync("Alt+H");
        await _desk.GoAsync("Alt+G");
        Assert.Contains("6 张卡已记为盖章", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);

        await _desk.OpenAsync($"/Declarations/Sitting/{await _server.InDbAsync(db => db.Declarations.MinAsync(each => each.Id))}");
        await _desk.GoAsync("Alt+F");
        await _desk.KeyCollectorAsync();
        await _desk.PictureAsync("44-一户-发放");
        await _desk.GoAsync("Alt+F");

        Assert.Contains("已发放 6 张", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
        Assert.All(await _server.InDbAsync(db => db.Passes.ToListAsync()), pass => Assert.Equal(PassState.HandedOver, pass.State));
        var declared = await _server.InDbAsync(db => db.Declarations.OrderBy(each => each.Id).ToListAsync());
        Assert.Equal([false, true, false, false, false, false], declared.Select(each => each.Content.ReadAloud));
        Assert.All(declared, each => Assert.Equal((SignatureKind.Thumbprint, "样例社区3组12号"), (each.Content.Signature!.Value, each.Content.CurrentAddress)));
        await TellAsync("all in all");
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task What_is_typed_for_a_household_is_on_the_server_within_three_seconds_of_a_pause()
    {
        await _desk.OpenAsync("/Declarations/Household/0");
        await _desk.TypeAsync("样例社区");
        await _desk.Page.WaitForFunctionAsync("() => document.getElementById('draft-state').textContent.includes('已保存')", null, new() { Timeout = 3_000 });

        Assert.Contains("样例社区", (await _server.InDbAsync(db => db.Drafts.SingleAsync())).Fields, StringComparison.Ordinal);
        await _desk.OpenAsync("/Declarations/Household");
        await _desk.TabToAsync(".drafts a");
        await _desk.GoAsync("Enter");
        Assert.Equal("样例社区", await _desk.Page.InputValueAsync("[name='Input.Shared.Stays[0].Address']"));
    }

    private async Task TellAsync(string what)
    {
        var (keys, characters) = await _desk.KeysAsync();
        output.WriteLine($"{what}: {keys} keys and {characters} Chinese characters for a household of six");
    }
}
