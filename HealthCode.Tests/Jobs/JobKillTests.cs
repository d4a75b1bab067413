using System.Diagnostics;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the program is killed again and again while it makes up what it missed; each day is there whole and written down, or neither.</summary>
public sealed class JobKillTests
{
    /// <summary>The plug is pulled as soon as so many more files lie there, half ones counted.</summary>
    private static readonly int[] Kills = LongRun.Pick<int[]>([0, 1, 2], [0, 1, 1, 2, 3]);

    [Fact]
    public async Task Killed_during_its_jobs_every_report_is_whole_and_every_day_is_written_down_once()
    {
        var now = DateTimeOffset.UtcNow;
        var before = await OfficeServer.WithOfficeAsync();
        before.Clock.SetTo(now.AddDays(-9));
        await before.IssueAsync(60);
        // The office's first record must lie before the days that are missed.
        await before.InDb(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditRecords_Changed; UPDATE AuditRecords SET At = '2020-03-05T00:00:00.0000000Z'"));
        await using var after = await before.RestartAsync(now);
        foreach (var more in Kills)
        {
            var lying = after.Reports().Count(file => file.EndsWith(".xlsx", StringComparison.Ordinal));
            using var program = await RealProgram.StartAsync(after.Folder);
            for (var waited = Stopwatch.StartNew(); after.Reports().Count < lying + more && waited.Elapsed.TotalSeconds < 60;)
            {
                await Task.Delay(1);
            }

            await program.KillAsync();
            Whole(after);
        }

        // Now the office starts the program as on any morning.
        after.Clock.SetTo(DateTimeOffset.UtcNow);
        await after.DoDueAsync(Beijing(DateTimeOffset.UtcNow));
        await after.DoDueAsync(Beijing(DateTimeOffset.UtcNow));

        Whole(after);
        Assert.DoesNotContain(after.Reports(), file => file.EndsWith(".part", StringComparison.Ordinal));
        var runs = await after.RunsAsync();
        Assert.All(runs, run => Assert.True(run.Succeeded, run.Result));
        Assert.Equal(runs.Count, runs.Select(run => (run.Job, run.ForDay)).Distinct().Count());
        Assert.Equal((7, 7), (runs.Count(run => run.Job == "daily-office"), runs.Count(run => run.Job == "daily-group")));
        Assert.Equal(14, after.Reports().Count(file => file.Contains("日报表", StringComparison.Ordinal)));
    }

    /// <summary>What has its name can be opened; what is written down has its file.</summary>
    private static void Whole(OfficeServer server)
    {
        foreach (var file in server.Reports().Where(file => file.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            using var open = File.OpenRead(Path.Combine(Duty.Folder(server), file));
            Assert.Empty(Spreadsheet.Open(open).Faults);
        }
    }

    private static string Beijing(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
