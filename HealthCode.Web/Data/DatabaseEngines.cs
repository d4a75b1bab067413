using HealthCode.Web.Data.Postgres;
using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Data;

/// <summary>The only place that names a concrete engine.</summary>
public static class DatabaseEngines
{
    /// <summary>Setting and environment variable with the connection string of a PostgreSQL database; without it the database is a file in the data folder.</summary>
    public const string Setting = "HEALTHCODE_DATABASE";

    /// <summary>The engine of a data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="connectionString">The value of <see cref="Setting"/>.</param>
    /// <exception cref="CannotStartException">It is not a connection string.</exception>
    public static IDatabaseEngine For(DataFolder folder, string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return new SqliteEngine(folder);
        }

        try
        {
            return new PostgresEngine(connectionString);
        }
        catch (ArgumentException fault)
        {
            throw new CannotStartException(
                $"{Setting} 写得不对，应当像 Host=数据库的机器;Database=healthcode;Username=healthcode;Password=口令 这样。",
                $"{Setting} is not a connection string of PostgreSQL.",
                fault);
        }
    }

    /// <summary>The storage of background jobs beside it.</summary>
    public static IJobStore JobsFor(DataFolder folder, string? connectionString) =>
        string.IsNullOrWhiteSpace(connectionString) ? new SqliteJobStore(folder) : new PostgresJobStore(connectionString);

    /// <summary>What the servers of the database share for a while.</summary>
    public static ISharedState StateFor(string? connectionString, IServiceProvider services) => string.IsNullOrWhiteSpace(connectionString)
        ? new MemoryState(services.GetRequiredService<TimeProvider>())
        : new PostgresState(connectionString, services.GetRequiredService<DataKeyStore>());

    /// <summary>The fault an engine exception stands for, or null.</summary>
    public static DatabaseFault? FaultOf(Exception exception) => SqliteFaults.Of(exception) ?? PostgresFaults.Of(exception);
}
