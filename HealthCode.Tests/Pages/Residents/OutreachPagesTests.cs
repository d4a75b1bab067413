using HealthCode.Domain.Outreach;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Residents;

/// <summary>帮办排查: who has neither code nor card, a round with its list and forms, keyed back, and what is left.</summary>
public sealed class OutreachPagesTests
{
    [Fact]
    public async Task Coverage_counts_code_card_and_neither()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        var ids = await server.AddResidentsAsync(4);
        var holders = await server.EnterHoldersAsync(await server.IssueAsync(1, from: 50));
        await clerk.OpenAsync($"/Residents/Code/{ids[0]}");
        await clerk.PressAsync("记下有码", ("怎么知道的", "本人出示"));
        Assert.Equal("已记下：有码。", clerk.StatusMessage);
        await clerk.OpenAsync($"/Residents/Code/{holders[0]}");
        await clerk.PressAsync("记下有码", ("怎么知道的", "我们帮助注册"), ("谁帮他注册的", "孙女马小红"));

        await clerk.OpenAsync("/Residents/Outreach");

        Assert.Contains("5 人：有码 2 人，有卡 1 人，都没有的 3 人，还要上门 3 人。", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(3, clerk.Page.QuerySelectorAll("input[name='Input.Residents']").Length);
        await clerk.OpenAsync($"/Residents/Code/{ids[0]}");
        await clerk.PressAsync("其实没有码");
        Assert.Contains("还要上门 4 人", (await clerk.OpenAsync("/Residents/Outreach")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_is_printed_keyed_back_once_and_says_what_is_left()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.AddResidentsAsync(5);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Residents/Outreach");
        await clerk.PressAsync("排一次上门，马晓燕", ("谁去上门", ""));
        Assert.Equal([OutreachRules.HasWorker.Sentence], clerk.Errors);
        await clerk.PressAsync("排一次上门，马晓燕", ("谁去上门", "马晓燕"), ("他的电话", "13800000001"));
        Assert.Contains("共 3 人，还剩 3 人", clerk.Text, StringComparison.Ordinal);
        var id = clerk.Address.Split('/')[^1];

        using (var list = new PdfInspector(await clerk.Http.GetByteArrayAsync($"/Residents/Outreach/List/{id}")))
        {
            var words = list.Words(1);
            Assert.All(["上门名单（排查帮办）", "上门的人马晓燕13800000001", "马德山", "13810000000", "样例村1号", "没有码也没有卡", "已办家里没人不需要"], word => Assert.Contains(word, words.Replace("　", "", StringComparison.Ordinal), StringComparison.Ordinal));
        }

        await clerk.OpenAsync($"/Residents/Outreach/Grid/{id}");
        await PostAsync(clerk, $"/Residents/Outreach/Grid/{id}", (0, "1", ""), (1, "4", "手机上看到"), (2, "9", ""));
        Assert.StartsWith("结果打一个数", Assert.Single(clerk.Errors), StringComparison.Ordinal);
        await PostAsync(clerk, $"/Residents/Outreach/Grid/{id}", (2, "2", "下午在"));
        Assert.Contains("共 3 人，还剩 1 人", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(CodeSource.Outreach, await server.InDbAsync(db => db.Residents.Where(resident => resident.CodeKnownOn != null).Select(resident => resident.CodeKnownFrom).SingleAsync()));

        // The same paper keyed by somebody else.
        var second = await server.ClerkAsync("erhao");
        var visits = await server.InDbAsync(db => db.OutreachVisits.OrderBy(visit => visit.Number).Select(visit => visit.Id).ToListAsync());
        await second.OpenAsync($"/Residents/Outreach/Grid/{id}");
        await second.PostAsync($"/Residents/Outreach/Grid/{id}", [.. second.MainFields().Where(field => !field.Key.Contains("Rows", StringComparison.Ordinal)), KeyValuePair.Create("Input.Rows[0].VisitId", $"{visits[0]}"), KeyValuePair.Create("Input.Rows[0].Result", "3")]);
        Assert.StartsWith(OutreachRules.KeyedOnce.Sentence, Assert.Single(second.Errors), StringComparison.Ordinal);

        await clerk.OpenAsync($"/Residents/Outreach/Round/{id}");
        await clerk.PressAsync("结束这次上门");
        Assert.Contains("还要上门 3 人", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_keys_nothing_and_a_row_of_another_list_is_said()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.AddResidentsAsync(2);
        var clerk = await server.ClerkAsync();
        var (first, address) = (await PlanAsync(clerk), "/Residents/Outreach/Grid/");
        var visit = await server.InDbAsync(db => db.OutreachVisits.Select(each => each.Id).SingleAsync());
        await clerk.OpenAsync(address + first);
        await clerk.PostAsync(address + first, [.. clerk.MainFields().Select(field => field.Key switch { "Input.VisitedOn" => new(field.Key, "没有"), "Input.Rows[0].Result" => new(field.Key, "1"), _ => field })]);
        Assert.Single(clerk.Errors);
        Assert.Null((await server.InDbAsync(db => db.OutreachVisits.SingleAsync())).Result);

        await clerk.OpenAsync("/Residents/Outreach");
        await clerk.PressAsync("排一次上门，杨建军");
        var second = clerk.Address.Split('/')[^1];
        await clerk.OpenAsync(address + second);
        await clerk.PostAsync(address + second, [.. clerk.MainFields().Select(field => field.Key switch { "Input.Rows[0].VisitId" => new(field.Key, $"{visit}"), "Input.Rows[0].Result" => new(field.Key, "1"), _ => field })]);
        Assert.Equal([OutreachRules.RowOfRound.Sentence], clerk.Errors);
        Assert.True(OutreachRound.Most <= HealthCode.Web.Pages.Shared.RowLimit.Most);
    }

    [Fact]
    public async Task A_result_keyed_wrong_is_changed_with_a_reason()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.AddResidentsAsync(1);
        var clerk = await server.ClerkAsync();
        var id = await PlanAsync(clerk);
        await clerk.OpenAsync($"/Residents/Outreach/Grid/{id}");
        await PostAsync(clerk, $"/Residents/Outreach/Grid/{id}", (0, "4", ""));

        await clerk.PressAsync("改好了", ("应当是", "家里没人"));
        Assert.Equal([OutreachRules.CorrectionHasReason.Sentence], clerk.Errors);
        await clerk.PressAsync("改好了", ("应当是", "家里没人"), ("为什么改", "看错了行"));
        Assert.Equal("已改。", clerk.StatusMessage);
        Assert.False(await server.InDbAsync(db => db.Residents.AnyAsync(resident => resident.CodeKnownOn != null)));
    }

    [Fact]
    public async Task Half_filled_forms_have_a_number_and_who_somebody_is_and_nothing_else()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.AddResidentsAsync(1);
        var clerk = await server.ClerkAsync();
        var id = await PlanAsync(clerk);

        await clerk.OpenAsync($"/Residents/Outreach/Round/{id}");
        using var answer = await clerk.Http.PostAsync(new Uri($"/Residents/Outreach/Forms/{id}", UriKind.Relative), new FormUrlEncodedContent(clerk.Page.QuerySelectorAll("form[action*='Forms'] input").Select(box => KeyValuePair.Create(box.GetAttribute("name")!, box.GetAttribute("value")!))));
        using var forms = new PdfInspector(await answer.Content.ReadAsByteArrayAsync());

        Assert.Contains("马德山", forms.Words(1), StringComparison.Ordinal);
        Assert.Contains("表号", forms.Words(1), StringComparison.Ordinal);
        Assert.Equal(1, await server.InDbAsync(db => db.PrintedForms.CountAsync(form => form.ResidentId != null)));
    }

    [Fact]
    public async Task Cards_that_end_within_three_days_make_a_round_of_renewal()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var cards = await server.IssueAsync(2);
        await server.HandOverAsync(cards);
        await server.EnterHoldersAsync(cards);
        server.Clock.Advance(TimeSpan.FromDays(11));
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync("/Residents/Outreach?kind=Renewal");
        Assert.Contains("卡 3月19日到期", clerk.Text, StringComparison.Ordinal);
        await clerk.PressAsync("排一次上门，马晓燕");

        Assert.Contains("到期续办", clerk.Text, StringComparison.Ordinal);
        Assert.Equal([1, 2], await server.InDbAsync(db => db.OutreachVisits.OrderBy(visit => visit.Number).Select(visit => visit.Number).ToListAsync()));
    }

    private static async Task<string> PlanAsync(OfficeBrowser clerk)
    {
        await clerk.OpenAsync("/Residents/Outreach");
        await clerk.PressAsync("排一次上门，马晓燕");
        return clerk.Address.Split('/')[^1];
    }

    private static Task<OfficeBrowser> PostAsync(OfficeBrowser clerk, string address, params (int Row, string Result, string Note)[] rows)
    {
        var typed = rows.SelectMany(row => new[] { ($"Input.Rows[{row.Row}].Result", row.Result), ($"Input.Rows[{row.Row}].Note", row.Note) }).ToDictionary();
        return clerk.PostAsync(address, [.. clerk.MainFields().Select(field => KeyValuePair.Create(field.Key, typed.GetValueOrDefault(field.Key, field.Value)))]);
    }
}
