using HealthCode.Domain.Seals;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Stock;

/// <summary>卡片库存: what came in, what was printed, what is left, counted at the end of the day.</summary>
public sealed class IndexPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("luru", office, Roles.Clerk);
        await _desk.OpenAsync("/Stock");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Sheets_received_printed_and_spoiled_give_what_is_left()
    {
        await EnterAsync("Received", "500");
        await EnterAsync("Spoiled", "3", "受潮");
        var id = Assert.Single(await _server.IssueAsync(1));
        await _desk.OpenAsync($"/Passes/Details/{id}");
        await _desk.PressAsync("已打印");

        await _desk.OpenAsync("/Stock");

        Assert.Equal(["A6 卡纸", "500", "1", "3", "0", "496"], Row("A6 卡纸"));
        Assert.Contains("印好 1 张，印坏 0 张", string.Join(' ', _desk.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_that_differs_needs_a_reason_and_sets_the_book_right()
    {
        await EnterAsync("Received", "500");

        await EnterAsync("Counted", "498");
        Assert.Contains(_desk.Errors, error => error.Contains("账面 500 张，清点 498 张", StringComparison.Ordinal));
        await EnterAsync("Counted", "498", "两张撕坏，没有登记");

        Assert.Equal(["A6 卡纸", "500", "0", "0", "-2", "498"], Row("A6 卡纸"));
        Assert.Equal(-2, (await _server.InDbAsync(db => db.StockEntries.SingleAsync(entry => entry.Kind == StockEntryKind.Counted))).Difference);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("100001")]
    [InlineData("一百")]
    [InlineData("")]
    public async Task A_number_that_cannot_be_gets_a_sentence_at_its_field(string sheets)
    {
        await EnterAsync("Received", sheets);

        Assert.NotEmpty(_desk.Errors);
        Assert.All(_desk.Errors, error => Assert.DoesNotMatch("[A-Za-z]{4}", error));
        Assert.Equal(0, await _server.InDbAsync(db => db.StockEntries.CountAsync()));
    }

    [Fact]
    public async Task Every_entry_is_in_the_audit()
    {
        await EnterAsync("Received", "500");

        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record is { Action: "新建", Subject: "卡片库存 A6 卡纸" });
    }

    private Task<OfficeBrowser> EnterAsync(string kind, string sheets, string note = "") => _desk.PostAsync("/Stock",
    [
        new("__RequestVerificationToken", _desk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        new("Input.Stock", "A6 卡纸"), new("Input.Kind", kind), new("Input.Sheets", sheets), new("Input.Note", note),
    ]);

    private string[] Row(string stock) =>
        [.. _desk.Page.QuerySelectorAll("tbody tr").First(row => row.Children[0].TextContent == stock).Children.Select(cell => cell.TextContent.Trim())];
}
