using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

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

    private async Task LaidAsync() => await _desk.Page.WaitForSelectorAsync("text=打开要打印的 PDF");
}
