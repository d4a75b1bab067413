using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>闹钟: Quartz rings by Beijing time, its schedule lies in jobs.db and outlives the program.</summary>
public sealed class AlarmClockTests
{
    [Fact]
    public async Task It_rings_at_the_minute_and_the_job_is_done_once()
    {
        await using var server = await OpenAsync("2020-03-05 07:09:58");
        Assert.Empty(await server.RunsAsync());

        server.Clock.SetTo(Duty.At("2020-03-05 07:10:01"));

        await Eventually.TrueAsync(async () => (await server.RunsAsync()).Count > 0);
        var run = Assert.Single(await server.RunsAsync());
        Assert.Equal(("renewals", false), (run.Job, run.IsMadeUp));
    }

    [Fact]
    public async Task Every_job_lies_in_its_file_at_its_Beijing_time_written_as_UTC()
    {
        await using var server = await OpenAsync("2020-03-05 09:00");

        Assert.Equal(
            [
                "audit 0 45 16 * * ? UTC", "backup-closing 0 30 9 * * ? UTC", "backup-night 0 40 16 * * ? UTC", "daily-group 0 0 13 * * ? UTC", "daily-office 0 0 23 * * ? UTC",
                "data-keys 0 35 16 * * ? UTC", "expiry 0 5 16 * * ? UTC", "renewals 0 10 23 * * ? UTC", "tidy-up 0 30 16 * * ? UTC",
            ],
            await LyingAsync(server));
    }

    [Fact]
    public async Task After_three_days_off_the_start_makes_up_once_and_the_schedule_is_still_there()
    {
        var before = await OpenAsync("2020-03-05 20:00");
        var lying = await LyingAsync(before);
        var fires = await NextAsync(before);

        await using var after = await before.RestartAsync(Duty.At("2020-03-09 09:30"));
        _ = after.Services;
        await Eventually.TrueAsync(async () => (await NextAsync(after)).All(next => next > Duty.At("2020-03-09 09:30")) && (await after.RunsAsync("daily-group")).Count > 3);
        await Task.Delay(500);

        Assert.All(fires, next => Assert.True(next < Duty.At("2020-03-07 00:00")));
        Assert.Equal(lying, await LyingAsync(after));
        Assert.Equal(
            ["audit 9", "daily-group 5", "daily-group 6", "daily-group 7", "daily-group 8", "daily-office 5", "daily-office 6", "daily-office 7", "daily-office 8", "data-keys 9", "expiry 8", "renewals 9", "tidy-up 9"],
            (await after.RunsAsync()).Select(run => $"{run.Job} {run.ForDay.Day}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_changed_deadline_moves_the_alarm_and_what_is_due_by_it_is_drawn_up_at_once()
    {
        await using var server = await OpenAsync("2020-03-05 14:00");
        server.Clock.SetTo(Duty.At("2020-03-05 15:00"));

        await server.InDb(db => db.InOneTransaction(() => db.SetDeadlinesAsync(new(15, 30), new(9, 30))));
        server.Services.GetRequiredService<DutyRoom>().Rewind();

        await Eventually.TrueAsync(async () => (await server.RunsAsync("daily-group")).Count > 0);
        await Eventually.TrueAsync(async () => (await LyingAsync(server)).Where(job => job.StartsWith("daily", StringComparison.Ordinal)).SequenceEqual(["daily-group 0 30 6 * * ? UTC", "daily-office 0 30 0 * * ? UTC"]));
    }

    [Fact]
    public async Task A_spoilt_jobs_file_is_laid_out_again()
    {
        var before = await OpenAsync("2020-03-05 09:00");
        var lying = await LyingAsync(before);
        SqliteConnection.ClearAllPools();
        await using var after = await before.RestartAsync(Duty.At("2020-03-05 22:00"));
        await File.WriteAllTextAsync(Path.Combine(after.Folder, "jobs.db"), "this is no database at all, whatever its name may say");

        Assert.Equal("ok", (await after.Browser().OpenAsync("/healthz")).Html);

        await Eventually.TrueAsync(async () => (await LyingAsync(after)).SequenceEqual(lying) && (await after.RunsAsync()).Count == 1);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_for_a_moment_does_not_end_scheduled_work()
    {
        await using var server = await OpenAsync("2020-03-05 07:00");
        var duty = server.Services.GetRequiredService<DutyRoom>();
        await server.AwayAsync("JobRuns");
        server.Clock.SetTo(Duty.At("2020-03-05 07:11"));
        duty.Rewind();
        await Task.Delay(1500);
        await server.AwayAsync("JobRuns", back: true);

        duty.Rewind();

        await Eventually.TrueAsync(async () => (await server.RunsAsync("renewals")).Count == 1);
    }

    private static async Task<OfficeServer> OpenAsync(string moment)
    {
        var server = new OfficeServer { RunsByItself = true };
        server.Clock.SetTo(Duty.At(moment));
        await server.AddOfficeAsync(await server.FirstVillageAsync());
        await Eventually.TrueAsync(async () => (await LyingAsync(server)).Count == Schedule.All.Count);
        return server;
    }

    private static Task<List<string>> LyingAsync(OfficeServer server) => ReadAsync(server, "SELECT TRIGGER_NAME || ' ' || CRON_EXPRESSION || ' ' || TIME_ZONE_ID FROM QRTZ_CRON_TRIGGERS ORDER BY TRIGGER_NAME");

    private static async Task<List<DateTimeOffset>> NextAsync(OfficeServer server) =>
        [.. (await ReadAsync(server, "SELECT CAST(NEXT_FIRE_TIME AS TEXT) FROM QRTZ_TRIGGERS")).Select(ticks => new DateTimeOffset(long.Parse(ticks, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero))];

    private static async Task<List<string>> ReadAsync(OfficeServer server, string sql)
    {
        List<string> lines = [];
        try
        {
            await using var file = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "jobs.db")};Mode=ReadOnly;Pooling=False");
            await file.OpenAsync();
            await using var command = file.CreateCommand();
#pragma warning disable CA2100 // Written above.
            command.CommandText = sql;
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(0));
            }
        }
        catch (SqliteException)
        {
            // Not laid out yet, or just being written.
        }

        return lines;
    }
}
