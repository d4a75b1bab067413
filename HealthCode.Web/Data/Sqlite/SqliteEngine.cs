using System.Reflection;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>SQLite: one file in the data folder, one writer at a time.</summary>
/// <param name="folder">Location of the file.</param>
/// <param name="time">Clock of the write queue.</param>
/// <param name="migrations">Assembly of the migrations; overridden by tests that need later ones.</param>
public sealed class SqliteEngine(DataFolder folder, TimeProvider? time = null, Assembly? migrations = null) : IDatabaseEngine, IDisposable
{
    /// <summary>How long a save waits for another program's lock before it fails.</summary>
    public const int WaitSeconds = 5;

    private const string AuditTriggers =
        """
        CREATE TRIGGER IF NOT EXISTS AuditRecords_Removed BEFORE DELETE ON AuditRecords
        BEGIN SELECT RAISE(ABORT, '审计记录只增不删'); END;
        CREATE TRIGGER IF NOT EXISTS AuditRecords_Replaced BEFORE INSERT ON AuditRecords WHEN EXISTS (SELECT 1 FROM AuditRecords WHERE Id = NEW.Id)
        BEGIN SELECT RAISE(ABORT, '审计记录只增不改'); END;
        CREATE TRIGGER IF NOT EXISTS AuditRecords_Changed BEFORE UPDATE ON AuditRecords WHEN NOT (
            NEW.Id = OLD.Id AND NEW.At = OLD.At AND NEW.Action = OLD.Action AND NEW.PreviousHash = OLD.PreviousHash AND NEW.PayloadHash = OLD.PayloadHash AND NEW.Hash = OLD.Hash
            AND NEW.UserName = '' AND NEW.StaffName = '' AND NEW.OfficeCode IS NULL AND NEW.Workstation = '' AND NEW.OnBehalfOf = '' AND NEW.Subject = '' AND NEW.Detail = '')
        BEGIN SELECT RAISE(ABORT, '审计记录只增不改'); END;
        CREATE TRIGGER IF NOT EXISTS ArchivedAuditRecords_Removed BEFORE DELETE ON ArchivedAuditRecords
        BEGIN SELECT RAISE(ABORT, '审计记录只增不删'); END;
        CREATE TRIGGER IF NOT EXISTS ArchivedAuditRecords_Changed BEFORE UPDATE ON ArchivedAuditRecords WHEN NOT (
            NEW.ChainId = OLD.ChainId AND NEW.Number = OLD.Number AND NEW.At = OLD.At AND NEW.Action = OLD.Action AND NEW.PreviousHash = OLD.PreviousHash AND NEW.PayloadHash = OLD.PayloadHash AND NEW.Hash = OLD.Hash
            AND NEW.UserName = '' AND NEW.StaffName = '' AND NEW.OfficeCode IS NULL AND NEW.Workstation = '' AND NEW.OnBehalfOf = '' AND NEW.Subject = '' AND NEW.Detail = '')
        BEGIN SELECT RAISE(ABORT, '审计记录只增不改'); END;
        CREATE TRIGGER IF NOT EXISTS ArchivedAuditChains_Removed BEFORE DELETE ON ArchivedAuditChains
        BEGIN SELECT RAISE(ABORT, '审计记录只增不删'); END;
        CREATE TRIGGER IF NOT EXISTS ArchivedAuditChains_Changed BEFORE UPDATE ON ArchivedAuditChains
        BEGIN SELECT RAISE(ABORT, '审计记录只增不改'); END;
        """;

    private readonly SqliteConnectionSettings _settings = new();
    private readonly Assembly _migrations = migrations ?? typeof(SqliteEngine).Assembly;

    /// <summary>Queue of writers.</summary>
    public SqliteWriteLock Writers { get; } = new(time);

    public string Name => "Sqlite";

    public string Location => folder.Database;

    public string? CopiesElsewhere => null;

    public string CopyName => "healthcode.db";

    public string Description
    {
        get
        {
            using var connection = new SqliteConnection();
            return "SQLite " + connection.ServerVersion;
        }
    }

    public IReadOnlyList<string> KnownMigrations { get; } = MigrationSet.IdsIn(migrations ?? typeof(SqliteEngine).Assembly, "Sqlite");

    /// <summary>None: the file is read by the program alone.</summary>
    public string? ReplicaLocation => null;

    public bool Exists => File.Exists(folder.Database) || Directory.Exists(folder.Database);

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = folder.Database }.ToString(), sqlite => sqlite.CommandTimeout(WaitSeconds).MigrationsAssembly(_migrations))
        .ReplaceService<IMigrationsAssembly, MigrationSet>()
        .AddInterceptors(_settings);

    public void Configure(IMutableModel model)
    {
        // SQLite compares text bytewise and limits no lengths by itself.
    }

    public Task<TimeSpan?> ReplicaLagAsync(CancellationToken cancellationToken) => Task.FromResult<TimeSpan?>(null);

    public void UseReplica(DatabaseFacade database) => throw new InvalidOperationException("there is no replica");

    public Task<IAsyncDisposable?> EnterAloneAsync(SharedWork work, CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(null);

    public async Task MigrateAsync(OfficeDb db)
    {
        // No write if nothing is pending: with a full disk the server must still start and read.
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            // Left by a program killed while migrating; EF Core would wait for it forever.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock;");
            await db.Database.MigrateAsync();
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;");
    }

    public Task ProtectAuditRecordsAsync(OfficeDb db) => db.Database.ExecuteSqlRawAsync(AuditTriggers);

    // SQLite itself goes on after the highest id.
    public Task ContinueIdsAsync(OfficeDb db, IReadOnlyList<string> tables) => Task.CompletedTask;

    public Task<IWriteTransaction> BeginWriteAsync(DatabaseFacade database, string? office, CancellationToken cancellationToken) =>
        SqliteWriteTransaction.BeginAsync(Writers, database, cancellationToken);

    public async Task CompactAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        await Writers.EnterAsync(cancellationToken);
        try
        {
            await database.ExecuteSqlRawAsync("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);
        }
        finally
        {
            Writers.Leave();
        }
    }

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public bool IsSound()
    {
        if (!SqliteFile.IsSound(folder.Database))
        {
            return false;
        }

        using var database = SqliteFile.Open(folder.Database);
        database.Execute("BEGIN IMMEDIATE; ROLLBACK");
        return true;
    }

    public IStoredDatabase Open() => SqliteFile.Open(folder.Database, SqliteOpenMode.ReadOnly);

    public IStoredDatabase OpenCopy(string file) => SqliteFile.Open(file);

    public DatabaseCopy Copy(string file)
    {
        using var source = SqliteFile.Open(folder.Database);
        using var copy = SqliteFile.Open(file, SqliteOpenMode.ReadWriteCreate);
        copy.Execute("PRAGMA synchronous=OFF");
        source.Connection.BackupDatabase(copy.Connection);
        copy.Execute("PRAGMA journal_mode=DELETE");
        return DatabaseCopy.Of(copy);
    }

    public void Restore(string file) => File.Move(file, folder.Database);

    public void Dispose() => Writers.Dispose();
}
