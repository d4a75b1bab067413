using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Supervision;

/// <summary>截止时间: added, counted down, reported; on the home page, too.</summary>
public sealed class DeadlinePagesTests
{
    [Fact]
    public async Task A_daily_one_is_added_with_one_click_stands_on_the_home_page_and_is_reported_once()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/Deadlines");
        await clerk.PressAsync("一键加入：当天的情况");
        Assert.Equal("已加入“当天的情况”。", clerk.StatusMessage);
        Assert.Contains("还有 13 小时", clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("一键加入：当天的情况", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("今天 22:00 前：当天的情况，还差 1 个没有报", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);

        var address = $"/Supervision/Deadline/{await server.InDbAsync(db => db.Deadlines.Select(each => each.Id).SingleAsync())}";
        await clerk.OpenAsync(address);
        var stale = new OfficeBrowser(clerk.Http);
        await stale.OpenAsync(address);
        await clerk.PressAsync("报了");
        Assert.Equal([DeadlineRules.ReporterOnList.Sentence], clerk.Errors);
        await clerk.PressAsync("报了", ("谁报的", "各网格"));
        Assert.Equal("已记下。", clerk.StatusMessage);
        Assert.Contains("报齐了", clerk.Text, StringComparison.Ordinal);
        await stale.PressAsync("报了", ("谁报的", "各网格"));
        Assert.Contains(DeadlineRules.ReportedOnce.Sentence + "各网格。", stale.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("今天 22:00 前", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_its_hour_it_is_over_and_who_reports_late_is_late()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var keys = await server.SuperviseAsync();
        server.Clock.SetTo(server.Now.Date.AddDays(1).AddHours(3) is var later ? new DateTimeOffset(later, TimeSpan.FromHours(8)) : default);
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync("/Supervision/Deadlines");
        Assert.Contains("已过 5 小时", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("到了截止时间，还没有报齐", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        await clerk.OpenAsync($"/Supervision/Deadline/{keys.Deadline}");
        await clerk.PressAsync("报了", ("哪天的", "20200305"), ("谁报的", "2组"));
        Assert.Contains("3月6日 03:00 报了，迟了", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_notice_set_is_offered_while_it_is_ahead()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/Deadlines");
        await clerk.PressAsync("一键加入：报工作落实情况");
        var due = await server.InDbAsync(db => db.Deadlines.SingleAsync());
        Assert.Equal((new DateTimeOffset(2020, 5, 6, 17, 0, 0, TimeSpan.FromHours(8)), "冀防领办〔2020〕169号 三"), (due.DueAt(due.FirstDay), due.Notice));

        server.Clock.SetTo(new DateTimeOffset(2020, 5, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        clerk = await server.SignedInAsync("luru");
        await clerk.OpenAsync("/Supervision/Deadlines");
        Assert.Contains("已经过了", clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("一键加入：落实", clerk.Text, StringComparison.Ordinal);
        await clerk.OpenAsync("/Supervision/EnterDeadline?suggestion=carry-out");
        Assert.Equal(("落实“河北健康码”亮码通行制度", ""), (clerk.Field("报什么").GetAttribute("value"), clerk.Field("哪天").GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task One_of_the_offices_own_says_once_or_daily_and_when_and_who()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/EnterDeadline");
        await clerk.SendAsync(("报什么", "落实情况"), ("几点", "后晌"), ("谁报", "1组"), ("报给谁", "镇里"));
        Assert.Equal([DeadlineRules.DayOrDaily.Sentence, DeadlineRules.HasTime.Sentence], clerk.Errors);
        await clerk.SendAsync(("哪天", "20200304"), ("几点", "17点"));
        Assert.Equal([DeadlineRules.NotOver.Sentence], clerk.Errors);
        await clerk.SendAsync(("哪天", "20200307"), ("谁报", "1组\r\n\r\n 2组 \n"));
        Assert.Equal("已登记，到时间前会在首页提醒。", clerk.StatusMessage);
        Assert.Contains("还有 2 天 8 小时", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(["1组", "2组"], (await server.InDbAsync(db => db.Deadlines.SingleAsync())).Reporters);

        await clerk.OpenAsync($"/Supervision/Deadline/{await server.InDbAsync(db => db.Deadlines.Select(each => each.Id).SingleAsync())}");
        await clerk.PressAsync("不用报了");
        Assert.Equal([DeadlineRules.EndHasReason.Sentence], clerk.Errors);
        await clerk.PressAsync("不用报了", ("为什么不用报了", "镇里改期"));
        Assert.Contains("不用报了：镇里改期", (await clerk.OpenAsync("/Supervision/Deadlines")).Text, StringComparison.Ordinal);
    }
}
