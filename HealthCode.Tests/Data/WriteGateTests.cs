using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Data;

/// <summary>写入排队: for another program everybody waits equally long.</summary>
public sealed class WriteGateTests
{
    private const int HoldUps = 200;

    [Fact]
    public async Task Ten_saves_in_line_behind_a_program_that_holds_the_file_are_all_refused_within_five_seconds()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var time = new QuickTime();
        using var gate = new WriteGate(time);
        await using var other = new SqliteConnection($"Data Source={BackupCase.Database(server)};Pooling=False");
        await other.OpenAsync();
        var held = other.BeginTransaction();
        // Until all ten stand in line.
        await gate.EnterAsync(default);
        var saves = Enumerable.Range(0, 10).Select(number => SaveAsync(server, gate, $"排队 {number}")).ToList();
        gate.Leave();

        foreach (var save in saves)
        {
            Assert.Equal(SQLitePCL.raw.SQLITE_BUSY, (await Assert.ThrowsAsync<SqliteException>(() => save)).SqliteErrorCode);
        }

        Assert.Equal(WriteGate.Longest, time.Passed);
        await held.DisposeAsync();
        await SaveAsync(server, gate, "后来");
        Assert.Equal(["后来"], await server.InDb(db => db.AuditRecords.Where(record => record.Action == "打印").Select(record => record.Subject).ToListAsync()));
    }

    [Fact]
    public async Task A_save_of_our_own_takes_nobodys_time()
    {
        var time = new QuickTime();
        using var gate = new WriteGate(time);
        await gate.EnterAsync(default);
        var second = gate.EnterAsync(default);
        time.Pass(TimeSpan.FromMinutes(1));
        gate.Leave();

        Assert.Equal(HoldUps, await CountAsync(gate, await second));
    }

    [Fact]
    public async Task Who_comes_while_another_waits_has_five_seconds_of_his_own()
    {
        using var gate = new WriteGate(new QuickTime());
        var first = await gate.EnterAsync(default);
        for (var i = 0; i < HoldUps / 2; i++)
        {
            Assert.True(await gate.HoldUpAsync(first, default));
        }

        var second = gate.EnterAsync(default);
        Assert.Equal(HoldUps / 2, await CountAsync(gate, first));
        gate.Leave();

        Assert.Equal(HoldUps / 2, await CountAsync(gate, await second));
    }

    private static async Task<int> CountAsync(WriteGate gate, TimeSpan until)
    {
        var count = 0;
        for (; await gate.HoldUpAsync(until, default); count++)
        {
        }

        return count;
    }

    private static async Task SaveAsync(OfficeServer server, WriteGate gate, string subject)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var db = new OfficeDb(services.GetRequiredService<DbContextOptions<OfficeDb>>(), Desk.Everything, services.GetRequiredService<OfficeClock>(), gate);
        db.Note("打印", subject);
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
