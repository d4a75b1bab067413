using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Browser;

/// <summary>打印桌 — a batch from the choice of cards to the stamp, with the keyboard alone, leaving pictures.</summary>
public sealed class PrintingDeskTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await _server.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        await _server.IssueAsync(6, groupOf: 3);
        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.SignInAsync("yiren");
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_group_is_chosen_printed_one_sheet_spoiled_printed_again_and_stamped()
    {
        await _desk.OpenAsync("/Printing");
        await _desk.TabToAsync("select[name='Input.Whose']");
        await _desk.PressAsync("ArrowDown", "ArrowDown");
        await _desk.TabToAsync("button", "看有多少张");
        await _desk.GoAsync("Enter");
        Assert.Contains("3 张卡", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await _desk.PictureAsync("12-打印-选卡");

        await _desk.GoAsync("Alt+P");
        await LaidAsync();
        await _desk.PictureAsync("13-打印-核对");
        await _desk.TabToAsync("input[name='Input.Spoiled']");
        await _desk.TypeAsync("2");
        await _desk.GoAsync("Alt+H");
        await LaidAsync();
        await _desk.GoAsync("Alt+H");
        await _desk.PictureAsync("14-打印-已核对");
        await _desk.GoAsync("Alt+G");

        Assert.Contains("3 张卡已记为盖章", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
        var cards = await _server.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).Select(pass => pass.State).ToListAsync());
        Assert.Equal([.. Enumerable.Repeat(PassState.AwaitingPrint, 3), .. Enumerable.Repeat(PassState.Stamped, 3)], cards);
        var sheets = await _server.InDbAsync(db => db.PrintRuns.SelectMany(run => run.Sheets).OrderBy(sheet => sheet.Number).Select(sheet => sheet.State).ToListAsync());
        Assert.Equal([SheetState.Good, SheetState.Spoiled, SheetState.Good, SheetState.Good], sheets);
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task Choices_set_the_ticks_without_a_round_trip_and_the_figures_follow()
    {
        await _desk.OpenAsync("/Printing?Input.Product=a4-4");
        var tally = _desk.Page.Locator("[data-tally]");
        Assert.Contains("6 张卡，用 A4 卡纸 2 张", await tally.InnerTextAsync(), StringComparison.Ordinal);
        await _desk.TabToAsync("a[data-tick=none]");
        await _desk.PressAsync("Enter");
        Assert.Contains("0 张卡，用 A4 卡纸 0 张", await tally.InnerTextAsync(), StringComparison.Ordinal);
        await _desk.TabToAsync("input.tick");
        await _desk.PressAsync("Space");
        Assert.Contains("1 张卡，用 A4 卡纸 1 张", await tally.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await _desk.Page.Locator("a[data-tick][aria-current]").CountAsync());
        await _desk.Page.FocusAsync("a[data-tick=new]");
        await _desk.PressAsync("Enter");
        Assert.Contains("6 张卡，用 A4 卡纸 2 张", await tally.InnerTextAsync(), StringComparison.Ordinal);
        await _desk.Page.FillAsync("[name='Input.FirstPlace']", "4");
        Assert.Contains("6 张卡，用 A4 卡纸 3 张", await tally.InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/Printing?Input.Product=a4-4", _desk.Page.Url, StringComparison.Ordinal);
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task Each_button_of_the_list_of_cards_says_how_many_of_the_ticked_it_concerns()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var (office, clock) = (await db.Offices.SingleAsync(), _server.Services.GetRequiredService<OfficeClock>());
            var rows = await db.Passes.OrderBy(pass => pass.Id).ToListAsync();
            rows[..5].ForEach(pass => pass.Print(office, clock.Now, clock.Today));
            rows[..2].ForEach(pass => pass.Stamp(LawfulCase.Clerk, office, clock.Now, clock.Today));
        }));
        await _desk.OpenAsync("/Passes");
        await _desk.TabToAsync("a[data-tick=all]");
        await _desk.PressAsync("Enter");
        Assert.Equal(["登记已盖章 3 张", "登记已发放 2 张"], await ButtonsAsync());
        await _desk.TabToAsync("a[data-tick=Printed]");
        await _desk.PressAsync("Enter");
        Assert.Equal(["登记已盖章 3 张", "登记已发放 0 张"], await ButtonsAsync());
        await _desk.PictureAsync("14-通行卡-勾选");

        await _desk.GoAsync("Alt+G");

        Assert.StartsWith("登记已盖章 3 张。", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
        Assert.Equal(5, await _server.InDbAsync(db => db.Passes.CountAsync(pass => pass.State == PassState.Stamped)));
        Assert.Empty(_desk.ScriptErrors);
    }

    private async Task<IReadOnlyList<string>> ButtonsAsync() =>
        [.. (await _desk.Page.Locator(".bar button").AllInnerTextsAsync()).Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Split(" Alt")[0])];

    private async Task LaidAsync() => await _desk.Page.WaitForSelectorAsync("text=打开要打印的 PDF");
}
