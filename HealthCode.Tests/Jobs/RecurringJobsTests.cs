using Hangfire;
using Hangfire.Storage;
using HealthCode.Tests.Support;
using HealthCode.Web.Jobs;
using HealthCode.Web.Offices;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>定时工作: recurring jobs at Beijing times, whose file may be lost; what is due is told by the office's own record.</summary>
public sealed class RecurringJobsTests
{
    private static readonly string[] AtUtc =
    [
        "audit 45 16 * * *", "backup-closing 30 9 * * *", "backup-night 40 16 * * *", "check-ins-group 0 14 * * *", "check-ins-office 0 0 * * *", "daily-group 0 13 * * *", "daily-office 0 23 * * *",
        "data-keys 35 16 * * *", "due-list 5 16 * * *", "expiry 5 16 * * *", "import-files 0 * * * *", "renewals 10 23 * * *", "tidy-up 30 16 * * *",
    ];

    [Fact]
    public async Task Every_job_is_set_to_its_Beijing_time_written_as_UTC()
    {
        await using var server = await OpenAsync("2020-03-05 09:00");

        Assert.Equal(AtUtc, Recurring(server).Select(job => $"{job.Id} {job.Cron}"));
        var deadlines = await server.InDbAsync(db => db.DeadlinesAsync());
        foreach (var job in Recurring(server).Where(job => Schedule.Find(job.Id) is not null))
        {
            // The library looks at the clock of the PC.
            Assert.Equal(Schedule.Find(job.Id)!.NextDue(deadlines, job.CreatedAt!.Value).UtcDateTime, job.NextExecution);
        }
    }

    [Fact]
    public async Task When_its_time_has_come_it_is_run_once_however_often_it_is_triggered()
    {
        await using var server = await OpenAsync("2020-03-05 07:09:58");
        await EndedAsync(server, 1);
        Assert.Empty(await server.RunsAsync());
        server.Clock.SetTo(JobRuns.At("2020-03-05 07:10:01"));

        Trigger(server, "renewals");
        Trigger(server, "renewals");

        await EndedAsync(server, 3);
        var run = Assert.Single(await server.RunsAsync());
        Assert.Equal(("renewals", false), (run.Job, run.IsCatchUp));
    }

    [Fact]
    public async Task After_three_days_off_the_start_makes_up_once_and_the_schedule_is_still_there()
    {
        var before = await OpenAsync("2020-03-05 20:00");
        await EndedAsync(before, 1);

        await using var after = await before.RestartAsync(JobRuns.At("2020-03-09 09:30"));
        await EndedAsync(after, 2);

        Assert.Equal(AtUtc, Recurring(after).Select(job => $"{job.Id} {job.Cron}"));
        Assert.Equal(
            ["audit 9", "check-ins-group 5", "check-ins-group 6", "check-ins-group 7", "check-ins-group 8", "check-ins-office 5", "check-ins-office 6", "check-ins-office 7", "check-ins-office 8", "daily-group 5", "daily-group 6", "daily-group 7", "daily-group 8", "daily-office 5", "daily-office 6", "daily-office 7", "daily-office 8", "data-keys 9", "due-list 9", "expiry 8", "renewals 9", "tidy-up 9"],
            (await after.RunsAsync()).Select(run => $"{run.Job} {run.ForDay.Day}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_changed_deadline_moves_the_job_and_what_is_due_by_it_is_drawn_up_at_once()
    {
        await using var server = await OpenAsync("2020-03-05 13:50");
        var administrator = await server.SignedInUserAsync("admin", (await server.FirstVillageAsync()).Value, Web.Security.Roles.SystemAdministrator);
        server.Clock.SetTo(JobRuns.At("2020-03-05 14:00"));
        await administrator.OpenAsync("/Administration/Jobs");

        await administrator.PressAsync("保存", ("当晚报组长，最晚", "14:55"), ("次日早上报办公室，最晚", "9:30"));

        await Eventually.TrueAsync(async () => (await server.RunsAsync("daily-group")).Count > 0);
        Assert.Equal(["daily-group 55 5 * * *", "daily-office 30 0 * * *"], Recurring(server).Where(job => job.Id.StartsWith("daily", StringComparison.Ordinal)).Select(job => $"{job.Id} {job.Cron}"));
    }

    [Fact]
    public async Task A_damaged_jobs_file_is_laid_out_again()
    {
        var before = await OpenAsync("2020-03-05 09:00");
        await using var after = await before.RestartAsync(JobRuns.At("2020-03-05 21:59"));
        await File.WriteAllTextAsync(Path.Combine(after.Folder, "jobs.db"), "this is no database at all, whatever its name may say");

        Assert.Equal("ok", (await after.Browser().OpenAsync("/healthz")).Html);

        await Eventually.TrueAsync(async () => (await after.RunsAsync()).Count == 1);
        Assert.Equal(AtUtc, Recurring(after).Select(job => $"{job.Id} {job.Cron}"));
    }

    [SqliteFact]
    public async Task Jobs_of_an_earlier_version_are_removed_and_with_jobs_off_all_are()
    {
        var before = await OpenAsync("2020-03-05 09:00");
        before.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<JobRunner>("of-old", runner => runner.RunDueAsync("of-old", CancellationToken.None), Cron.Daily());
        var after = await before.RestartAsync();
        Assert.Equal(AtUtc, Recurring(after).Select(job => $"{job.Id} {job.Cron}"));

        await using var quiet = await after.RestartAsync(runsByItself: false);

        Assert.Empty(Recurring(quiet));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_for_a_moment_is_asked_again_in_a_minute_and_the_page_says_why()
    {
        await using var server = await OpenAsync("2020-03-05 07:00");
        var administrator = await server.SignedInUserAsync("admin", (await server.FirstVillageAsync()).Value, Web.Security.Roles.SystemAdministrator);
        await EndedAsync(server, 1);
        await server.RenameAwayAsync("JobRuns");
        server.Clock.SetTo(JobRuns.At("2020-03-05 07:11"));

        Trigger(server, "renewals");

        var monitoring = server.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        await Eventually.TrueAsync(() => monitoring.ScheduledCount() == 1);
        await server.RenameAwayAsync("JobRuns", back: true);
        await administrator.OpenAsync("/Administration/Jobs");
        var told = administrator.Page.QuerySelector("[aria-label='没有做成的'] tbody tr")!;
        Assert.Equal("续办名单", told.Children[0].TextContent);
        Assert.StartsWith("没有做成", told.Children[1].TextContent, StringComparison.Ordinal);
        server.Services.GetRequiredService<IBackgroundJobClient>().Requeue(Assert.Single(monitoring.ScheduledJobs(0, 10)).Key);
        await Eventually.TrueAsync(async () => (await server.RunsAsync("renewals")).Count == 1);
    }

    private static async Task<OfficeServer> OpenAsync(string moment)
    {
        var server = new OfficeServer { RunsByItself = true };
        server.Clock.SetTo(JobRuns.At(moment));
        await server.AddOfficeAsync(await server.FirstVillageAsync());
        return server;
    }

    private static void Trigger(OfficeServer server, string job) => server.Services.GetRequiredService<IRecurringJobManager>().Trigger(job);

    /// <summary>Waits until so many jobs have been done, those at the start counted.</summary>
    private static Task EndedAsync(OfficeServer server, int jobs) =>
        Eventually.TrueAsync(() => server.Services.GetRequiredService<JobStorage>().GetMonitoringApi().SucceededListCount() >= jobs);

    private static List<RecurringJobDto> Recurring(OfficeServer server)
    {
        using var connection = server.Services.GetRequiredService<JobStorage>().GetConnection();
        return [.. connection.GetRecurringJobs().OrderBy(job => job.Id, StringComparer.Ordinal)];
    }
}
