using HealthCode.Domain.Couriers;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Administration.Keys;

/// <summary>密钥失窃: a key of one's own is ended from a moment on, another takes over, and what must be reprinted is said.</summary>
public sealed class StolenKeyTests : IAsyncLifetime
{
    private const string Address = "/Administration/Trust";
    private const string End = "停用这把密钥，换新的";

    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";
    private IssuingKey _thief = null!;
    private readonly List<(long Id, string Code, string Number)> _cards = [];

    /// <summary>A card of the day before, one of the morning, one after the theft at noon; now it is two o'clock.</summary>
    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        await _server.AddUserAsync("admin", _office, Roles.SystemAdministrator, Roles.Clerk);
        await CardAsync();
        _thief = (await OwnAsync())[0];
        _server.Clock.Advance(TimeSpan.FromDays(1));
        await CardAsync();
        _server.Clock.Advance(TimeSpan.FromHours(4));
        await CardAsync();
        _server.Clock.Advance(TimeSpan.FromHours(1));
        _desk = await _server.SignedInAsync("admin");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Cards_of_before_the_theft_stay_good_later_ones_are_replaced_and_what_the_thief_makes_is_nobodys()
    {
        await EndAsync("2020-03-06T12:00");

        Assert.Contains("第 1 号密钥已停用，现在用第 2 号签发。要换的卡 2 张", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Contains("要换的卡还有 2 张（其中 1 张", _desk.Text, StringComparison.Ordinal);
        Assert.Equal(["有效", "有效", "须换卡"], await CheckAllAsync());
        // A number that was never given, and a true number with another holder or another day: none of them stands in the register.
        var (number, holder) = (PassNumber.Restore(_cards[0].Number), LawfulCase.Applicant);
        var (first, second) = (new DateOnly(2020, 3, 5), new DateOnly(2020, 3, 6));
        var real = (await _server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.Id == _cards[0].Id))).Holder;
        Assert.Equal("不是本系统签发", await CheckAsync(Forged(PassNumber.Of(DivisionCode.Parse(_office), 900), first, holder)));
        Assert.Equal("不是本系统签发", await CheckAsync(Forged(number, first, holder)));
        Assert.Equal("不是本系统签发", await CheckAsync(Forged(number, second, real)));
        Assert.Equal("有效", await CheckAsync(Forged(number, first, real)));
        // The number alone and the paper list know the card that must be replaced, and no other.
        Assert.Equal("须换卡", await CheckAsync(_cards[2].Number));
        Assert.Equal("编号有效", await CheckAsync(_cards[1].Number));
        Assert.Equal([new StoppedPass(_cards[2].Number, StopKind.Void)], await StoppedAsync());
    }

    [Fact]
    public async Task The_new_key_signs_at_once_also_what_was_issued_before_and_the_list_shrinks_with_each_reprint()
    {
        await EndAsync("2020-03-06T12:00");
        var trusted = await _server.Services.GetRequiredService<SigningKeyStore>().TrustedAsync();
        foreach (var (id, _, _) in _cards)
        {
            Assert.Equal(2, trusted.Read(await _server.CodeAsync(id)).Key!.Number);
        }

        await _desk.OpenAsync("/Passes?list=replace");
        Assert.Equal([_cards[2].Number, _cards[1].Number], Numbers());

        await _desk.OpenAsync($"/Passes/Reprint/{_cards[2].Id}");
        await _desk.SendAsync(("为什么补打", "损毁"), ("经过", "签发密钥失窃换卡"));

        await _desk.OpenAsync("/Passes?list=replace");
        Assert.Equal([_cards[1].Number], Numbers());
        var reprint = await _server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.ReprintOf == _cards[2].Number));
        await _server.HandOverAsync(reprint.Id);
        Assert.Equal("有效", await CheckAsync(await _server.CodeAsync(reprint.Id)));
        Assert.Equal("已遗失作废", await CheckAsync(_cards[2].Code));
    }

    [Theory]
    [InlineData("2020-03-06T14:01", "失窃时间不能晚于现在")]
    [InlineData("2020-03-04T23:59", "失窃时间不能早于这把密钥开始使用的那一天")]
    [InlineData("昨天", "请填失窃时间")]
    [InlineData("", "请填失窃时间")]
    public async Task A_moment_that_cannot_be_is_refused_and_nothing_ends(string at, string sentence)
    {
        await EndAsync(at);

        Assert.Contains(sentence, Assert.Single(_desk.Errors), StringComparison.Ordinal);
        Assert.Single(await OwnAsync());
    }

    [Fact]
    public async Task A_key_this_server_does_not_have_is_refused_and_nothing_ends()
    {
        await EndAsync("2020-03-06T12:00", number: 9);

        Assert.Equal([TrustRules.KeyIsOwn.Sentence], _desk.Errors);
        Assert.Single(await OwnAsync());
    }

    [Fact]
    public async Task It_needs_a_reason_moves_only_backwards_and_stands_in_the_audit()
    {
        await EndAsync("2020-03-06T12:00", "");
        Assert.Contains("请写明原因", Assert.Single(_desk.Errors), StringComparison.Ordinal);
        await EndAsync("2020-03-06T12:00");
        await EndAsync("2020-03-06T13:00");
        Assert.Contains("只能再往前改", Assert.Single(_desk.Errors), StringComparison.Ordinal);
        await EndAsync("2020-03-05T00:00");
        Assert.Empty(_desk.Errors);

        Assert.Equal(2, (await OwnAsync()).Count);
        Assert.Equal(["须换卡", "须换卡", "须换卡"], await CheckAllAsync());
        var said = await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "密钥失窃").Select(record => record.Detail).ToListAsync());
        Assert.Equal(["从 2020年3月6日 12:00:00 起；电脑被偷", "从 2020年3月5日 00:00:00 起；电脑被偷"], said);
    }

    [Fact]
    public async Task Another_office_learns_it_with_the_next_file_and_asks_about_the_new_key_on_the_telephone()
    {
        await using var other = await OfficeServer.WithOfficeAsync(await _server.FirstVillageAsync(1));
        other.Clock.SetTo(_server.Clock.GetUtcNow());
        var desk = await other.SignedInUserAsync("admin", await other.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync()), Roles.SystemAdministrator, Roles.Clerk);
        await ImportAsync(desk, "指纹一样，导入");
        Assert.Equal(["有效", "有效", "有效"], await CheckAllAsync(desk));

        await EndAsync("2020-03-06T12:00");
        await ImportAsync(desk, "指纹一样，导入");

        Assert.Contains("对方已报失窃", desk.Text, StringComparison.Ordinal);
        Assert.Equal(["有效", "须换卡", "须换卡"], await CheckAllAsync(desk));
        var key = (await other.InDbAsync(db => db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().Where(each => each.OfficeCode == _office).OrderBy(each => each.Number).ToListAsync()))[0];
        Assert.NotNull(key.CompromisedAt);
        // Nothing that the stolen key signs is received any more, whatever day it says.
        var package = new CourierPackage(_office, 1, 1, new(2020, 3, 5), new(2020, 3, 5), new(2020, 3, 5, 12, 0, 0, TimeSpan.FromHours(8)), [new(new(2020, 3, 5))]);
        Assert.Equal(CourierRules.KeyIsNotStolen, CourierPackage.Read(package.Write(_thief, []), new([key])).Against!.Rule);
    }

    private async Task ImportAsync(OfficeBrowser desk, string button)
    {
        var file = await _desk.Http.GetByteArrayAsync(Address + "?handler=File");
        await desk.OpenAsync(Address);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(desk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "信任名单.json" },
        };
        await desk.PostAsync(Address + "?handler=Read", form);
        await desk.PressAsync(button);
        Assert.Contains("已导入", desk.StatusMessage, StringComparison.Ordinal);
    }

    private string Forged(PassNumber number, DateOnly first, HealthCode.Domain.People.Person holder) =>
        _thief.Sign(new PassToken(1, number, new(first, first.AddDays(14)), DocumentTag.Of(_thief.Trusted.DocumentTagKey, number, holder)));

    private async Task CardAsync()
    {
        var id = Assert.Single(await _server.IssueAsync(1, from: _cards.Count));
        await _server.HandOverAsync(id);
        _cards.Add((id, await _server.CodeAsync(id), await _server.InDbAsync(db => db.Passes.Where(pass => pass.Id == id).Select(pass => pass.Number).SingleAsync())));
    }

    private Task<IReadOnlyList<IssuingKey>> OwnAsync() =>
        _server.InDbAsync(async db => await _server.Services.GetRequiredService<SigningKeyStore>().OwnAsync(db, await db.Offices.SingleAsync()));

    private Task<IReadOnlyList<StoppedPass>> StoppedAsync() =>
        _server.InDbAsync(async db => (await db.StopListOfAsync(_office, OfficeClock.AtOffice(_server.Clock.GetUtcNow()))).Lines);

    private async Task EndAsync(string at, string reason = "电脑被偷", int number = 1)
    {
        await _desk.OpenAsync(Address);
        var token = _desk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Contains(_desk.Page.QuerySelectorAll("button"), button => button.TextContent == End);
        await _desk.PostAsync(Address + "?handler=Stolen", [new("__RequestVerificationToken", token), new("code", _office), new("number", $"{number}"), new("Input.At", at), new("Input.Reason", reason)]);
    }

    private List<string> Numbers() => [.. _desk.Page.QuerySelectorAll("tbody tr td:nth-child(3)").Select(cell => cell.TextContent.Replace(" ", "", StringComparison.Ordinal))];

    private async Task<string[]> CheckAllAsync(OfficeBrowser? desk = null)
    {
        List<string> words = [];
        foreach (var card in _cards)
        {
            words.Add(await CheckAsync(card.Code, desk));
        }

        return [.. words];
    }

    private async Task<string> CheckAsync(string code, OfficeBrowser? desk = null)
    {
        var gate = desk ?? _desk;
        await gate.OpenAsync("/Verification/Check");
        await gate.SendAsync(("扫卡背面的二维码，或输入卡号", code));
        return gate.Verdict();
    }
}
