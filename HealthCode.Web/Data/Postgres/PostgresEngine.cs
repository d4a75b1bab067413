using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql;

namespace HealthCode.Web.Data.Postgres;

/// <summary>PostgreSQL 15 or later: a database on a server of its own, for several servers of this program.</summary>
public sealed class PostgresEngine : IDatabaseEngine, IDisposable
{
    private static readonly string OnlyPayloadsMayBeCleared = Protected("AuditRecords", "Id") + Protected("ArchivedAuditRecords", "ChainId", "Number") +
        """
        CREATE OR REPLACE FUNCTION "ArchivedAuditChains_Protect"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '审计记录只增不改';
        END $$;
        CREATE OR REPLACE TRIGGER "ArchivedAuditChains_Changed" BEFORE UPDATE OR DELETE ON "ArchivedAuditChains" FOR EACH ROW EXECUTE FUNCTION "ArchivedAuditChains_Protect"();
        CREATE OR REPLACE TRIGGER "ArchivedAuditChains_Emptied" BEFORE TRUNCATE ON "ArchivedAuditChains" FOR EACH STATEMENT EXECUTE FUNCTION "ArchivedAuditChains_Protect"();
        ALTER TABLE "ArchivedAuditChains" ENABLE ALWAYS TRIGGER "ArchivedAuditChains_Changed";
        ALTER TABLE "ArchivedAuditChains" ENABLE ALWAYS TRIGGER "ArchivedAuditChains_Emptied";
        """;

    private readonly PostgresTurns _turns = new();
    private readonly NpgsqlConnectionStringBuilder _database;
    private readonly PostgresTools _tools;
    private readonly PostgresReplica? _replica;

    /// <param name="connectionString">As Npgsql reads it: <c>Host=…;Database=…;Username=…;Password=…</c>. Of several hosts the primary is used, whichever it is now.</param>
    /// <param name="replica">Connection string of a standby server that may be read; null if there is none.</param>
    /// <param name="mostLag">How far the standby may be behind.</param>
    public PostgresEngine(string connectionString, string? replica = null, TimeSpan mostLag = default)
    {
        _database = PostgresSettings.Of(connectionString);
        _tools = new(_database);
        _replica = string.IsNullOrWhiteSpace(replica) ? null : new(replica, ConnectionString, mostLag);
    }

    public string Name => "Postgres";

    public string Description
    {
        get
        {
            using var database = new PostgresDatabase(ConnectionString);
            return "PostgreSQL " + database.Connection.ServerVersion;
        }
    }

    public string CopiesElsewhere => "数据库的日志归档（WAL）、备用服务器、用数据库自己的工具做的备份";

    public string CopyName => "healthcode.dump";

    public string Location => $"{_database.Host}/{_database.Database}";

    public string? ReplicaLocation => _replica?.Location;

    public IReadOnlyList<string> KnownMigrations { get; } = MigrationSet.IdsIn(typeof(PostgresEngine).Assembly, "Postgres");

    public bool Exists
    {
        get
        {
            using var database = new PostgresDatabase(ConnectionString);
            return database.Migrations.Count > 0;
        }
    }

    private string ConnectionString => _database.ToString();

    public void Configure(DbContextOptionsBuilder options) => options
        .UseNpgsql(ConnectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresEngine).Assembly).SetPostgresVersion(15, 0))
        .ReplaceService<IMigrationsAssembly, MigrationSet>()
        .ReplaceService<IQuerySqlGeneratorFactory, NullsFirst>();

    /// <summary>Text is compared and sorted bytewise, as by the other engine, whatever the collation of the database is; how long it may be is a rule of its form, not of the table. Every table is
    /// indexed by office: among 300 offices, the page of one costs what it costs in a village.</summary>
    public void Configure(IMutableModel model)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
                     .Where(property => (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string)))
        {
            property.SetColumnType("text");
            property.SetCollation("C");
        }

        foreach (var entity in model.GetEntityTypes().Where(entity => entity.FindProperty("OfficeCode") is { } office
                     && !entity.GetKeys().Select(key => key.Properties).Concat(entity.GetIndexes().Select(index => index.Properties)).Any(columns => columns[0] == office)))
        {
            entity.AddIndex([entity.FindProperty("OfficeCode")!, .. entity.FindPrimaryKey()!.Properties.Where(property => property.Name != "OfficeCode")]);
        }
    }

    public async Task<IAsyncDisposable?> EnterAloneAsync(SharedWork work, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            // However long another server takes. The lock ends with the connection.
            command.CommandText = $"SET lock_timeout = 0; SELECT pg_advisory_lock({PostgresWriteTransaction.WriteLock + (int)work})";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task MigrateAsync(OfficeDb db)
    {
        // Asked about without it, EF Core would log an error.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.MigrateAsync();
        }

        await db.Database.ExecuteSqlRawAsync(PostgresState.Tables);
        PostgresJobStore.Prepare(ConnectionString);
    }

    public Task ProtectAuditRecordsAsync(OfficeDb db) => db.Database.ExecuteSqlRawAsync(OnlyPayloadsMayBeCleared);

    public async Task ContinueIdsAsync(OfficeDb db, IReadOnlyList<string> tables)
    {
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // Names of our own tables.
            await db.Database.ExecuteSqlRawAsync($"""SELECT setval(pg_get_serial_sequence('"{table}"', 'Id'), greatest((SELECT max("Id") FROM "{table}"), nextval(pg_get_serial_sequence('"{table}"', 'Id'))))""");
#pragma warning restore EF1002
        }
    }

    public Task<IWriteTransaction> BeginWriteAsync(DatabaseFacade database, string? office, CancellationToken cancellationToken) =>
        PostgresWriteTransaction.BeginAsync(_turns, database, office, cancellationToken);

    /// <summary>Rewrites every table without its dead rows. What log archives, standby servers and backups of the cluster hold stays, encrypted with keys that are destroyed.</summary>
    public async Task CompactAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        database.SetCommandTimeout(TimeSpan.FromHours(1));
        await database.ExecuteSqlRawAsync("VACUUM (FULL)", cancellationToken);
    }

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        // The first may meet a connection that was cut off when the database was restarted; all others are then dropped with it.
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync(cancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT 1";
                await command.ExecuteScalarAsync(cancellationToken);
                await (_replica?.NoteAsync(cancellationToken) ?? Task.CompletedTask);
                return true;
            }
            catch (NpgsqlException)
            {
                DropPooledConnections();
            }
        }

        return false;
    }

    public Task<TimeSpan?> ReplicaLagAsync(CancellationToken cancellationToken) => _replica?.LagAsync(cancellationToken) ?? Task.FromResult<TimeSpan?>(null);

    public void UseReplica(DatabaseFacade database) => database.SetConnectionString((_replica ?? throw new InvalidOperationException("there is no replica")).ConnectionString);

    public bool IsSound()
    {
        using var database = new PostgresDatabase(ConnectionString);
        if (database.Texts("SELECT 1 WHERE pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on'").Count > 0)
        {
            throw new PostgresException("the database is a standby server", "ERROR", "ERROR", PostgresErrorCodes.ReadOnlySqlTransaction);
        }

        return true;
    }

    public IStoredDatabase Open() => new PostgresDatabase(ConnectionString);

    public IStoredDatabase OpenCopy(string file) => _tools.OpenCopy(file);

    public DatabaseCopy Copy(string file) => _tools.Copy(file);

    public void Restore(string file) => _tools.Restore(file);

    public void Dispose()
    {
        _turns.Dispose();
        DropPooledConnections();
        _replica?.Dispose();
    }

    private static string Protected(string table, params string[] keys) =>
        $"""
        CREATE OR REPLACE FUNCTION "{table}_Protect"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                IF {string.Join(" AND ", keys.Select(key => $"NEW.\"{key}\" = OLD.\"{key}\""))} AND NEW."At" = OLD."At" AND NEW."Action" = OLD."Action"
                    AND NEW."PreviousHash" = OLD."PreviousHash" AND NEW."PayloadHash" = OLD."PayloadHash" AND NEW."Hash" = OLD."Hash"
                    AND NEW."UserName" = '' AND NEW."StaffName" = '' AND NEW."OfficeCode" IS NULL AND NEW."Workstation" = '' AND NEW."OnBehalfOf" = '' AND NEW."Subject" = '' AND NEW."Detail" = '' THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION '审计记录只增不改';
            END IF;
            RAISE EXCEPTION '审计记录只增不删';
        END $$;
        CREATE OR REPLACE TRIGGER "{table}_Changed" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_Protect"();
        CREATE OR REPLACE TRIGGER "{table}_Emptied" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION "{table}_Protect"();
        ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{table}_Changed";
        ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{table}_Emptied";

        """;

    private void DropPooledConnections()
    {
        foreach (var used in (string[])[ConnectionString, PostgresSettings.OfState(ConnectionString)])
        {
            using var pool = new NpgsqlConnection(used);
            NpgsqlConnection.ClearPool(pool);
        }
    }
}
