using HealthCode.Domain.Observations;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.HealthStatuses;

/// <summary>待随访: opened by a tip's feedback, shown on the person's page and on the home page, closed by a visit or in words.</summary>
public sealed class FollowUpPagesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await TipCase.ServerAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_suspected_case_whose_number_was_typed_is_that_residents_and_a_visit_that_reaches_him_closes_it()
    {
        var resident = (await _server.AddResidentsAsync(1))[0];
        var number = (await _server.InDbAsync(db => db.Residents.SingleAsync())).Person.Document.Number;
        var desk = await FeedbackAsync(("疑似的人身份证号码", number));
        Assert.Equal("反馈已记下，已列入待随访。下一步：及时上报。", desk.StatusMessage);
        var followUp = await _server.InDbAsync(db => db.FollowUps.SingleAsync());
        Assert.Equal((resident, "", FollowUpSource.Tip, "0001"), (followUp.ResidentId!.Value, followUp.Who, followUp.Source, followUp.SourceNumber));

        Assert.Contains("待随访：上门核查说有疑似：发热在家", (await desk.OpenAsync($"/HealthStatuses/Details/{resident}")).Text, StringComparison.Ordinal);
        Assert.Equal("1", (await desk.OpenAsync("/")).Page.QuerySelector("a.tile[href='/HealthStatuses/FollowUps'] strong")!.TextContent);
        await desk.OpenAsync($"/HealthStatuses/Visit/{resident}");
        await desk.SendAsync(("结果", "不在家"), ("下一步", "下午再去"));
        Assert.True((await _server.InDbAsync(db => db.FollowUps.SingleAsync())).IsOpen);
        await desk.OpenAsync($"/HealthStatuses/Visit/{resident}");
        await desk.SendAsync(("结果", "已见到"));

        Assert.Equal("随访：已见到", (await _server.InDbAsync(db => db.FollowUps.SingleAsync())).Outcome);
        Assert.Null((await desk.OpenAsync("/")).Page.QuerySelector("a.tile[href='/HealthStatuses/FollowUps']"));
    }

    [Fact]
    public async Task Without_a_number_it_names_him_in_words_and_matches_nobody_and_is_closed_in_words()
    {
        await _server.AddResidentsAsync(1);
        var name = (await _server.InDbAsync(db => db.Residents.SingleAsync())).Person.Name.Value;
        var desk = await FeedbackAsync(("疑似的人姓名", name));
        var followUp = await _server.InDbAsync(db => db.FollowUps.SingleAsync());
        Assert.Equal((null, name), (followUp.ResidentId, followUp.Who));

        await desk.OpenAsync("/HealthStatuses/FollowUps");
        await desk.SendAsync(("哪一件", $"{followUp.Id}"));
        Assert.Equal([FollowUpRules.HasOutcome.Sentence], desk.Errors);
        await desk.SendAsync(("做了什么", "已送县医院发热门诊"));
        Assert.Equal("已办结。", desk.StatusMessage);
        Assert.Contains("没有人等着随访。", desk.Text, StringComparison.Ordinal);
        Assert.Contains("已送县医院发热门诊", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_named_is_the_one_of_the_tip_or_whoever_is_at_the_place()
    {
        await FeedbackAsync();
        await FeedbackAsync(TipCase.Clue with { Suspect = null });

        Assert.Equal([TipCase.Clue.Suspect!.Value, $"姓名不知道，在{TipCase.Place}"], (await _server.InDbAsync(db => db.FollowUps.OrderBy(each => each.Id).ToListAsync())).Select(each => each.Who));
    }

    [Fact]
    public async Task A_number_that_is_in_no_roster_or_wrong_or_without_a_suspicion_is_refused_and_nothing_is_written()
    {
        var desk = await FeedbackAsync(("疑似的人身份证号码", PaperForm.Number));
        Assert.Equal([TipRules.SuspectInRoster.Sentence], desk.Errors);
        Assert.Equal(PaperForm.Number, desk.Field("疑似的人身份证号码").GetAttribute("value"));
        await desk.PressAsync("记下反馈", ("疑似的人身份证号码", "123"));
        Assert.NotEmpty(desk.Errors);
        await desk.PressAsync("记下反馈", ("有没有疑似的人", "没有疑似"), ("疑似的人身份证号码", PaperForm.Number));
        Assert.Equal([TipRules.NumberOfSuspectOnly.Sentence], desk.Errors);

        Assert.Equal((0, TipState.Visited), await _server.InDbAsync(async db => (await db.FollowUps.CountAsync(), (await db.Tips.SingleAsync()).State)));
    }

    [Fact]
    public async Task Only_the_page_of_whose_number_it_is_names_it()
    {
        var ids = await _server.AddResidentsAsync(2);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            db.FollowUps.Add(FollowUp.Open((await db.Offices.SingleAsync()).Code, ids[1], "", FollowUpSource.FeverClinic, "7", "发热", LawfulCase.Clerk, _server.Now))));
        var desk = await _server.ClerkAsync();

        Assert.Contains("待随访：发热（发热门诊 7", (await desk.OpenAsync($"/HealthStatuses/Details/{ids[1]}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("待随访：", (await desk.OpenAsync($"/HealthStatuses/Details/{ids[0]}")).Text, StringComparison.Ordinal);
    }

    private Task<OfficeBrowser> FeedbackAsync(params (string Label, string? Value)[] more) => FeedbackAsync(TipCase.Clue, more);

    private async Task<OfficeBrowser> FeedbackAsync(TipContent content, params (string Label, string? Value)[] more)
    {
        var id = await _server.AddTipAsync(TipState.Visited, content);
        var desk = await _server.ClerkAsync($"luru{id}");
        await desk.OpenAsync($"/Tips/Details/{id}");
        return await desk.PressAsync("记下反馈", [("核查到什么、怎样处理的", "发热在家"), ("有没有疑似的人", "有疑似"), .. more]);
    }
}
