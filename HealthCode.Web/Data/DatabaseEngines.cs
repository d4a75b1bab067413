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

    /// <summary>Setting and environment variable with the connection string of a standby server of that database, from which reports are read; unset, they are read from the database itself.</summary>
    public const string ReadSetting = "HEALTHCODE_DATABASE_READ";

    /// <summary>Setting: how many seconds what a report is read from may be behind the database.</summary>
    public const string ReadLagSetting = "HEALTHCODE_DATABASE_READ_LAG";

    private const int UsualLagSeconds = 60;

    /// <summary>The engine of a data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="connectionString">The value of <see cref="Setting"/>.</param>
    /// <param name="replica">The value of <see cref="ReadSetting"/>.</param>
    /// <param name="mostLag">The value of <see cref="ReadLagSetting"/>.</param>
    /// <exception cref="CannotStartException">One is not a connection string, or there is a copy of nothing.</exception>
    public static IDatabaseEngine For(DataFolder folder, string? connectionString, string? replica = null, int? mostLag = null)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return string.IsNullOrWhiteSpace(replica)
                ? new SqliteEngine(folder)
                : throw new CannotStartException($"设了 {ReadSetting}，没有设 {Setting}：一台电脑的数据库没有副本。请补上 {Setting}，或者去掉 {ReadSetting}。", $"{ReadSetting} is set, but {Setting} is not.");
        }

        try
        {
            return new PostgresEngine(connectionString, replica, TimeSpan.FromSeconds(mostLag ?? UsualLagSeconds));
        }
        catch (ArgumentException fault)
        {
            throw new CannotStartException(
                $"{Setting}{(string.IsNullOrWhiteSpace(replica) ? "" : " 或者 " + ReadSetting)} 写得不对，应当像 Host=数据库的机器;Database=healthcode;Username=healthcode;Password=口令 这样。",
                $"{Setting}{(string.IsNullOrWhiteSpace(replica) ? "" : " or " + ReadSetting)} is not a connection string of PostgreSQL.",
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
