using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Venues;

/// <summary>张贴检查: noted at the door, missing ones first, mended afterwards.</summary>
public sealed class PostingCheckPagesTests
{
    [Fact]
    public async Task What_is_missing_is_listed_until_it_is_mended()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var id = await server.AddVenueAsync();
        var clerk = await server.ClerkAsync();
        Assert.Contains("没有检查过的（1 个）", (await clerk.OpenAsync("/Venues/Checks")).Text, StringComparison.Ordinal);
        Assert.Contains("2020年5月1日前落实", clerk.Text, StringComparison.Ordinal);

        await clerk.OpenAsync($"/Venues/Check/{id}");
        await PostAsync(clerk, id, ("CheckedBy", ""), ("Sheets[0].Hangs", "true"), ("Sheets[1].Hangs", "true"), ("Sheets[1].Place", "大门右边"), ("Sheets[2].Hangs", "false"), ("Sheets[3].Hangs", "false"));
        Assert.Equal(
            [PostingRules.CheckerNamed.Sentence, PostingRules.PlaceNamed.Sentence, PostingRules.EachAnswered.Sentence + "场所码海报。"], clerk.Errors);

        await PostAsync(clerk, id, ("CheckedBy", "马晓燕"), ("Sheets[0].Hangs", "true"), ("Sheets[0].Place", "大门右边"), ("Sheets[1].Hangs", "true"), ("Sheets[1].Place", "大门右边"), ("Sheets[2].Hangs", "false"), ("Sheets[3].Hangs", "false"), ("Sheets[4].Hangs", "true"), ("Sheets[4].Place", "玻璃门上"));
        Assert.Equal("检查已记下。", clerk.StatusMessage);
        await clerk.OpenAsync("/Venues/Checks");
        Assert.Contains("有缺的（1 个）", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("监督电话、不得另设门槛", clerk.Text, StringComparison.Ordinal);

        await clerk.OpenAsync($"/Venues/Check/{id}");
        await clerk.PressAsync("登记补齐", ("谁补的", "马晓燕"), ("哪天补的", "3.4"));
        Assert.Equal([PostingRules.MendedAfterCheck.Sentence], clerk.Errors);
        await clerk.PressAsync("登记补齐", ("谁补的", "马晓燕"), ("哪天补的", "3.5"));
        Assert.Equal("补齐已记下。", clerk.StatusMessage);
        Assert.Contains("齐全的（1 个）", (await clerk.OpenAsync("/Venues/Checks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_hung_the_last_time_is_offered()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = await server.AddVenueAsync();
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => db.PostingChecks.Add(PostingCheck.Note(
            await db.Venues.SingleAsync(), server.Today, "马晓燕", [.. Ningxia.Pack.Venues.Sheets.Select(kind => new PostedSheet(kind, true, "东门柱子上"))], Ningxia.Pack, LawfulCase.Clerk, server.Now, server.Today))));
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync($"/Venues/Check/{id}");

        Assert.Equal(4, clerk.Page.QuerySelectorAll("input[name$=Place]").Count(box => box.GetAttribute("value") == "东门柱子上"));
    }

    private static Task<OfficeBrowser> PostAsync(OfficeBrowser clerk, long id, params (string Field, string Value)[] typed) => clerk.PostAsync(
        $"/Venues/Check/{id}",
        [.. clerk.MainFields().Where(field => field.Key is WebForm.Token or "Input.On"), .. typed.Select(each => KeyValuePair.Create("Input." + each.Field, each.Value))]);
}
