using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Passes;

/// <summary>扫一张记一张: each scan records one card and says which; the last one can be taken back.</summary>
public sealed class ScanPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";
    private List<long> _cards = [];

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        _cards = await _server.IssueAsync(3);
        var clock = _server.Services.GetRequiredService<OfficeClock>();
        await ChangeAsync(pass => pass.Print(LawfulCase.Office(), clock.Now, clock.Today));
        await _desk.OpenAsync("/Passes/Scan");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Each_scan_records_one_card_says_which_and_counts()
    {
        await StampAsync(0);
        Assert.Equal("1 张", Count());
        Assert.Contains((await CardAsync(0)).Holder.Name.Value, Band(), StringComparison.Ordinal);
        Assert.Contains(PassNumber.Restore((await CardAsync(0)).Number).Grouped, Band(), StringComparison.Ordinal);

        await StampAsync(1);

        Assert.Equal("2 张", Count());
        Assert.Equal([PassState.Stamped, PassState.Stamped, PassState.Printed], new[] { (await CardAsync(0)).State, (await CardAsync(1)).State, (await CardAsync(2)).State });
        Assert.Equal(2, await _server.InDbAsync(db => db.SealUses.CountAsync()));
        Assert.DoesNotContain((await CardAsync(1)).Holder.Name.Value, Uri.UnescapeDataString(_desk.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_number_records_as_well_and_handing_over_names_who_collects()
    {
        await StampAsync(0);
        await _desk.OpenAsync("/Passes/Scan");
        var number = (await CardAsync(0)).Number;
        await _desk.SendAsync(("登记什么", "已发放"), ("扫卡背面的二维码，或输入卡号", number));
        Assert.Equal(["请选领取人：本人按 1，代领按 2。"], _desk.Errors);

        await _desk.SendAsync(("领取人", "代领"), ("代领人姓名", "马建国"), ("与持卡人关系", "孙子"));

        Assert.Equal((PassState.HandedOver, "马建国（孙子）"), ((await CardAsync(0)).State, (await CardAsync(0)).CollectedBy));
        Assert.Equal("马建国", _desk.Field("代领人姓名").GetAttribute("value"));
    }

    [Fact]
    public async Task The_last_stamp_is_taken_back_once_and_its_line_in_the_register_is_crossed_out()
    {
        await StampAsync(0);
        await StampAsync(1);
        var address = _desk.Address;

        await _desk.PressAsync("撤销刚才这一张");

        Assert.Equal([PassState.Stamped, PassState.Printed], new[] { (await CardAsync(0)).State, (await CardAsync(1)).State });
        Assert.Contains("已撤销", _desk.StatusMessage, StringComparison.Ordinal);
        var uses = await _server.InDbAsync(db => db.SealUses.OrderBy(use => use.Id).ToListAsync());
        Assert.Equal([false, true], uses.Select(use => use.IsCrossedOut));
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record is { Action: "撤销登记", UserName: "yiren" });
        Assert.Null(_desk.Page.QuerySelector(".scanned"));

        // Back in the browser, and the same button again.
        await _desk.OpenAsync(address);
        await _desk.PostAsync(address.Replace("?", "?handler=Undo&", StringComparison.Ordinal), _desk.MainFields());
        Assert.Contains(_desk.Errors, error => error.StartsWith(PassRules.NothingFollowed.Sentence, StringComparison.Ordinal));
        await _desk.OpenAsync("/Seals");
        Assert.Contains("用印 1 份", _desk.Text, StringComparison.Ordinal);
        Assert.Single(_desk.Page.QuerySelectorAll("tr.crossed-out"));
    }

    [Fact]
    public async Task A_step_is_taken_back_by_a_clock_that_never_shows_the_same_time_twice()
    {
        _server.Clock.Step = TimeSpan.FromTicks(1);
        await StampAsync(0);
        await _desk.PressAsync("撤销刚才这一张");
        Assert.Contains("已撤销", _desk.StatusMessage, StringComparison.Ordinal);
        await StampAsync(0);
        await _desk.SendAsync(("登记什么", "已发放"), ("领取人", "本人"), ("扫卡背面的二维码，或输入卡号", (await CardAsync(0)).Number));
        Assert.Equal(PassState.HandedOver, (await CardAsync(0)).State);

        await _desk.PressAsync("撤销刚才这一张");

        Assert.Contains("已撤销", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(PassState.Stamped, (await CardAsync(0)).State);
        Assert.Equal([true, false], (await _server.InDbAsync(db => db.SealUses.OrderBy(use => use.Id).ToListAsync())).Select(use => use.IsCrossedOut));
    }

    [Fact]
    public async Task After_ten_minutes_nothing_is_taken_back()
    {
        await StampAsync(0);
        _server.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        await _desk.PressAsync("撤销刚才这一张");

        Assert.Contains(_desk.Errors, error => error.StartsWith(PassRules.UndoneSoon.Sentence, StringComparison.Ordinal));
        Assert.Equal(PassState.Stamped, (await CardAsync(0)).State);
    }

    [Fact]
    public async Task What_another_person_recorded_he_takes_back_himself()
    {
        await StampAsync(0);
        var other = await _server.SignedInUserAsync("taren", _office, Roles.Clerk);
        await other.OpenAsync("/Passes/Scan");

        await other.PostAsync(_desk.Address.Replace("?", "?handler=Undo&", StringComparison.Ordinal), other.MainFields());

        Assert.Contains(other.Errors, error => error.Contains("没有可以撤销的", StringComparison.Ordinal));
        Assert.Equal(PassState.Stamped, (await CardAsync(0)).State);
    }

    [Fact]
    public async Task A_card_twice_a_void_one_a_foreign_one_and_what_is_no_card_are_each_told_and_not_recorded()
    {
        await StampAsync(0);
        await StampAsync(0);
        Assert.Contains("已经盖过章", Error(), StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDbAsync(db => db.SealUses.CountAsync()));

        await ChangeAsync(pass => pass.TakeBackForRenewal(LawfulCase.Now, LawfulCase.Today), 1);
        await StampAsync(1);
        Assert.Contains("续办收回", Error(), StringComparison.Ordinal);

        await SendAsync(PassNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse("640106001001"), 7).Value);
        Assert.Contains("是别的村（居）的卡", Error(), StringComparison.Ordinal);
        await SendAsync(PassNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse(_office), 99).Value);
        Assert.Contains("没有找到", Error(), StringComparison.Ordinal);
        await SendAsync("https://example.org/?code=1");
        Assert.Contains("不是通行卡的二维码", Error(), StringComparison.Ordinal);
        await SendAsync("");
        Assert.Contains("没有读全", Error(), StringComparison.Ordinal);
    }

    private async Task StampAsync(int card) => await SendAsync(await _server.CodeAsync(_cards[card]));

    private Task<OfficeBrowser> SendAsync(string code) => _desk.SendAsync(("登记什么", "已盖章"), ("扫卡背面的二维码，或输入卡号", code));

    private string Error() => Assert.Single(_desk.Errors);

    private string Band() => _desk.Page.QuerySelector(".scanned")!.TextContent;

    private string Count() => _desk.Page.QuerySelector(".scanned-count")!.TextContent.Trim();

    private Task<HealthPass> CardAsync(int card) => _server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.Id == _cards[card]));

    private Task ChangeAsync(Action<HealthPass> change, int? only = null) => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        foreach (var pass in await db.Passes.Where(pass => only == null || pass.Id == _cards[only.Value]).ToListAsync())
        {
            change(pass);
        }
    }));
}
