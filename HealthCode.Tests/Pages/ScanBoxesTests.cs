using System.Text.RegularExpressions;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Checkpoints;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages;

/// <summary>扫到框里: every box that a scanner or a reader of identity cards may hit takes what it types, each by its own rule.</summary>
public sealed partial class ScanBoxesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private HealthPass _card = null!;
    private string _code = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _clerk = await _server.ClerkAsync();
        _card = Assert.Single(await _server.CardsInHandAsync());
        _code = await _server.CodeAsync(_card.Id);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Every_box_for_the_number_of_an_identity_document_and_every_search_of_people_takes_scans()
    {
        var pages = SourceTree.Folder("HealthCode.Web", "Pages");
        var boxes = Directory.GetFiles(pages, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Where(line => NumberBox().IsMatch(line)).Select(line => $"{Path.GetRelativePath(pages, file)}: {line.Trim()}")).ToList();

        Assert.True(boxes.Count > 10, string.Join('\n', boxes));
        Assert.DoesNotContain(boxes, box => !box.Contains("data-scan", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/Residents", "找谁", "/Residents/Details/")]
    [InlineData("/HealthStatuses", "找谁", "/HealthStatuses/Details/")]
    public async Task A_card_scanned_into_a_search_of_people_opens_its_holder_and_its_code_stands_in_no_address(string page, string box, string opened)
    {
        await EnterHolderAsync();
        foreach (var scanned in new[] { _code, "]Q1" + _code, _card.Number })
        {
            await _clerk.OpenAsync(page);
            await _clerk.PressAsync("查找", (box, scanned));

            Assert.StartsWith(opened, _clerk.Address, StringComparison.Ordinal);
            Assert.Contains(_card.Holder.Name.Value, _clerk.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(_code[..25], _clerk.Address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_card_scanned_into_the_search_of_households_finds_that_of_its_holder()
    {
        await EnterHolderAsync();
        await _clerk.OpenAsync("/Declarations/Household");
        await _clerk.PressAsync("查找", ("找哪一户", _code));

        Assert.Contains("找到的户", _clerk.Text, StringComparison.Ordinal);
        Assert.Contains(_card.Holder.Name.Value, _clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_code[..25], _clerk.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Residents")]
    [InlineData("/HealthStatuses")]
    public async Task A_card_whose_holder_is_not_in_the_roster_is_said_to_be_so_and_does_not_stay_in_the_box(string page)
    {
        await _clerk.OpenAsync(page);
        await _clerk.PressAsync("查找", ("找谁", _code));

        Assert.Contains(HolderSearch.Unknown, _clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_code[..25], _clerk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_with_a_false_signature_finds_nobody()
    {
        await EnterHolderAsync();
        var forged = _code[..^5] + (_code[^5] == 'A' ? 'B' : 'A') + _code[^4..];
        await _clerk.OpenAsync("/Residents");
        await _clerk.PressAsync("查找", ("找谁", forged));

        Assert.DoesNotContain("/Details/", _clerk.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_card_scanned_into_the_box_of_an_identity_document_is_told_from_one_even_when_it_is_to_be_saved_regardless(bool regardless)
    {
        await _clerk.OpenAsync("/Residents/Create");
        await _clerk.SendAsync(("姓名", "马小红"), ("证件号码", _card.Number), ("住址", "样例村3组8号"), ("核对无误，强制保存", regardless ? "on" : null));

        Assert.Contains(_clerk.Errors, error => error.Contains("这是健康通行卡上的码，不是证件号码", StringComparison.Ordinal));
        Assert.Equal(0, await _server.InDbAsync(db => db.Residents.CountAsync()));
    }

    private async Task EnterHolderAsync()
    {
        await _clerk.OpenAsync("/Residents/Create");
        await _clerk.SendAsync(("姓名", _card.Holder.Name.Value), ("证件号码", _card.Holder.Document.Number), ("住址", "样例村3组8号"), ("户号", "3-8"));
        Assert.Equal("已登记。", _clerk.StatusMessage);
    }

    [GeneratedRegex("<(field for|input)[^\n]*(DocumentNumber|id=\"[Qq]\"[^\n]*(姓名|mmt))")]
    private static partial Regex NumberBox();
}
