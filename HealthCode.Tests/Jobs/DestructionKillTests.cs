using System.Diagnostics;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the program is killed again and again in the middle of the destruction; in the end everything is gone, and counted once.</summary>
public sealed class DestructionKillTests
{
    private const int Cards = 40;

    /// <summary>The plug is pulled as soon as so many steps are written down.</summary>
    private static readonly int[] Kills = LongRun.Pick<int[]>([1, 6, 15], [1, 3, 6, 10, 15, 20]);

    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_where_it_was_and_counts_each_paper_once()
    {
        var now = DateTimeOffset.UtcNow;
        var before = await OfficeServer.WithOfficeAsync();
        before.Clock.SetTo(now.AddDays(-50));
        await before.IssueAsync(Cards);
        await before.InDb(db => db.InOneTransaction(async () =>
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-40);
            (await db.Offices.SingleAsync()).EndEpidemic(day, day);
        }));
        // A run of the day before yesterday has seen that the last day of keeping is over.
        await before.InDb(db => db.InOneTransaction(() => Task.FromResult(db.JobRuns.Add(new()
        {
            Job = "expiry", ForDay = DateOnly.FromDateTime(now.AddDays(-3).UtcDateTime), StartedAt = now.AddDays(-2), EndedAt = now.AddDays(-2), Result = "到期 0 张。", Succeeded = true,
        }))));
        await using var after = await before.RestartAsync(now.AddDays(-60));
        var cutShort = 0;
        foreach (var steps in Kills)
        {
            using var program = await RealProgram.StartAsync(after.Folder);
            for (var waited = Stopwatch.StartNew(); Steps(after) < steps && waited.Elapsed.TotalSeconds < 60;)
            {
                await Task.Delay(1);
            }

            await program.KillAsync();
            cutShort += await FinishedAsync(after) ? 0 : 1;
            Assert.Equal(Cards, await CountedAndLeftAsync(after, "passes", db => db.Passes.IgnoreQueryFilters().CountAsync()));
            Assert.Equal(Cards, await CountedAndLeftAsync(after, "declarations", db => db.Declarations.IgnoreQueryFilters().CountAsync()));
        }

        // The clock of this server stands ten days before the end: what was begun is finished all the same.
        await using var scope = after.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Destruction>().ResumeAsync();

        Assert.True(cutShort > 0, "the plug was never pulled in the middle");
        Assert.True(await FinishedAsync(after));
        var record = await after.InDb(db => db.DestructionRecords.Include(each => each.Steps.OrderBy(step => step.Id)).SingleAsync());
        Assert.Equal((Cards, Cards), (record.CountOf("passes"), record.CountOf("declarations")));
        Assert.Equal(record.Steps.Count, record.Steps.Select(step => step.Code).Distinct().Count());
        Assert.True(RecordSignature.Holds(record.Signature, record.Text, await after.InDb(db => db.TrustedKeys.IgnoreQueryFilters().SingleAsync())));
        foreach (var rows in DestructionPlan.Rows)
        {
            Assert.Equal(0, await after.InDb(db => db.Database.ExecuteSqlRawAsync(rows.Sql, record.OfficeCode)));
        }
    }

    private static async Task<int> CountedAndLeftAsync(OfficeServer server, string code, Func<OfficeDb, Task<int>> left) => await server.InDb(left)
        + await server.InDb(async db => (await db.DestructionRecords.Include(record => record.Steps).SingleOrDefaultAsync())?.CountOf(code) ?? 0);

    private static Task<bool> FinishedAsync(OfficeServer server) => server.InDb(db => db.DestructionRecords.AnyAsync(record => record.FinishedAt != null));

    private static long Steps(OfficeServer server)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "healthcode.db")};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var count = file.CreateCommand();
        count.CommandText = "SELECT count(*) FROM DestructionSteps";
        return (long)count.ExecuteScalar()!;
    }
}
