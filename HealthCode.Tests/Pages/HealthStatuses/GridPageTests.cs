using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.HealthStatuses;

/// <summary>成批录入: each row by itself, and a wrong one does not stop the others.</summary>
public sealed class GridPageTests
{
    [Fact]
    public async Task Rows_are_saved_one_by_one_and_wrong_ones_stay_with_their_sentence()
    {
        await using var server = await VillageAsync(5);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses/Grid");

        await PostAsync(clerk, "Door", (0, "Temperature", "365"), (0, "FoundNormal", "1"), (1, "Temperature", "332"), (1, "FoundNormal", "1"), (2, "Temperature", "36.8"), (3, "FoundNormal", "2"), (3, "Temperature", "379"), (3, "OwnWords", "头疼"));

        Assert.Equal(2, clerk.Errors.Count);
        Assert.Contains(clerk.Errors, error => error.Contains("复测", StringComparison.Ordinal));
        Assert.Contains(CheckInRules.TemperatureTicked.Sentence, clerk.Errors);
        Assert.Equal([("36.5 ℃", true), ("37.9 ℃", false)], await SavedAsync(server));
        // The wrong rows stand there as they were typed, the others are done.
        Assert.Equal(["332", "36.8"], clerk.Page.QuerySelectorAll("input[name$=Temperature]").Select(box => box.GetAttribute("value")).Where(value => !string.IsNullOrEmpty(value)));
        Assert.Equal(2, clerk.Text.Split("今天已经问过").Length - 1);
    }

    [Fact]
    public async Task A_row_sent_by_the_script_is_answered_with_its_sentences()
    {
        await using var server = await VillageAsync(2);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses/Grid");
        var row = Fields(clerk, "Door", (0, "Temperature", "36.5"), (0, "FoundNormal", "1")).Where(field => !field.Key.StartsWith("Input.Rows[1]", StringComparison.Ordinal)).ToList();

        Assert.Equal("""{"sentences":[]}""", await RowAsync(clerk, row));
        Assert.Single(await SavedAsync(server));
        Assert.Contains("已经有人记过了", await RowAsync(clerk, [.. row.Select(field => field.Key.EndsWith("Temperature", StringComparison.Ordinal) ? new(field.Key, "36.9") : field)]), StringComparison.Ordinal);
        Assert.Single(await SavedAsync(server));
        Assert.Contains("请先选", await RowAsync(clerk, [.. row.Where(field => field.Key != "Input.Channel")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clerks_with_the_same_list_write_nobody_down_twice()
    {
        await using var server = await VillageAsync(2);
        var (first, second) = (await server.ClerkAsync("luru"), await server.ClerkAsync("erhao"));
        await first.OpenAsync("/HealthStatuses/Grid");
        await second.OpenAsync("/HealthStatuses/Grid");

        await PostAsync(first, "Door", (0, "Temperature", "36.5"), (0, "FoundNormal", "1"));
        await PostAsync(second, "Phone", (0, "Temperature", "36.6"), (0, "FoundNormal", "1"), (1, "Temperature", "36.7"), (1, "FoundNormal", "1"));

        Assert.Contains(CheckInRules.AskedAlready.Sentence, Assert.Single(second.Errors), StringComparison.Ordinal);
        Assert.Equal(["36.5 ℃", "36.7 ℃"], (await SavedAsync(server)).Select(each => each.Temperature));
    }

    [Fact]
    public async Task Without_saying_how_they_were_asked_nothing_is_written_down()
    {
        await using var server = await VillageAsync(1);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses/Grid");

        await PostAsync(clerk, null, (0, "Temperature", "36.5"), (0, "FoundNormal", "1"));

        Assert.Equal(["请先选：上门、电话还是窗口。"], clerk.Errors);
        Assert.Empty(await SavedAsync(server));
    }

    [Fact]
    public async Task The_forms_of_other_provinces_are_keyed_in_figures()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        await server.AddResidentsAsync(3);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses/Grid");

        await PostAsync(clerk, "Phone", (0, "Symptoms", "0"), (0, "Exposures", "222"), (1, "Symptoms", "13"), (1, "Exposures", "2 2 1"), (2, "Symptoms", "9"), (2, "Exposures", "22"));

        var saved = await server.InDbAsync(db => db.CheckIns.OrderBy(each => each.Id).ToListAsync());
        Assert.Equal([true, false], saved.Select(each => each.Content.IsNormal));
        Assert.Equal(["发热", "咳痰"], saved[1].Content.Symptoms);
        Assert.Equal(ExposureAnswer.Yes, saved[1].Content.Exposures["hubei-month"]);
        Assert.Equal(2, clerk.Errors.Count);
    }

    [Fact]
    public async Task A_page_of_yesterday_is_not_taken_for_today_unasked_and_nothing_typed_is_lost()
    {
        await using var server = await VillageAsync(1);
        server.Clock.SetTo(JobRuns.At("2020-03-05 23:58"));
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses/Grid");
        var row = Fields(clerk, "Door", (0, "Temperature", "36.5"), (0, "FoundNormal", "1"));
        server.Clock.SetTo(JobRuns.At("2020-03-06 00:02"));

        Assert.Contains("已经过了零点", await RowAsync(clerk, row), StringComparison.Ordinal);
        await PostAsync(clerk, "Door", (0, "Temperature", "36.5"), (0, "FoundNormal", "1"));
        Assert.Contains("已经过了零点", Assert.Single(clerk.Errors), StringComparison.Ordinal);
        Assert.Empty(await SavedAsync(server));
        Assert.Equal("36.5", clerk.Page.QuerySelector("input[name$=Temperature]")!.GetAttribute("value"));

        await PostAsync(clerk, "Door");

        Assert.Equal(new DateOnly(2020, 3, 6), Assert.Single(await server.InDbAsync(db => db.CheckIns.ToListAsync())).Day);
    }

    [Fact]
    public async Task A_row_sent_by_the_script_and_by_the_button_is_written_down_once_and_no_fault()
    {
        await using var server = await VillageAsync(2);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses/Grid");
        var row = Fields(clerk, "Door", (0, "Temperature", "36.5"), (0, "FoundNormal", "1"));

        Assert.Equal("""{"sentences":[]}""", await RowAsync(clerk, row));
        await clerk.PostAsync("/HealthStatuses/Grid", row);

        Assert.Empty(clerk.Errors);
        Assert.Single(await SavedAsync(server));
    }

    private static async Task<OfficeServer> VillageAsync(int observed)
    {
        var server = await OfficeServer.WithOfficeAsync();
        foreach (var resident in await server.AddResidentsAsync(observed))
        {
            await server.ObserveAsync(resident, HealthGround.Returnee, daysAgo: 2);
        }

        return server;
    }

    private static async Task<List<(string Temperature, bool IsNormal)>> SavedAsync(OfficeServer server) =>
        [.. (await server.InDbAsync(db => db.CheckIns.OrderBy(each => each.Id).ToListAsync())).Select(each => (each.Content.Temperature!.Value.ToString(), !each.FoundAbnormal))];

    private static Task<OfficeBrowser> PostAsync(OfficeBrowser clerk, string? channel, params (int Row, string Field, string Value)[] typed) => clerk.PostAsync("/HealthStatuses/Grid", Fields(clerk, channel, typed));

    private static List<KeyValuePair<string, string>> Fields(OfficeBrowser clerk, string? channel, params (int Row, string Field, string Value)[] typed)
    {
        var values = typed.ToDictionary(each => $"Input.Rows[{each.Row}].{each.Field}", each => each.Value);
        return [.. clerk.MainFields().Select(field => KeyValuePair.Create(field.Key, values.GetValueOrDefault(field.Key, field.Value))), .. channel is null ? [] : new[] { KeyValuePair.Create("Input.Channel", channel) }];
    }

    private static async Task<string> RowAsync(OfficeBrowser clerk, List<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await clerk.Http.PostAsync("/HealthStatuses/Grid?handler=Row", content);
        return System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync());
    }
}
