using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>定时工作: what is due is done once, whoever rings and however long the PC was off.</summary>
public sealed class JobRunnerTests : IAsyncLifetime
{
    private static readonly StaffMember Somebody = new("guanli", "赵明");
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Before_there_is_an_office_nothing_is_due()
    {
        await using var server = new OfficeServer();

        await server.DoDueAsync("2020-03-09 09:00");

        Assert.Empty(await server.RunsAsync());
    }

    [Fact]
    public async Task Nothing_was_missed_before_the_office_was_set_up()
    {
        await _server.DoDueAsync("2020-03-05 20:59");

        Assert.Empty(await _server.RunsAsync());
    }

    [Fact]
    public async Task At_its_minute_it_is_done_and_not_again_that_day()
    {
        await _server.DoDueAsync("2020-03-05 21:00");
        await _server.DoDueAsync("2020-03-05 21:01");
        await _server.DoDueAsync("2020-03-05 21:59");

        var run = Assert.Single(await _server.RunsAsync());
        Assert.Equal(("daily-group", new DateOnly(2020, 3, 5), true, false, ""), (run.Job, run.ForDay, run.Succeeded, run.IsCatchUp, run.StartedBy));
    }

    [Fact]
    public async Task After_three_days_off_everything_is_made_up_once_the_daily_report_for_each_missed_day()
    {
        await _server.DoDueAsync("2020-03-05 21:00");

        _server = await _server.RestartAsync();
        await _server.DoDueAsync("2020-03-09 09:30");
        var runs = await _server.RunsAsync();
        await _server.DoDueAsync("2020-03-09 09:31");
        _server = await _server.RestartAsync();
        await _server.DoDueAsync("2020-03-09 10:00");

        Assert.Equal(runs.Count, (await _server.RunsAsync()).Count);
        Assert.Equal(
            ["daily-group 5", "expiry 8", "due-list 9", "tidy-up 9", "data-keys 9", "audit 9", "daily-office 5", "daily-office 6", "daily-office 7", "daily-office 8", "renewals 9", "check-ins-office 5", "check-ins-office 6", "check-ins-office 7", "check-ins-office 8", "daily-group 6", "daily-group 7", "daily-group 8", "check-ins-group 5", "check-ins-group 6", "check-ins-group 7", "check-ins-group 8"],
            runs.Select(run => $"{run.Job} {run.ForDay.Day}"));
        Assert.All(runs.Skip(1), run => Assert.True(run is { Succeeded: true, IsCatchUp: true }, run.Result));
        Assert.Equal(8, _server.Reports().Count(file => file.Contains("日报表", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_a_long_absence_only_the_last_seven_days_are_drawn_up()
    {
        await _server.DoDueAsync("2020-04-01 09:00", "daily-office");

        Assert.Equal(Enumerable.Range(25, 7), (await _server.RunsAsync()).Select(run => run.ForDay.Day));
    }

    [Fact]
    public async Task Rung_by_two_at_once_it_is_done_once()
    {
        _server.Clock.SetTo(JobRuns.At("2020-03-05 21:00"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _server.DoDueNowAsync()));

        Assert.Single(await _server.RunsAsync());
    }

    [Fact]
    public async Task What_somebody_has_done_before_its_time_is_done_again_when_it_is_due()
    {
        _server.Clock.SetTo(JobRuns.At("2020-03-05 15:00"));
        var byHand = await _server.Services.GetRequiredService<JobRunner>().RunNowAsync(Schedule.Find("daily-group")!, Somebody);

        await _server.DoDueAsync("2020-03-05 21:00");

        Assert.Equal(("赵明", false, new DateOnly(2020, 3, 5)), (byHand!.StartedBy, byHand.IsCatchUp, byHand.ForDay));
        Assert.Equal(["赵明", ""], (await _server.RunsAsync("daily-group")).Select(run => run.StartedBy));
    }

    [Fact]
    public async Task What_somebody_has_done_after_its_time_is_not_done_again()
    {
        await _server.DoDueAsync("2020-03-06 00:20", "expiry");
        _server.Clock.SetTo(JobRuns.At("2020-03-07 09:00"));
        await _server.Services.GetRequiredService<JobRunner>().RunNowAsync(Schedule.Find("expiry")!, Somebody);

        await _server.DoDueAsync("2020-03-07 09:01", "expiry");

        Assert.Equal(["", "赵明"], (await _server.RunsAsync("expiry")).Select(run => run.StartedBy));
    }

    [Fact]
    public async Task A_job_that_fails_says_so_in_one_sentence_leaves_nothing_and_is_done_when_it_is_tried_again()
    {
        var inTheWay = Path.Combine(JobRuns.Folder(_server), "2020-03-05");
        await File.WriteAllTextAsync(inTheWay, "");

        var toRetry = await _server.DoDueAsync("2020-03-05 21:00");

        var failed = Assert.Single(await _server.RunsAsync());
        Assert.False(failed.Succeeded);
        Assert.Equal(failed.Result, toRetry + "过几分钟会再做，也可以点“立即运行”。");
        Assert.StartsWith("没有做成：文件写不进去。", failed.Result, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", failed.Result, StringComparison.Ordinal);
        Assert.DoesNotContain(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Action == "导出");

        File.Delete(inTheWay);
        await _server.DoDueAsync("2020-03-05 21:30");

        Assert.Equal([false, true], (await _server.RunsAsync()).Select(run => run.Succeeded));
        Assert.Single(_server.Reports());
    }

    [Fact]
    public async Task One_job_that_fails_holds_up_no_other()
    {
        await File.WriteAllTextAsync(Path.Combine(JobRuns.Folder(_server), "2020-03-05"), "");

        await _server.DoDueAsync("2020-03-06 09:00");

        Assert.Equal(
            ["expiry True", "due-list True", "tidy-up True", "data-keys True", "audit True", "daily-office False", "renewals True", "check-ins-office True", "daily-group False", "check-ins-group True"],
            (await _server.RunsAsync()).Select(run => $"{run.Job} {run.Succeeded}"));
    }
}
