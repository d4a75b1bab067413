using System.Net;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Passes;

/// <summary>通行卡: many cards are ticked and recorded at once; each keeps its own rules.</summary>
public sealed class IndexPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Ticked_cards_are_stamped_at_once_and_each_stands_in_the_register()
    {
        var cards = await CardsAsync(PassState.Printed, 3);
        await _desk.OpenAsync("/Passes?list=stamp");

        await PressAsync("Stamp", cards[..2]);

        Assert.Equal([PassState.Stamped, PassState.Stamped, PassState.Printed], await StatesAsync(cards));
        Assert.StartsWith("登记已盖章 2 张。", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal("/Passes?list=stamp", _desk.Address);
        Assert.Equal(2, await _server.InDbAsync(db => db.SealUses.CountAsync()));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_named_with_the_reason_and_the_rest_is_done()
    {
        var (printed, stamped, waiting) = ((await CardsAsync(PassState.Printed, 1))[0], (await CardsAsync(PassState.Stamped, 1, 10))[0], (await CardsAsync(PassState.AwaitingPrint, 1, 20))[0]);
        await _desk.OpenAsync("/Passes");

        await PressAsync("Stamp", [printed, stamped, waiting]);

        Assert.Equal([PassState.Stamped, PassState.Stamped, PassState.AwaitingPrint], await StatesAsync([printed, stamped, waiting]));
        var name = await _server.InDbAsync(async db => (await db.Passes.SingleAsync(pass => pass.Id == waiting)).Holder.Name.Value);
        Assert.Contains("登记已盖章 1 张。", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Contains("已经盖过章", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Contains($"没有登记：{name}。", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Contains("先打印，再盖章", _desk.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stamped_cards_are_handed_over_each_to_its_holder_or_all_to_a_named_person()
    {
        var cards = await CardsAsync(PassState.Stamped, 4);
        await _desk.OpenAsync("/Passes?list=hand");
        await PressAsync("HandOver", cards[..2]);
        Assert.Equal(["请选领取人：本人按 1，代领按 2。"], _desk.Errors);
        Assert.Equal(2, _desk.Page.QuerySelectorAll("input.tick[checked]").Length);

        await PressAsync("HandOver", cards[..2], ("Who", "Holder"));
        await _desk.OpenAsync("/Passes?list=hand");
        await PressAsync("HandOver", cards[2..], ("Who", "Other"), ("CollectedBy", "马建国"), ("Relation", "邻居"));

        Assert.Equal(["本人", "本人", "马建国（邻居）", "马建国（邻居）"], await _server.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).Select(pass => pass.CollectedBy).ToListAsync()));
    }

    [Fact]
    public async Task Nothing_ticked_is_said_and_without_a_script_a_link_ticks_all()
    {
        await CardsAsync(PassState.Printed, 2);
        await _desk.OpenAsync("/Passes?list=stamp");
        await PressAsync("Stamp", []);
        Assert.Contains("还没有勾选", _desk.Errors.Single(), StringComparison.Ordinal);

        await _desk.OpenAsync(_desk.Page.QuerySelector("a[data-tick=all]")!.GetAttribute("href")!);

        Assert.Equal(2, _desk.Page.QuerySelectorAll("input.tick[checked]").Length);
    }

    [Fact]
    public async Task Who_may_only_read_has_no_ticks_and_records_nothing()
    {
        var cards = await CardsAsync(PassState.Printed, 1);
        var official = await _server.SignedInUserAsync("zhen", _office[..9], Roles.TownshipOfficial);
        await official.OpenAsync("/Passes?list=stamp");
        Assert.Empty(official.Page.QuerySelectorAll("input.tick"));

        await official.PostAsync("/Passes?handler=Stamp", [.. official.MainFields(), new("Input.Cards", $"{cards[0]}")]);

        Assert.Equal([PassState.Printed], await StatesAsync(cards));
    }

    [Fact]
    public async Task A_card_of_another_office_is_not_recorded()
    {
        var cards = await CardsAsync(PassState.Printed, 1);
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var neighbour = await _server.SignedInUserAsync("linju", other.Code, Roles.Clerk);
        await neighbour.OpenAsync("/Passes");

        await neighbour.PostAsync("/Passes?handler=Stamp", [.. neighbour.MainFields(), new("Input.Cards", $"{cards[0]}")]);

        Assert.Equal([PassState.Printed], await StatesAsync(cards));
    }

    [Fact]
    public async Task The_list_says_how_long_a_card_is_good()
    {
        await _server.HandOverAsync(await _server.IssueAsync(1));
        await _desk.OpenAsync("/Passes?list=live");
        Assert.Contains("还有 14 天", _desk.Text, StringComparison.Ordinal);

        _server.Clock.Advance(TimeSpan.FromDays(14));
        _desk = await _server.SignedInAsync("yiren");
        await _desk.OpenAsync("/Passes?list=ending");

        Assert.Equal("有效，今天到期", _desk.Page.QuerySelector("tbody .state")!.TextContent);
    }

    [Fact]
    public async Task A_card_is_found_by_name_and_the_name_is_in_no_address()
    {
        await _server.IssueAsync(3);
        var id = await _desk.ApprovedAsync(_server);
        var name = await _server.InDbAsync(async db => (await db.Passes.SingleAsync(pass => pass.Id == id)).Holder.Name.Value);
        await _desk.OpenAsync("/Passes");
        var form = _desk.Page.QuerySelector("form.list-search")!;

        await _desk.PostAsync(form.GetAttribute("action")!, [.. _desk.MainFields().Where(field => field.Key == "__RequestVerificationToken"), new("q", name)]);

        Assert.Equal(HttpStatusCode.OK, _desk.Status);
        Assert.Equal([name], _desk.Page.QuerySelectorAll("tbody td.name").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(name, _desk.Page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.StartsWith("/Passes?of=", _desk.Address, StringComparison.Ordinal);
    }

    private async Task PressAsync(string handler, IEnumerable<long> cards, params (string Field, string Value)[] collector) => await _desk.PostAsync(
        _desk.Page.QuerySelector($"button[formaction*='handler={handler}']")!.GetAttribute("formaction")!,
        [
            .. _desk.MainFields().Where(field => field.Key == "__RequestVerificationToken"), .. cards.Select(card => KeyValuePair.Create("Input.Cards", $"{card}")),
            .. collector.Select(field => KeyValuePair.Create("Input." + field.Field, field.Value)),
        ]);

    private async Task<List<long>> CardsAsync(PassState state, int count, int from = 0)
    {
        var cards = await _server.IssueAsync(count, from: from);
        var clock = _server.Services.GetRequiredService<OfficeClock>();
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync(each => each.Code == _office);
            foreach (var pass in await db.Passes.Where(pass => cards.Contains(pass.Id)).ToListAsync())
            {
                Action[] steps = [() => pass.Print(office, clock.Now, clock.Today), () => pass.Stamp(LawfulCase.Reviewer, office, clock.Now, clock.Today)];
                foreach (var step in steps.Take((int)state - 1))
                {
                    step();
                }
            }
        }));
        return cards;
    }

    private async Task<List<PassState>> StatesAsync(List<long> cards)
    {
        var states = await _server.InDbAsync(db => db.Passes.Where(pass => cards.Contains(pass.Id)).Select(pass => new { pass.Id, pass.State }).ToListAsync());
        return cards.ConvertAll(card => states.Single(each => each.Id == card).State);
    }
}
