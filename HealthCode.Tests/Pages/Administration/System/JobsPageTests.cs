using System.Net;
using System.Text.RegularExpressions;
using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Jobs;
using HealthCode.Web.Offices;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Administration.System;

public sealed class JobsPageTests : IAsyncLifetime
{
    private const string Address = "/Administration/Jobs";
    private OfficeServer _server = null!;
    private OfficeBrowser _administrator = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _administrator = await _server.SignedInUserAsync("admin", (await _server.FirstVillageAsync()).Value, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_job_says_when_it_comes_when_it_last_came_and_when_it_comes_next()
    {
        await _administrator.OpenAsync("/Administration");
        Assert.NotNull(_administrator.Page.QuerySelector($".tile[href='{Address}']"));

        await _administrator.OpenAsync(Address);

        Assert.Equal(["到期", "今天要问的", "清理", "数据密钥", "夜间备份", "校验审计", "日报（报办公室）", "续办名单", "打卡汇总（报办公室）", "下班备份", "日报（报组长）", "打卡汇总（报组长）"], _administrator.Page.QuerySelectorAll("td:first-child strong").Select(name => name.TextContent));
        Assert.Contains("每天 00:05 还没有做过 3月6日 00:05", Row("到期"), StringComparison.Ordinal);
        Assert.Contains("每天 21:00 还没有做过 3月5日 21:00", Row("日报（报组长）"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_now_does_it_says_the_result_and_stands_in_the_list_with_who_pressed()
    {
        await _administrator.OpenAsync(Address);

        await _administrator.PressAsync("立即运行到期");

        Assert.Equal(Address, _administrator.Address);
        Assert.Equal("到期：昨天（3月4日）到期 0 张，还有 0 张没有续办。", _administrator.StatusMessage);
        Assert.Contains("● 2020年3月5日 09:00:00，测试admin点的", Row("到期"), StringComparison.Ordinal);
        Assert.Contains("2020年3月4日", _administrator.Page.QuerySelectorAll("section")[^1].TextContent, StringComparison.Ordinal);
        var record = await _server.InDbAsync(db => db.AuditRecords.OrderBy(each => each.Id).LastAsync());
        Assert.Equal(("立即运行", "到期", "admin"), (record.Action, record.Subject, record.UserName));
    }

    [Fact]
    public async Task What_was_made_up_and_what_failed_is_told_apart()
    {
        await File.WriteAllTextAsync(Path.Combine(JobRuns.Folder(_server), "2020-03-06"), "");
        await _server.DoDueAsync("2020-03-06 09:00");

        // By then nobody has touched the keyboard for a day.
        _administrator = await _server.SignedInAsync("admin");
        await _administrator.OpenAsync(Address);

        Assert.Contains("● 2020年3月6日 09:00:00，补做", Row("到期"), StringComparison.Ordinal);
        Assert.Contains("■ 2020年3月6日 09:00:00", Row("续办名单"), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _administrator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadlines_are_kept_and_the_reports_come_an_hour_before()
    {
        await _administrator.OpenAsync(Address);

        await _administrator.SendAsync(("当晚报组长，最晚", "１８：３０"), ("次日早上报办公室，最晚", "9点"));

        Assert.Equal("已保存。当天的日报 17:30 出，前一天的日报 08:00 出。", _administrator.StatusMessage);
        Assert.Contains("每天 17:30", Row("日报（报组长）"), StringComparison.Ordinal);
        Assert.Equal("18:30", _administrator.Field("当晚报组长，最晚").GetAttribute("value"));
        var kept = await _server.InDbAsync(db => db.DeadlinesAsync());
        Assert.Equal((new TimeOnly(18, 30), new TimeOnly(9, 0)), (kept.Group, kept.Office));

        await _administrator.SendAsync(("当晚报组长，最晚", "20"));
        Assert.Equal(new TimeOnly(20, 0), (await _server.InDbAsync(db => db.ReportDeadlines.SingleAsync())).Group);
        Assert.Equal(("修改", "报组长的时限：18:30→20:00"), await _server.InDbAsync(async db => (await db.AuditRecords.OrderBy(each => each.Id).LastAsync()) is var last ? (last.Action, last.Detail) : default));
    }

    [Theory]
    [InlineData("晚上", "“晚上”看不懂，时间请写成 22:00。")]
    [InlineData("25:00", "“25:00”看不懂，时间请写成 22:00。")]
    [InlineData("", "请填写当晚报组长，最晚")]
    [InlineData("0:30", null)]
    public async Task A_time_that_cannot_be_is_refused_and_stays_in_its_box(string typed, string? sentence)
    {
        await _administrator.OpenAsync(Address);

        await _administrator.SendAsync(("当晚报组长，最晚", typed));

        Assert.StartsWith(sentence ?? OfficeRules.DeadlineLeavesAnHour.Sentence, Assert.Single(_administrator.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, _administrator.Field("当晚报组长，最晚").GetAttribute("value") ?? "");
        Assert.Equal(Schedule.All.Count, _administrator.Page.QuerySelectorAll("td:first-child strong").Length);
        Assert.False(await _server.InDbAsync(db => db.ReportDeadlines.AnyAsync()));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_sees_or_runs_it()
    {
        var clerk = await _server.SignedInUserAsync("luru", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer);
        await clerk.OpenAsync("/Declarations/Create");
        var token = clerk.MainFields().Where(field => field.Key == "__RequestVerificationToken").Take(1).ToList();

        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsync(Address + "?handler=Run", [.. token, new("job", "expiry")])).Status);
        Assert.Empty(await _server.RunsAsync());
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_404()
    {
        await _administrator.OpenAsync(Address);

        await _administrator.PostAsync(Address + "?handler=Run", [.. _administrator.MainFields().Where(field => field.Key == "__RequestVerificationToken").Take(1), new("job", "nothing")]);

        Assert.Equal(HttpStatusCode.NotFound, _administrator.Status);
    }

    /// <summary>A row of the first table as a reader sees it, gaps made single.</summary>
    private string Row(string job) => Regex.Replace(
        _administrator.Page.QuerySelectorAll("tr").First(row => row.QuerySelector("strong")?.TextContent == job).TextContent, @"\s+", " ");
}
