using System.Net;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.HealthStatuses;

/// <summary>纠错、核验: from the desk to the letter and back.</summary>
public sealed class CasePagesTests
{
    [Fact]
    public async Task What_is_disputed_is_passed_on_by_a_letter_answered_and_closed()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/OpenCase/{id}");
        Assert.DoesNotContain("健康状态核验", clerk.Text, StringComparison.Ordinal);
        await clerk.SendAsync();
        Assert.Equal([ResultCaseRules.HasItem.Sentence], clerk.Errors);
        await clerk.SendAsync(("哪里不对，或者要核验什么", "说他同乘火车，他那天在家"), ("看到的材料", "村口登记"));

        await clerk.OpenAsync("/HealthStatuses");
        Assert.Contains("还没有办结的纠错、核验（1 件）", clerk.Text, StringComparison.Ordinal);
        var address = clerk.Page.QuerySelector("a[href*='/HealthStatuses/Case/']")!.GetAttribute("href")!;
        await clerk.OpenAsync(address);
        await clerk.PressAsync("已转", ("转给谁", ""));
        Assert.Equal([ResultCaseRules.ForwardedToNamed.Sentence], clerk.Errors);
        await clerk.PressAsync("已转", ("转给谁", "县政务服务中心"));
        Assert.Equal("转办已记下。", clerk.StatusMessage);

        using var letter = new PdfInspector(await clerk.Http.GetByteArrayAsync(address.Replace("/Case/", "/CaseSlip/", StringComparison.Ordinal)));
        var words = letter.Words(1);
        Assert.All(["纠错转办单", "致县政务服务中心", "马德山", "13810000000", "说他同乘火车，他那天在家", "村口登记", "监督电话0951-12345"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.All(["绿", "黄", "红", "灰", "推算"], word => Assert.DoesNotContain(word, words, StringComparison.Ordinal));
        Assert.Empty(letter.Codes(1, 150));

        await clerk.OpenAsync(address);
        await clerk.PressAsync("记下答复", ("怎么答复的", "三个工作日内改"));
        await clerk.PressAsync("办结", ("结果", "平台已改正"));
        Assert.Equal("已办结。", clerk.StatusMessage);
        Assert.Empty(clerk.Page.QuerySelectorAll("main form"));
        Assert.DoesNotContain("还没有办结", (await clerk.OpenAsync("/HealthStatuses")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_hebei_a_notice_opens_a_verification_once()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        for (var time = 0; time < 2; time++)
        {
            await clerk.OpenAsync($"/HealthStatuses/Official/{id}");
            await clerk.SendAsync(("官方结果", "提示信息"), ("怎么看到的", "家属出示"), ("谁同意登记的", "本人"));
            Assert.Equal("官方结果已登记。", clerk.StatusMessage);
        }

        Assert.Contains("健康状态核验", clerk.Text, StringComparison.Ordinal);
        Assert.Equal([ResultCaseKind.Verification], await server.InDbAsync(db => db.ResultCases.Select(each => each.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_step_that_came_too_late_says_so_and_another_offices_case_is_not_found()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/OpenCase/{id}");
        await clerk.SendAsync(("哪里不对，或者要核验什么", "住址不对"));
        var address = $"/HealthStatuses/Case/{id}/{await server.InDbAsync(db => db.ResultCases.Select(each => each.Id).SingleAsync())}";
        var stale = new OfficeBrowser(clerk.Http);
        await stale.OpenAsync(address);
        await clerk.OpenAsync(address);
        await clerk.PressAsync("办结", ("结果", "本人撤回"));
        await stale.PressAsync("已转", ("转给谁", "县政务服务中心"));

        Assert.Contains(ResultCaseRules.StillOpen.Sentence, stale.Text, StringComparison.Ordinal);
        var stranger = await server.SignedInUserAsync("linju", (await server.AddOfficeAsync(await server.FirstVillageAsync(1))).Code, Roles.Clerk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(address.Replace("/Case/", "/CaseSlip/", StringComparison.Ordinal))).Status);
    }
}
