using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Review;

/// <summary>一户一次办, from the window to the hand: reviewed one after the other, printed and handed over together.</summary>
public sealed class HouseholdReviewTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private List<long> _ids = [];

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _desk = await _server.SignedInUserAsync("yiren", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper);
        _ids = await _desk.SatDownAsync(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task After_a_decision_the_next_of_the_household_is_there_with_nothing_filled_in()
    {
        await _desk.DecideAsync(_ids[0], "Approve");

        Assert.Equal($"/Review/Decide/{_ids[1]}", _desk.Address);
        Assert.StartsWith("马建国：已作出“符合”", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(["马建国", "穆桂花", "马志强", "杨秀英", "马小兰", "马小军"], _desk.Page.QuerySelectorAll("nav.household a[href*=Decide]:not(.button)").Select(link => link.FirstChild!.TextContent.Trim()));
        Assert.True(string.IsNullOrEmpty(_desk.Field("体温（℃）").GetAttribute("value")));
        Assert.All(_desk.Page.QuerySelectorAll("main form [checked]"), ticked => Assert.Equal("Input.Site", ticked.GetAttribute("name")));
    }

    [Fact]
    public async Task Each_has_his_own_decision_and_after_the_last_the_household_is_shown()
    {
        foreach (var (place, id) in _ids.Index())
        {
            await _desk.DecideAsync(id, place == 1 ? "Return" : "Approve", ("Temperature", $"36{place}"), ("MissingItems", place == 1 ? "签字" : null));
            Assert.Empty(_desk.Errors);
        }

        Assert.Equal($"/Declarations/Sitting/{_ids[^1]}", _desk.Address);
        Assert.EndsWith("这一户都审完了。", _desk.StatusMessage, StringComparison.Ordinal);
        var decided = await _server.InDbAsync(db => db.Declarations.Include(each => each.Decisions).OrderBy(each => each.Id).ToListAsync());
        Assert.Equal(DeclarationState.Returned, decided[1].State);
        Assert.Equal(["36.0 ℃", "36.1 ℃", "36.2 ℃", "36.3 ℃", "36.4 ℃", "36.5 ℃"], decided.Select(each => Assert.Single(each.TemperatureReadings).Temperature.ToString()));
        Assert.Equal(5, await _server.InDbAsync(db => db.Passes.CountAsync()));
        Assert.NotNull(_desk.Page.QuerySelector($"a[href='/Printing/Slip/{_ids[1]}']"));
    }

    [Fact]
    public async Task Who_was_declared_alone_goes_the_usual_way()
    {
        var pass = await _desk.ApprovedAsync(_server);

        Assert.Equal($"/Passes/Details/{pass}", _desk.Address);
        Assert.Null(_desk.Page.QuerySelector("a[href*=Sitting]"));
    }

    [Fact]
    public async Task The_reviewers_reading_is_noted_on_the_form_with_his_name_and_the_decision_stands()
    {
        await _desk.OpenAsync($"/Review/Decide/{_ids[1]}");
        Assert.Contains("穆桂花，现在把您的申报表念给您听", _desk.Page.QuerySelector("details.aloud-text")!.TextContent, StringComparison.Ordinal);
        await _desk.DecideAsync(_ids[1], "Measure", ("ReadAloud", "true"));
        Assert.Contains("已向本人宣读过。", _desk.Text, StringComparison.Ordinal);
        await _desk.DecideAsync(_ids[1], "Approve");
        await _desk.DecideAsync(_ids[2], "Approve", ("ReadAloud", "true"));
        Assert.Empty(_desk.Errors);

        var read = await _server.InDbAsync(db => db.Declarations.Include(each => each.Versions.OrderBy(version => version.Number)).Where(each => each.State == DeclarationState.Approved).ToListAsync());
        Assert.Equal(2, read.Count);
        Assert.All(read, each => Assert.Equal((true, "审核时已向本人宣读", "yiren"), (each.Content.ReadAloud, each.Versions[^1].Reason, each.Versions[^1].By.UserName)));
    }

    [Fact]
    public async Task A_decision_that_fails_notes_no_reading()
    {
        await _desk.DecideAsync(_ids[1], "Approve", ("ReadAloud", "true"), ("LivedHere", null));

        Assert.NotEmpty(_desk.Errors);
        Assert.Equal("1", _desk.Page.QuerySelector("[name='Input.Version']")!.GetAttribute("value"));
        Assert.NotNull(_desk.Page.QuerySelector("[name='Input.ReadAloud'][checked]"));
        Assert.Equal(1, await _server.InDbAsync(db => db.Declarations.Where(each => each.Id == _ids[1]).Select(each => each.Version).SingleAsync()));
    }

    [Fact]
    public async Task The_receipt_lists_the_household_with_its_numbers_and_nobody_else()
    {
        await _desk.KeyedAsync(_server, ("Stays[0].Address", "样例社区3组12号"));
        using var receipt = new PdfInspector(await _desk.Http.GetByteArrayAsync($"/Printing/Receipt/{_ids[2]}"));

        Assert.All(Enumerable.Range(0, 6), place =>
        {
            Assert.Contains(FourGenerations.At(place).Name.Value, receipt.Words(1), StringComparison.Ordinal);
            Assert.Contains($"20200305-000{place + 1}", receipt.Words(1), StringComparison.Ordinal);
        });
        Assert.DoesNotContain("马德山", receipt.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cards_are_chosen_in_one_click_and_handed_over_at_once_to_one_who_signs_once()
    {
        foreach (var id in _ids)
        {
            await _desk.DecideAsync(id, "Approve");
        }

        await _desk.ApprovedAsync(_server);
        await _desk.OpenAsync($"/Declarations/Sitting/{_ids[0]}");
        await _desk.OpenAsync(_desk.Page.QuerySelector("a[href*='Whose']")!.GetAttribute("href")!);
        Assert.Equal(6, _desk.Page.QuerySelectorAll("input[name=ids]").Length);
        var cards = await StampAsync(5);

        await _desk.OpenAsync($"/Passes/HandOver/{cards[3]}");
        Assert.Equal(5, _desk.Page.QuerySelectorAll("input[name='Input.Cards'][checked]").Length);
        using var sheet = new PdfInspector(await _desk.Http.GetByteArrayAsync($"/Printing/Collection/{cards[3]}"));
        Assert.Equal(1, sheet.Words(1).Split("领取人（签字或按手印）").Length - 1);
        Assert.Contains("马小兰", sheet.Words(1), StringComparison.Ordinal);
        Assert.All(["马小军", "马德山"], name => Assert.DoesNotContain(name, sheet.Words(1), StringComparison.Ordinal));

        await _desk.SendAsync(("领取人", "本人"));
        Assert.Equal([PassRules.CollectorOfSeveral.Sentence], _desk.Errors);
        // Meanwhile the last one is not stamped: somebody ticks it all the same.
        await _desk.PostAsync($"/Passes/HandOver/{cards[3]}", [.. _desk.FieldsWith(new Dictionary<string, string> { ["CollectedBy"] = "马志强", ["Relation"] = "家人" }), new("Input.Cards", $"{cards[5]}")]);

        Assert.Equal("已发放 5 张。没有发的：马小军（已打印）。", _desk.StatusMessage);
        var collected = await _server.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).Take(6).Select(pass => pass.CollectedBy).ToListAsync());
        Assert.Equal(["马志强（家人）", "马志强（家人）", "本人", "马志强（家人）", "马志强（家人）", ""], collected);
        Assert.Equal($"/Declarations/Sitting/{_ids[3]}", _desk.Address);
    }

    [Fact]
    public async Task A_township_official_sees_the_household_with_masked_names_and_no_button()
    {
        var official = await _server.SignedInUserAsync("zhen", (await _server.FirstVillageAsync()).Value[..9], Roles.TownshipOfficial);
        await official.OpenAsync($"/Declarations/Sitting/{_ids[0]}");

        Assert.Contains("穆**", official.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("穆桂花", official.Html, StringComparison.Ordinal);
        Assert.Empty(official.Page.QuerySelectorAll("main .bar a"));
    }

    /// <summary>Prints all cards of the household and stamps the first of them; returns the keys of all six.</summary>
    private Task<List<long>> StampAsync(int stamped) => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync();
        var passes = await db.Passes.Where(pass => _ids.Contains(pass.DeclarationId)).OrderBy(pass => pass.Id).ToListAsync();
        foreach (var (place, pass) in passes.Index())
        {
            pass.Print(office, _server.Now, _server.Today);
            if (place < stamped)
            {
                pass.Stamp(LawfulCase.Reviewer, office, _server.Now, _server.Today);
            }
        }

        return passes.ConvertAll(pass => pass.Id);
    }));
}
