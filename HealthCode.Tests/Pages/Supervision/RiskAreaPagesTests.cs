using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Supervision;

/// <summary>风险地区: entered from a notice, shown beside an address at review and check-in.</summary>
public sealed class RiskAreaPagesTests
{
    [Fact]
    public async Task It_is_entered_ended_and_withdrawn_and_stays_in_the_list()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/RiskAreas");
        await clerk.SendAsync(("地名", "湖北省武汉市"), ("等级", "高风险"), ("从哪天", "20200301"), ("到哪天", "20200229"));
        Assert.Equal([RiskAreaRules.DaysInOrder.Sentence, RiskAreaRules.HasNotice.Sentence], clerk.Errors);
        await clerk.SendAsync(("到哪天", ""), ("哪份通知", "国家通报"));
        Assert.Equal("风险地区已登记。", clerk.StatusMessage);

        await clerk.OpenAsync($"/Supervision/RiskArea/{await server.InDbAsync(db => db.RiskAreas.Select(area => area.Id).SingleAsync())}");
        await clerk.PressAsync("记下到哪天", ("到哪天", "20200310"), ("解除的通知", ""));
        Assert.Equal([RiskAreaRules.HasNotice.Sentence], clerk.Errors);
        await clerk.PressAsync("记下到哪天", ("解除的通知", "国家通报二"));
        await clerk.PressAsync("撤回");
        Assert.Equal([RiskAreaRules.WithdrawalHasReason.Sentence], clerk.Errors);
        await clerk.PressAsync("撤回", ("为什么撤回", "地名写错"));
        Assert.Empty(clerk.Page.QuerySelectorAll("main form"));
        Assert.Contains("撤回：地名写错", (await clerk.OpenAsync("/Supervision/RiskAreas")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_shows_it_beside_the_form_with_its_notice_and_that_it_is_no_ground()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.SuperviseAsync();
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var here = await desk.KeyedAsync(server);
        var there = await desk.KeyedAsync(server, [.. Villager.At(3), ("TravelScope", "OutsideProvince"), ("Province", "湖北省"), ("City", "武汉市")]);

        await desk.OpenAsync($"/Review/Decide/{here}");
        Assert.Empty(desk.Page.QuerySelectorAll("[data-risk-area]"));
        await desk.OpenAsync($"/Review/Decide/{there}");

        var note = Assert.Single(desk.Page.QuerySelectorAll("[data-risk-area]")).TextContent;
        Assert.All(["湖北省武汉市", "高风险", "样例通报", "仅供参考，不是不予办理的理由"], word => Assert.Contains(word, note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_check_in_shows_it_beside_the_address_and_the_itinerary_and_is_written_down_as_any_other()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: RulePacks.InForce("national", LawfulCase.Today));
        await server.SuperviseAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        Assert.Empty(clerk.Page.QuerySelectorAll("[data-risk-area]"));
        await clerk.PressAsync("对照风险地区", ("目前所在地址", "湖北武汉江岸区1号"), ("哪一天 1", "20200305"), ("到了哪里 1", "武汉市江汉区"));

        Assert.Equal(2, clerk.Page.QuerySelectorAll("[data-risk-area]").Length);
        Assert.Empty(await server.InDbAsync(db => db.CheckIns.ToListAsync()));
        var questions = National.Pack.HealthCode.CheckIn.Exposures;
        await clerk.SendAsync(("怎么知道的", "电话"), ("体温（℃）", "36.5"), ("体温是否正常", "正常"), ("没有出现症状", "on"), (questions[0].Text, "否"), (questions[1].Text, "否"));

        Assert.Empty(clerk.Errors);
        Assert.Contains("3月5日的打卡已记下。地址里有风险地区：湖北省武汉市（样例通报），仅供参考", clerk.StatusMessage, StringComparison.Ordinal);
        Assert.Single(await server.InDbAsync(db => db.CheckIns.ToListAsync()));
    }
}
