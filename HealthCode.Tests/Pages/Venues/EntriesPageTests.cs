using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Venues;

/// <summary>录入入场名单: each row by itself, and a wrong one does not stop the others.</summary>
public sealed class EntriesPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private long _venue;

    private string Address => $"/Venues/Entries/{_venue}";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        _venue = await _server.AddVenueAsync();
        _clerk = await _server.ClerkAsync();
        await _clerk.OpenAsync(Address);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Rows_are_saved_one_by_one_and_wrong_ones_stay_with_their_sentence()
    {
        await PostAsync((0, "0730", "马德山", "1"), (1, "7点40", "", "1"), (2, "0750", "纳福贵", "2"), (3, "0755", "丁路过", "9"));

        Assert.Equal([EntryRules.HasPerson.Sentence, EntryRules.TemperatureTicked.Sentence], _clerk.Errors);
        Assert.Equal(System.Net.HttpStatusCode.OK, _clerk.Status);
        Assert.Equal([("07:30", "马德山", true), ("07:50", "纳福贵", false)], (await SavedAsync()).Select(entry => ($"{entry.At:HH:mm}", entry.Name, entry.FoundNormal)));
        Assert.Equal(["", "7点40", "", "0755"], Enumerable.Range(0, 4).Select(row => _clerk.Page.QuerySelector($"[name='Input.Rows[{row}].At']")!.GetAttribute("value") ?? ""));
        Assert.Contains("已经录的（2 行）", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_sent_by_the_script_is_answered_with_its_sentences_and_keyed_once()
    {
        Assert.Equal("""{"sentences":[]}""", await RowAsync((0, "0730", "马德山", "1")));
        Assert.Contains(EntryRules.NotTwice.Sentence, await RowAsync((0, "0730", "马德山", "1")), StringComparison.Ordinal);
        Assert.Contains("测试luru录的", await RowAsync((0, "7:30", "马德山", "2")), StringComparison.Ordinal);
        Assert.Equal("""{"sentences":[]}""", await RowAsync((0, "0815", "马德山", "1")));

        Assert.Equal(2, (await SavedAsync()).Count);
    }

    [Fact]
    public async Task The_list_of_another_venue_is_refused_once_for_all_its_rows()
    {
        await PostAsync("0002", "3.5", "门卫老李", (0, "0730", "马德山", "1"), (1, "0731", "纳福贵", "1"));

        Assert.Equal([EntryRules.ListOfVenue.Sentence + "0001。"], _clerk.Errors);
        Assert.Empty(await SavedAsync());
        // The number is typed as one likes.
        await PostAsync("１", "3.5", "门卫老李", (0, "0730", "马德山", "1"));
        Assert.Single(await SavedAsync());
    }

    [Theory]
    [InlineData("3.4", "0730", "entry-open")]
    [InlineData("3.6", "0730", "entry-future")]
    [InlineData("3.5", "2330", "entry-future")]
    [InlineData("", "0730", "entry-day")]
    [InlineData("3.5", "", "entry-time")]
    public async Task Nobody_goes_in_before_the_venue_opened_or_in_the_future(string day, string at, string rule)
    {
        await PostAsync("0001", day, "门卫老李", (0, at, "马德山", "1"));

        var sentence = typeof(EntryRules).GetProperties().Select(property => (HealthCode.Domain.Rules.Rule)property.GetValue(null)!).Single(each => each.Code == rule).Sentence;
        Assert.StartsWith(sentence, Assert.Single(_clerk.Errors), StringComparison.Ordinal);
        Assert.Empty(await SavedAsync());
    }

    [Fact]
    public async Task A_card_is_written_down_by_its_number_typed_or_scanned_and_what_was_not_read_whole_is_said()
    {
        var number = LawfulCase.Number().Value;
        await PostAsync((0, "0730", number, "1"), (1, "0731", number[..10], "1"), (2, "0732", "Fatima", "1"));

        Assert.Contains("卡没有读全", Assert.Single(_clerk.Errors), StringComparison.Ordinal);
        Assert.Equal([(number, ""), ("", "Fatima")], (await SavedAsync()).Select(entry => (entry.CardNumber, entry.Name)));
        Assert.DoesNotContain(number, _clerk.Page.QuerySelectorAll("section table td").Select(cell => cell.TextContent));
        Assert.NotNull(_clerk.Page.QuerySelector("input[name='Input.Rows[0].Who'][data-scan]"));
    }

    [Fact]
    public async Task A_scanned_card_is_written_down_by_its_number_and_a_forged_one_is_not()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var card = Assert.Single(await server.IssueAsync(1));
        var code = await server.CodeAsync(card);
        var here = (await server.AddOfficeAsync(await server.FirstVillageAsync(1), Hebei.Pack)).Code;
        var venue = await server.AddVenueAsync(here);
        var clerk = await server.SignedInUserAsync("linju", here, Roles.Clerk);
        await clerk.OpenAsync($"/Venues/Entries/{venue}");

        await clerk.PostAsync($"/Venues/Entries/{venue}", Fields(clerk, "0001", "3.5", "门卫老李", [(0, "0730", "]Q1" + code, "1"), (1, "0731", ScanVectors.Code, "1")]));

        Assert.Equal(["这张卡不是本系统签发的，请写姓名"], clerk.Errors);
        Assert.Equal(await server.InDbAsync(db => db.Passes.Select(pass => pass.Number).SingleAsync()), (await server.InDbAsync(db => db.VenueEntries.SingleAsync())).CardNumber);
    }

    [Fact]
    public async Task A_temperature_not_normal_is_for_the_office_to_look_at()
    {
        await PostAsync((0, "0730", "马德山", "2"), (1, "0731", "纳福贵", "1"));
        Assert.Equal("记下 2 行。", _clerk.StatusMessage);
        Assert.Contains("体温不正常的（1 条待看）", (await _clerk.OpenAsync("/Venues")).Text, StringComparison.Ordinal);

        await _clerk.OpenAsync("/Venues/Abnormal");
        await _clerk.SendAsync(("怎样处理的", ""));
        Assert.Equal([EntryRules.HandlingNamed.Sentence], _clerk.Errors);
        await _clerk.SendAsync(("怎样处理的", "打电话问过，已去发热门诊"));

        Assert.Contains("没有要看的", _clerk.Text, StringComparison.Ordinal);
        Assert.Contains("已去发热门诊", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_page_saves_nothing_and_a_row_without_a_row_is_a_bad_request()
    {
        await PostAsync();
        Assert.Equal("没有填写，没有记下。", _clerk.StatusMessage);

        using var content = new FormUrlEncodedContent(_clerk.MainFields().Where(field => field.Key == WebForm.Token));
        using var answer = await _clerk.Http.PostAsync(Address + "?handler=Row", content);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private Task<List<VenueEntry>> SavedAsync() => _server.InDbAsync(db => db.VenueEntries.OrderBy(entry => entry.Id).ToListAsync());

    private Task<OfficeBrowser> PostAsync(params (int Row, string At, string Who, string FoundNormal)[] typed) => PostAsync("0001", "3.5", "门卫老李", typed);

    private Task<OfficeBrowser> PostAsync(string number, string day, string staff, params (int Row, string At, string Who, string FoundNormal)[] typed) => _clerk.PostAsync(Address, Fields(_clerk, number, day, staff, typed));

    private static List<KeyValuePair<string, string>> Fields(OfficeBrowser clerk, string number, string day, string staff, (int Row, string At, string Who, string FoundNormal)[] typed)
    {
        Dictionary<string, string> values = new() { ["Input.ListNumber"] = number, ["Input.Day"] = day, ["Input.Staff"] = staff };
        foreach (var (row, at, who, found) in typed)
        {
            (values[$"Input.Rows[{row}].At"], values[$"Input.Rows[{row}].Who"], values[$"Input.Rows[{row}].FoundNormal"]) = (at, who, found);
        }

        // Rows typed earlier are left as they are only when the test names them.
        return [.. clerk.MainFields().Select(field => KeyValuePair.Create(field.Key, values.GetValueOrDefault(field.Key, field.Key.Contains("Rows[", StringComparison.Ordinal) ? "" : field.Value)))];
    }

    private async Task<string> RowAsync((int Row, string At, string Who, string FoundNormal) typed)
    {
        using var content = new FormUrlEncodedContent(Fields(_clerk, "0001", "3.5", "门卫老李", [typed]));
        using var answer = await _clerk.Http.PostAsync(Address + "?handler=Row", content);
        return System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync());
    }
}
