using System.Net;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Passes;

public sealed class DetailsPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";
    private long _id;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        _id = await _desk.ApprovedAsync(_server);
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_card_is_printed_stamped_and_handed_over_in_this_order()
    {
        await PressAsync("已打印");
        Assert.Equal(PassState.Printed, (await CardAsync()).State);
        await PressAsync("已盖章");
        Assert.Equal("测试yiren", (await CardAsync()).StampedBy);
        await PressAsync("已发放", ("领取人", "代领"), ("代领人姓名", "马小龙"), ("与持卡人关系", "儿子"));

        var card = await CardAsync();
        Assert.Equal(PassState.HandedOver, card.State);
        Assert.Equal("马小龙（儿子）", card.CollectedBy);
        Assert.Contains("● 有效", "● " + _desk.Page.QuerySelector(".state")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_out_of_order_is_refused()
    {
        await _desk.OpenAsync($"/Passes/Details/{_id}");
        var fields = _desk.MainFields();

        await _desk.PostAsync($"/Passes/Details/{_id}?handler=HandOver", [.. fields, new("Input.Who", "Holder")]);

        Assert.Contains(_desk.Errors, error => error.Contains("先盖章，再发放", StringComparison.Ordinal));
        Assert.Equal(PassState.AwaitingPrint, (await CardAsync()).State);
    }

    [Fact]
    public async Task Handing_over_names_who_collected()
    {
        await PressAsync("已打印");
        await PressAsync("已盖章");
        await PressAsync("已发放");
        Assert.Equal(["请选领取人：本人按 1，代领按 2。"], _desk.Errors);
        await PressAsync("已发放", ("领取人", "代领"));
        Assert.Equal(["代领的，请写领取人的姓名。"], _desk.Errors);
        await PressAsync("已发放", ("领取人", "代领"), ("代领人姓名", "马小龙"));

        Assert.Equal(["代领的，请写领取人与持卡人的关系，例如 儿子。"], _desk.Errors);
        Assert.Equal(PassState.Stamped, (await CardAsync()).State);
    }

    [Fact]
    public async Task The_card_on_the_screen_is_a_picture_of_the_print_masked_as_the_page_is()
    {
        await _desk.OpenAsync($"/Passes/Details/{_id}");
        var faces = _desk.Page.QuerySelectorAll(".face img").Select(image => image.GetAttribute("src")!).ToList();
        Assert.Equal(2, faces.Count);
        var masked = await _desk.Http.GetByteArrayAsync(faces[0]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], masked[..4]);

        await _desk.OpenAsync($"/Passes/Unveil/{_id}");
        await _desk.SendAsync(("原因", "核对证件号码"));
        var full = await _desk.Http.GetByteArrayAsync(_desk.Page.QuerySelector(".face img")!.GetAttribute("src")!);

        Assert.NotEqual(masked, full);
        Assert.Equal(masked, await _desk.Http.GetByteArrayAsync(faces[0]));
        _server.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(masked, await _desk.Http.GetByteArrayAsync(_desk.Page.QuerySelector(".face img")!.GetAttribute("src")!));
    }

    [Fact]
    public async Task A_lost_card_is_reprinted_under_a_new_number_with_the_same_end_date()
    {
        _server.Clock.Advance(TimeSpan.FromDays(5));
        _desk = await _server.SignedInAsync("yiren");
        await _desk.OpenAsync($"/Passes/Reprint/{_id}");
        await _desk.SendAsync(("为什么补打", "遗失"), ("经过", "赶集时丢失"));

        var cards = await _server.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).ToListAsync());
        Assert.Equal([PassState.Lost, PassState.AwaitingPrint], cards.Select(card => card.State));
        Assert.Equal(cards[0].Validity, cards[1].Validity);
        Assert.Equal(cards[0].Number, cards[1].ReprintOf);
        Assert.Single(cards, card => card.IsCurrent);
    }

    [Fact]
    public async Task A_card_is_stopped_on_a_clause_with_a_reason()
    {
        await _desk.OpenAsync($"/Passes/Revoke/{_id}");
        await _desk.PostAsync($"/Passes/Revoke/{_id}", [.. _desk.MainFields(), new("Input.Reason", "接疾控通知")]);
        Assert.Contains(_desk.Errors, error => error.Contains("请选择依据哪一条", StringComparison.Ordinal));

        await _desk.PostAsync($"/Passes/Revoke/{_id}", [.. _desk.MainFields().Where(field => field.Key != "Input.Reason"), new("Input.Clause", "CloseContact"), new("Input.Reason", "接疾控通知")]);

        Assert.Equal((PassState.Revoked, RefusalClause.CloseContact), ((await CardAsync()).State, (await CardAsync()).RevocationClause));
        Assert.Contains("未解除隔离医学观察的", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Printing_gives_a_pdf_and_leaves_a_record()
    {
        using var answer = await _desk.Http.GetAsync($"/Printing/Card/{_id}");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("%PDF"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..4]);
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Action == "打印" && record.Subject.StartsWith("通行卡", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_is_no_longer_live_is_not_printed()
    {
        _server.Clock.Advance(TimeSpan.FromDays(15));
        _desk = await _server.SignedInAsync("yiren");

        await _desk.OpenAsync($"/Printing/Card/{_id}");

        Assert.Equal($"/Passes/Details/{_id}", _desk.Address);
        Assert.Contains("不能再打印", _desk.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_waiting_for_review_does_not_exist()
    {
        var waiting = await _desk.KeyedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));

        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync(pass => pass.DeclarationId == waiting)));
    }

    [Fact]
    public async Task The_township_reads_cards_and_moves_none()
    {
        var official = await _server.SignedInUserAsync("xiangzhen", _office[..9], Roles.TownshipOfficial);
        await official.OpenAsync($"/Passes/Details/{_id}");
        Assert.Equal(HttpStatusCode.OK, official.Status);
        Assert.Empty(official.Page.QuerySelectorAll("main form"));
        var token = official.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await official.PostAsync($"/Passes/Details/{_id}?handler=Print", [new("__RequestVerificationToken", token)]);

        Assert.StartsWith("/Account/Denied", official.Address, StringComparison.Ordinal);
        Assert.Equal(PassState.AwaitingPrint, (await CardAsync()).State);
    }

    [Fact]
    public async Task The_first_page_counts_what_waits()
    {
        await _desk.KeyedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));

        await _desk.OpenAsync("/");

        Assert.Equal(["1", "1", "0", "0"], _desk.Page.QuerySelectorAll(".tile strong").Select(tile => tile.TextContent));
        Assert.Contains("纳福贵", _desk.Text, StringComparison.Ordinal);
    }

    private async Task PressAsync(string button, params (string Label, string? Value)[] values)
    {
        await _desk.OpenAsync($"/Passes/Details/{_id}");
        await _desk.PressAsync(button, values);
    }

    private Task<HealthPass> CardAsync() => _server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.Id == _id));
}
