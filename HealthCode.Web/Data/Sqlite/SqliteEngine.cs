using System.Globalization;
using System.Reflection;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
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
        """;

    private readonly SqliteConnectionSettings _settings = new();
    private readonly Assembly _migrations = migrations ?? typeof(SqliteEngine).Assembly;

    /// <summary>Queue of writers.</summary>
    public SqliteWriteLock Writers { get; } = new(time);

    public string Description
    {
        get
        {
            using var connection = new SqliteConnection();
            return "SQLite " + connection.ServerVersion;
        }
    }

    // From the types: via EF Core the whole model would be built.
    public IReadOnlyList<string> KnownMigrations { get; } =
    [
        .. (migrations ?? typeof(SqliteEngine).Assembly).GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(OfficeDb))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id).Order(StringComparer.Ordinal),
    ];

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = folder.Database }.ToString(), sqlite => sqlite.CommandTimeout(WaitSeconds).MigrationsAssembly(_migrations))
        .AddInterceptors(_settings);

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

    public Task<IWriteTransaction> BeginWriteAsync(DatabaseFacade database, CancellationToken cancellationToken) =>
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

    public void Copy(string from, string to)
    {
        using var source = SqliteFile.Open(from);
        using var copy = SqliteFile.Open(to, SqliteOpenMode.ReadWriteCreate);
        copy.Execute("PRAGMA synchronous=OFF");
        source.Connection.BackupDatabase(copy.Connection);
        copy.Execute("PRAGMA journal_mode=DELETE");
    }

    public IReadOnlyList<string> FaultsIn(string file)
    {
        using var database = SqliteFile.Open(file);
        return
        [
            .. database.Texts("PRAGMA integrity_check(5)").Where(line => line != "ok"),
            .. database.Texts("PRAGMA foreign_key_check").Select(table => "foreign key: " + table),
        ];
    }

    public bool IsSound(string file) => SqliteFile.IsSound(file);

    public void RequireWritable(string file)
    {
        using var database = SqliteFile.Open(file);
        database.Execute("BEGIN IMMEDIATE; ROLLBACK");
    }

    public IReadOnlyList<string> MigrationsIn(string file)
    {
        using var database = SqliteFile.Open(file, SqliteOpenMode.ReadOnly);
        return database.HasTable("__EFMigrationsHistory") ? database.Texts("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId") : [];
    }

    public IReadOnlyDictionary<string, long> RowsIn(string file)
    {
        using var database = SqliteFile.Open(file);
        return database.Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            .ToDictionary(table => table, table => long.Parse(database.Texts($"SELECT COUNT(*) FROM \"{table}\"")[0], CultureInfo.InvariantCulture));
    }

    public IReadOnlyList<object> ValuesIn(string file, string table, string column, string orderedBy)
    {
        using var database = SqliteFile.Open(file);
        return database.HasTable(table) ? [.. database.Rows($"SELECT \"{column}\" FROM \"{table}\" ORDER BY \"{orderedBy}\"").Select(row => row[0])] : [];
    }

    public IReadOnlyList<IReadOnlyDictionary<string, byte[]>> SamplesIn(string file, string table, IReadOnlyList<string> columns)
    {
        using var database = SqliteFile.Open(file);
        var there = columns.Intersect(database.Texts($"SELECT name FROM pragma_table_info('{table}')")).ToList();
        if (there.Count == 0)
        {
            return [];
        }

        var names = string.Join(", ", there.Select(column => $"\"{column}\""));
        return
        [
            .. ((string[])["ASC", "DESC"]).SelectMany(order => database.Rows($"SELECT {names} FROM \"{table}\" ORDER BY rowid {order} LIMIT 1"))
                .Select(row => there.Zip(row).Where(each => each.Second is byte[]).ToDictionary(each => each.First, each => (byte[])each.Second)),
        ];
    }

    public void Dispose() => Writers.Dispose();
}
