using System.Data.Common;
using System.Text.RegularExpressions;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HealthCode.Tests.Support;

/// <summary>The engine under the test servers: SQLite, or a private PostgreSQL cluster if <c>HEALTHCODE_TEST_DATABASE=postgres</c>. Each server has a database of its own, named after its folder.</summary>
public static partial class TestDatabase
{
    private static readonly Lazy<PostgresCluster> Cluster = new(() =>
    {
        var cluster = PostgresCluster.Create();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        return cluster;
    });

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("HEALTHCODE_TEST_DATABASE") == "postgres";

    /// <summary>The value of HEALTHCODE_DATABASE for a server over this folder; null for SQLite.</summary>
    public static string? ConnectionString(string folder) => IsPostgres ? Cluster.Value.ConnectionString(NameOf(folder)) + ";Maximum Pool Size=20" : null;

    /// <summary>An empty database for a new folder.</summary>
    public static void Create(string folder)
    {
        if (IsPostgres && !Cluster.Value.Has(NameOf(folder)))
        {
            Cluster.Value.Execute($"""CREATE DATABASE "{NameOf(folder)}" """);
        }
    }

    /// <summary>Copies the database of a folder whose server is at rest to one that has none.</summary>
    public static void Copy(string from, string to)
    {
        if (IsPostgres)
        {
            // A template may have no connections.
            Cluster.Value.Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(from)}'");
            Cluster.Value.Execute($"""CREATE DATABASE "{NameOf(to)}" TEMPLATE "{NameOf(from)}" """);
            return;
        }

        using var source = new SqliteConnection($"Data Source={new DataFolder(from).Database}");
        using var copy = new SqliteConnection($"Data Source={new DataFolder(to).Database};Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }

    /// <summary>Closes the pooled connections of a server that has ended: they would keep a file open that others delete.</summary>
    public static void CloseConnections(string folder)
    {
        if (ConnectionString(folder) is { } postgres)
        {
            using var pool = new NpgsqlConnection(postgres);
            NpgsqlConnection.ClearPool(pool);
            return;
        }

        using var file = new SqliteConnection($"Data Source={new DataFolder(folder).Database}");
        SqliteConnection.ClearPool(file);
    }

    /// <summary>Runs statements past the program, as somebody with another program would. Names are written without quotes.</summary>
    /// <param name="server">The server whose database it is.</param>
    /// <param name="sql">Statements in SQLite's way.</param>
    /// <param name="guarded">Whether the triggers that protect the audit stay.</param>
    public static void Tamper(this OfficeServer server, string sql, bool guarded = true)
    {
        using DbConnection connection = ConnectionString(server.Folder) is { } postgres
            ? new NpgsqlConnection(postgres + ";Pooling=False")
            : new SqliteConnection($"Data Source={new DataFolder(server.Folder).Database};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        var guards = guarded ? "" : IsPostgres ? "ALTER TABLE AuditRecords DISABLE TRIGGER ALL;" : "DROP TRIGGER AuditRecords_Changed; DROP TRIGGER AuditRecords_Removed; DROP TRIGGER AuditRecords_Replaced;";
#pragma warning disable CA2100 // The SQL is written in a test.
        command.CommandText = Sql(guards + sql);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>A statement of a test, written in SQLite's way and without quotes, for the engine that is used.</summary>
    public static string Sql(string sql)
    {
        if (!IsPostgres)
        {
            return sql;
        }

        var quoted = Quoted().Replace(sql, "\"$1\"").Replace("zeroblob(32)", "decode(repeat('00', 32), 'hex')", StringComparison.Ordinal);
        return Hex().Replace(Blob().Replace(quoted, @"'\x$1'::bytea"), "upper(encode($1, 'hex'))");
    }

    /// <summary>A query for the names of all tables of the program.</summary>
    public static string Tables => IsPostgres ? "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'" : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

    /// <summary>A query for the names of a table's columns except its key.</summary>
    public static string ColumnsOf(string table) => IsPostgres
        ? $"""SELECT attname::text AS "Value" FROM pg_attribute WHERE attrelid = '"{table}"'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'Id' ORDER BY attnum"""
        : $"""SELECT "name" AS "Value" FROM pragma_table_info('{table}') WHERE "name" <> 'Id'""";

    /// <summary>A query for the names of a table's indexes.</summary>
    public static string IndexesOf(string table) => IsPostgres
        ? $"SELECT indexname::text FROM pg_indexes WHERE schemaname = 'public' AND tablename = '{table}'"
        : $"SELECT name FROM pragma_index_list('{table}')";

    [GeneratedRegex("x'([0-9A-Fa-f]*)'")]
    private static partial Regex Blob();

    [GeneratedRegex(@"\bhex\((substr\([^)]*\))\)")]
    private static partial Regex Hex();

    /// <summary>Names of tables and columns: words with a capital and small letters, outside of texts.</summary>
    [GeneratedRegex(@"(?<!['\w""])([A-Z]+[a-z]\w*)(?!['\w""])")]
    private static partial Regex Quoted();

    /// <summary>Removes a database that is not in the folder itself.</summary>
    public static void Drop(string folder)
    {
        if (IsPostgres)
        {
            Cluster.Value.Execute($"""DROP DATABASE IF EXISTS "{NameOf(folder)}" WITH (FORCE)""");
        }
    }

    private static string NameOf(string folder) => Path.GetFileName(folder);
}
