using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Data.Sqlite;

/// <summary>写入排队: for another program everybody waits equally long.</summary>
public sealed class SqliteWriteLockTests
{
    private const int HoldUps = 200;

    [SqliteFact]
    public async Task Ten_saves_in_line_behind_a_program_that_holds_the_file_are_all_refused_within_five_seconds()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var time = new QuickTime();
        using var engine = new SqliteEngine(new(server.Folder), time);
        await using var other = new SqliteConnection($"Data Source={BackupCase.Database(server)};Pooling=False");
        await other.OpenAsync();
        var held = other.BeginTransaction();
        // Until all ten stand in line.
        await engine.Writers.EnterAsync(default);
        var saves = Enumerable.Range(0, 10).Select(number => SaveAsync(server, engine, $"排队 {number}")).ToList();
        engine.Writers.Leave();

        foreach (var save in saves)
        {
            Assert.Equal(SQLitePCL.raw.SQLITE_BUSY, (await Assert.ThrowsAsync<SqliteException>(() => save)).SqliteErrorCode);
        }

        Assert.Equal(SqliteWriteLock.Longest, time.Passed);
        await held.DisposeAsync();
        await SaveAsync(server, engine, "后来");
        Assert.Equal(["后来"], await server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "打印").Select(record => record.Subject).ToListAsync()));
    }

    [SqliteFact]
    public async Task A_save_of_our_own_takes_nobodys_time()
    {
        var time = new QuickTime();
        using var queue = new SqliteWriteLock(time);
        await queue.EnterAsync(default);
        var second = queue.EnterAsync(default);
        time.Pass(TimeSpan.FromMinutes(1));
        queue.Leave();

        Assert.Equal(HoldUps, await CountAsync(queue, await second));
    }

    [SqliteFact]
    public async Task Who_comes_while_another_waits_has_five_seconds_of_his_own()
    {
        using var queue = new SqliteWriteLock(new QuickTime());
        var first = await queue.EnterAsync(default);
        for (var i = 0; i < HoldUps / 2; i++)
        {
            Assert.True(await queue.HoldUpAsync(first, default));
        }

        var second = queue.EnterAsync(default);
        Assert.Equal(HoldUps / 2, await CountAsync(queue, first));
        queue.Leave();

        Assert.Equal(HoldUps / 2, await CountAsync(queue, await second));
    }

    private static async Task<int> CountAsync(SqliteWriteLock queue, TimeSpan until)
    {
        var count = 0;
        for (; await queue.HoldUpAsync(until, default); count++)
        {
        }

        return count;
    }

    private static async Task SaveAsync(OfficeServer server, SqliteEngine engine, string subject)
    {
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        var services = scope.ServiceProvider;
        await using var db = new OfficeDb(services.GetRequiredService<DbContextOptions<OfficeDb>>(), new SystemUser("test"), services.GetRequiredService<OfficeClock>(), engine);
        db.Audit("打印", subject);
        await db.SaveChangesAsync();
    }

    /// <summary>A clock by which every wait is over at once, and has lasted as long as it should.</summary>
    private sealed class QuickTime : TimeProvider
    {
        private long _passed;

        public TimeSpan Passed => new(Interlocked.Read(ref _passed));

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _passed);

        public void Pass(TimeSpan time) => Interlocked.Add(ref _passed, time.Ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pass(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
