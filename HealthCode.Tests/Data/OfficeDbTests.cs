using HealthCode.Domain.Auditing;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Data;

public sealed class OfficeDbTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_list_of_Ningxia_is_laid_out_at_first_start() =>
        Assert.Equal(3199, await _server.InDbAsync(db => db.Divisions.CountAsync()));

    /// <summary>No model knows it, so a migration that lays out the table anew could lose it.</summary>
    [Fact]
    public async Task The_index_of_cards_by_their_last_day_is_there() =>
        Assert.Contains("IX_Passes_State_OfficeCode_LastDay", await _server.RawAsync<string>(TestDatabase.IndexesOf("Passes")));

    [SqliteFact]
    public async Task The_SQLite_that_runs_is_of_these_years_and_stands_in_the_log()
    {
        _server = await _server.RestartAsync();
        var engine = _server.Services.GetRequiredService<IDatabaseEngine>().Description;

        Assert.InRange(Version.Parse(engine["SQLite ".Length..]), new(3, 50), new(4, 0));
        await Eventually.TrueAsync(() => FilesInUse.Text(_server.Folder, "logs").Contains($"数据库引擎 {engine}", StringComparison.Ordinal));
    }

    [SqliteTheory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task A_saved_form_survives_a_power_cut(string pragma, string value) => await _server.InDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        Assert.Equal(value, Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
    });

    [SqliteFact]
    public async Task The_log_that_grew_while_another_program_read_is_short_again_when_that_has_gone()
    {
        var log = new FileInfo(BackupCase.Database(_server) + "-wal");
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={BackupCase.Database(_server)};Pooling=False"))
        {
            await other.OpenAsync();
            await using var reading = other.BeginTransaction(deferred: true);
            await using var look = other.CreateCommand();
            look.CommandText = "SELECT COUNT(*) FROM Offices";
            await look.ExecuteScalarAsync();
            await _server.InDbAsync(db => db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE Ballast (Bytes); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) INSERT INTO Ballast SELECT zeroblob(4000) FROM n;"));
            log.Refresh();
            Assert.True(log.Length > SqliteConnectionSettings.LongestLog);
        }

        for (var i = 0; i < 3; i++)
        {
            await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
            {
                db.Audit("打印", "短");
                return Task.CompletedTask;
            }));
        }

        log.Refresh();
        Assert.InRange(log.Length, 1, SqliteConnectionSettings.LongestLog);
    }

    [Fact]
    public async Task Work_that_fails_leaves_nothing_behind_not_even_for_the_next_save() => await _server.InDbAsync(async db =>
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InOneTransactionAsync(async () =>
        {
            (await db.Offices.SingleAsync()).EndEpidemic(new(2023, 1, 8), new(2023, 1, 9));
            await db.SaveChangesAsync();
            throw new InvalidOperationException();
        }));
        await db.SaveChangesAsync();

        Assert.Null((await db.Offices.AsNoTracking().SingleAsync()).EpidemicEndedOn);
    });

    [Fact]
    public async Task Work_inside_work_is_saved_with_the_outer_one_or_not_at_all() => await _server.InDbAsync(async db =>
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InOneTransactionAsync(async () =>
        {
            await db.InOneTransactionAsync(() =>
            {
                db.Audit("打印", "内层");
                return Task.CompletedTask;
            });
            throw new InvalidOperationException();
        }));

        Assert.False(await db.AuditRecords.AnyAsync(record => record.Subject == "内层"));
    });

    [Fact]
    public async Task Thirty_two_clerks_saving_at_once_all_get_their_turn()
    {
        await Task.WhenAll(Enumerable.Range(0, 32).Select(clerk => _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.Audit("打印", $"并发 {clerk}");
            return Task.CompletedTask;
        }))));

        Assert.Equal(32, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Subject.StartsWith("并发"))));
    }

    [Fact]
    public async Task A_change_without_effect_leaves_no_record() => await _server.InDbAsync(async db =>
    {
        var before = await db.AuditRecords.CountAsync();
        var office = await db.Offices.SingleAsync();
        db.Entry(office).Property(one => one.ContactPhone).IsModified = true;
        await db.SaveChangesAsync();

        Assert.Equal(before, await db.AuditRecords.CountAsync());
    });

    [Fact]
    public async Task A_moment_comes_back_as_the_clock_in_the_office_showed_it_and_compares_in_a_query() => await _server.InDbAsync(async db =>
    {
        db.AuditRecords.Add(AuditRecord.Of(new(null, null, ""), new(2020, 3, 4, 16, 0, 0, TimeSpan.Zero), "试", "试"));
        await db.SaveChangesAsync();

        var midnight = new DateTimeOffset(2020, 3, 5, 0, 0, 0, TimeSpan.FromHours(8));
        var record = await db.AuditRecords.AsNoTracking().SingleAsync(one => one.Action == "试" && one.At >= midnight && one.At < midnight.AddTicks(1));
        Assert.Equal(TimeSpan.FromHours(8), record.At.Offset);
        Assert.Equal(midnight, record.At);
    });

    [Fact]
    public async Task A_desk_sees_its_own_office_only_a_township_its_offices_and_nobody_nothing()
    {
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
        var slips = new DbContextOptionsBuilder<OfficeDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<OfficeDb>>())
            // A cache of its own: a model is found by context and keys alone.
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCustomizer, WithSlips>().UseMemoryCache(new Microsoft.Extensions.Caching.Memory.MemoryCache(new Microsoft.Extensions.Caching.Memory.MemoryCacheOptions())).Options;
        OfficeDb At(CurrentUser currentUser) => new(slips, currentUser, scope.ServiceProvider.GetRequiredService<Web.Foundation.OfficeClock>(), scope.ServiceProvider.GetRequiredService<IDatabaseEngine>());
        await using (var everything = At(new SystemUser("test")))
        {
            await everything.Database.ExecuteSqlRawAsync($"CREATE TABLE \"Slip\" (\"Id\" {(TestDatabase.IsPostgres ? "serial" : "integer")} PRIMARY KEY, \"OfficeCode\" text NOT NULL)");
            everything.AddRange(new Slip { OfficeCode = "640104001002" }, new Slip { OfficeCode = "640104001003" }, new Slip { OfficeCode = "640104002001" });
            await everything.SaveChangesAsync();
            Assert.Equal(3, await everything.Set<Slip>().CountAsync());
        }

        foreach (var (digits, seen) in new[] { ("640104001002", 1), ("640104001", 2), ("640104", 3), ("640105", 0), (null, 0) })
        {
            await using var db = At(new UserOf(digits));
            Assert.Equal(seen, await db.Set<Slip>().CountAsync());
        }

        await using var explained = At(new UserOf("640104001"));
        Assert.DoesNotContain("CASE", explained.Set<Slip>().ToQueryString(), StringComparison.Ordinal);
    }

    private sealed class Slip
    {
        public int Id { get; set; }

        public string OfficeCode { get; set; } = "";
    }

    private sealed class UserOf(string? digits) : CurrentUser(null)
    {
        public override string? Scope => digits;
    }

    /// <summary>A paper that exists in this test only, known before OfficeDb looks at what has an office.</summary>
    private sealed class WithSlips(Microsoft.EntityFrameworkCore.Infrastructure.ModelCustomizerDependencies dependencies)
        : Microsoft.EntityFrameworkCore.Infrastructure.RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            modelBuilder.Entity<Slip>();
            base.Customize(modelBuilder, context);
        }
    }
}
