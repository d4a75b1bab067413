using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace HealthCode.Web.Data.Postgres;

/// <summary>A schema of its own in the database; all servers take jobs from it.</summary>
/// <param name="connectionString">The office's database.</param>
public sealed class PostgresJobStore(string connectionString) : IJobStore
{
    private const string Schema = "hangfire";
    private const string Finished = "statename IN ('Succeeded', 'Deleted', 'Failed')";

    // A server that works on a job says so again and again; after this time of silence another one takes the job.
    private static readonly TimeSpan InvisibilityTimeout = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly string _connectionString = PostgresSettings.Hosts(connectionString);

    public JobStorage Open(bool runsByItself) => new PostgreSqlStorage(new NpgsqlConnectionFactory(_connectionString, Options()), Options());

    /// <summary>None: other servers may be at work; they notice by themselves.</summary>
    public IReadOnlyList<string> Abandoned(JobStorage storage) => [];

    public int DeleteFinished()
    {
        using var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // What belongs to a job goes with it, by the foreign keys.
        command.CommandText = $"DELETE FROM {Schema}.job WHERE {Finished}";
        return command.ExecuteNonQuery();
    }

    /// <summary>Creates the library's tables, or brings them to its version.</summary>
    public static void Prepare(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        PostgreSqlObjectsInstaller.Install(connection, Schema);
    }

    private static PostgreSqlStorageOptions Options() => new()
    {
        SchemaName = Schema,
        QueuePollInterval = PollInterval,
        InvisibilityTimeout = InvisibilityTimeout,
        UseSlidingInvisibilityTimeout = true,
        // By one server, during the start: of two that do it at once, one fails.
        PrepareSchemaIfNecessary = false,
    };
}
