using System.Diagnostics;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the program is killed again and again while it makes up what it missed; each day is there whole and written down, or neither.</summary>
public sealed class JobKillTests
{
    /// <summary>For each start, so many more files lie there, half ones counted, when what lies there is looked at; at the last the plug is pulled.</summary>
    private static readonly int[][] Cuts = LongRun.Pick<int[][]>([[0, 1, 2]], [[0], [1], [1], [2], [3]]);

    [SqliteFact]
    public async Task Killed_during_its_jobs_every_report_is_whole_and_every_day_is_written_down_once()
    {
        var now = DateTimeOffset.UtcNow;
        var before = await OfficeServer.WithOfficeAsync();
        before.Clock.SetTo(now.AddDays(-9));
        await before.IssueAsync(60);
        // The office's first record must lie before the days that are missed.
        await before.ExecuteAsync("DROP TRIGGER AuditRecords_Changed; UPDATE AuditRecords SET At = '2020-03-05T00:00:00.0000000Z'");
        await using var after = await before.RestartAsync(now);
        List<string> copies = [];
        foreach (var cuts in Cuts)
        {
            var lying = after.Reports().Count(file => file.EndsWith(".xlsx", StringComparison.Ordinal));
            using var program = await RealProgram.StartAsync(after.Folder);
            copies.AddRange(await program.CutAsync(cuts, async more =>
            {
                for (var waited = Stopwatch.StartNew(); after.Reports().Count < lying + more && waited.Elapsed.TotalSeconds < 60;)
                {
                    await Task.Delay(1);
                }
            }));
        }

        foreach (var copy in copies)
        {
            await using var left = OfficeServer.Over(copy);
            Whole(left);
            await MadeUpAsync(left);
        }
    }

    /// <summary>Now the office starts the program as on any morning.</summary>
    private static async Task MadeUpAsync(OfficeServer server)
    {
        server.Clock.SetTo(DateTimeOffset.UtcNow);
        await server.DoDueAsync(Beijing(DateTimeOffset.UtcNow));
        await server.DoDueAsync(Beijing(DateTimeOffset.UtcNow));

        Whole(server);
        Assert.DoesNotContain(server.Reports(), file => file.EndsWith(".part", StringComparison.Ordinal));
        var runs = await server.RunsAsync();
        Assert.All(runs, run => Assert.True(run.Succeeded, run.Result));
        Assert.Equal(runs.Count, runs.Select(run => (run.Job, run.ForDay)).Distinct().Count());
        Assert.Equal((7, 7), (runs.Count(run => run.Job == "daily-office"), runs.Count(run => run.Job == "daily-group")));
        Assert.Equal(14, server.Reports().Count(file => file.Contains("日报表", StringComparison.Ordinal)));
    }

    /// <summary>What has its name can be opened; what is written down has its file.</summary>
    private static void Whole(OfficeServer server)
    {
        foreach (var file in server.Reports().Where(file => file.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            using var open = File.OpenRead(Path.Combine(JobRuns.Folder(server), file));
            Assert.Empty(Spreadsheet.Open(open).Faults);
        }
    }

    private static string Beijing(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
