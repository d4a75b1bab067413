using System.Diagnostics;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Retention;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the program is killed again and again in the middle of the destruction; in the end everything is gone, and counted once.</summary>
public sealed class DestructionKillTests
{
    private const int Cards = 40;

    /// <summary>For each start, so many steps are written down when what lies there is looked at; at the last the plug is pulled.</summary>
    private static readonly int[][] Cuts = LongRun.Pick<int[][]>([[1, 6, 15]], [[1], [3], [6], [10], [15], [20]]);

    [SqliteFact]
    public async Task Killed_in_the_middle_it_goes_on_where_it_was_and_counts_each_paper_once()
    {
        var now = DateTimeOffset.UtcNow;
        var before = await OfficeServer.WithOfficeAsync();
        before.Clock.SetTo(now.AddDays(-50));
        await before.IssueAsync(Cards);
        await before.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-40);
            (await db.Offices.SingleAsync()).EndEpidemic(day, day);
        }));
        // A run of the day before yesterday has seen that the last day of keeping is over.
        await before.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(db.JobRuns.Add(new()
        {
            Job = "expiry", ForDay = DateOnly.FromDateTime(now.AddDays(-3).UtcDateTime), StartedAt = now.AddDays(-2), EndedAt = now.AddDays(-2), Result = "到期 0 张。", Succeeded = true,
        }))));
        await using var after = await before.RestartAsync(now.AddDays(-60));
        var cutShort = 0;
        List<string> copies = [];
        foreach (var cuts in Cuts)
        {
            using var program = await RealProgram.StartAsync(after.Folder);
            copies.AddRange(await program.CutAsync(cuts, async steps =>
            {
                for (var waited = Stopwatch.StartNew(); Steps(after) < steps && waited.Elapsed.TotalSeconds < 60;)
                {
                    await Task.Delay(1);
                }
            }));
        }

        foreach (var copy in copies)
        {
            await using var left = OfficeServer.Over(copy, now.AddDays(-60));
            cutShort += await CountedOnceAsync(left);
            await GoesOnAsync(left);
        }

        Assert.True(cutShort > 0, "the plug was never pulled in the middle");
    }

    /// <summary>Each paper lies there or is counted.</summary>
    /// <returns>1 when the destruction was cut short, 0 when it had finished.</returns>
    private static async Task<int> CountedOnceAsync(OfficeServer server)
    {
        Assert.Equal(Cards, await CountedAndLeftAsync(server, "passes", db => db.Passes.IgnoreQueryFilters().CountAsync()));
        Assert.Equal(Cards, await CountedAndLeftAsync(server, "declarations", db => db.Declarations.IgnoreQueryFilters().CountAsync()));
        return await FinishedAsync(server) ? 0 : 1;
    }

    /// <summary>The clock of this server stands ten days before the end: what was begun is finished all the same.</summary>
    private static async Task GoesOnAsync(OfficeServer server)
    {
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        await scope.ServiceProvider.GetRequiredService<RetentionPurge>().ResumeAsync();

        Assert.True(await FinishedAsync(server));
        var record = await server.InDbAsync(db => db.DestructionRecords.Include(each => each.Steps.OrderBy(step => step.Id)).SingleAsync());
        Assert.Equal((Cards, Cards), (record.CountOf("passes"), record.CountOf("declarations")));
        Assert.Equal(record.Steps.Count, record.Steps.Select(step => step.Code).Distinct().Count());
        Assert.True(RecordSignature.Holds(record.Signature, record.Text, await server.InDbAsync(db => db.TrustedKeys.IgnoreQueryFilters().SingleAsync())));
        foreach (var rows in await server.InDbAsync(db => Task.FromResult(RetentionPlan.Rows(db.Model))))
        {
            Assert.Equal(0, await server.InDbAsync(db => db.Database.ExecuteSqlRawAsync(rows.Sql, record.OfficeCode)));
        }
    }

    private static async Task<int> CountedAndLeftAsync(OfficeServer server, string code, Func<OfficeDb, Task<int>> left) => await server.InDbAsync(left)
        + await server.InDbAsync(async db => (await db.DestructionRecords.Include(record => record.Steps).SingleOrDefaultAsync())?.CountOf(code) ?? 0);

    private static Task<bool> FinishedAsync(OfficeServer server) => server.InDbAsync(db => db.DestructionRecords.AnyAsync(record => record.FinishedAt != null));

    private static long Steps(OfficeServer server)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "healthcode.db")};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var count = file.CreateCommand();
        count.CommandText = "SELECT count(*) FROM DestructionSteps";
        return (long)count.ExecuteScalar()!;
    }
}
