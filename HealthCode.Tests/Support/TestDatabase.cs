using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HealthCode.Tests.Support;

/// <summary>The engine under the test servers: SQLite, or a private PostgreSQL cluster if <c>HEALTHCODE_TEST_DATABASE=postgres</c>. Each server has a database of its own, named after its folder.</summary>
public static class TestDatabase
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
        if (IsPostgres)
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
