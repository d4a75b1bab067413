using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace HealthCode.Web.Data.Postgres;

/// <summary>A standby server that may be read in place of the primary while it follows closely. The primary is asked again and again how far its log has come; what a standby shows is as old as the newest
/// of these answers that it has replayed. So no clock of another machine counts, and a primary at rest makes nothing look old.</summary>
/// <param name="connectionString">The standby, in Npgsql's way.</param>
/// <param name="primary">Connection string of the primary.</param>
/// <param name="mostLag">How far it may be behind.</param>
internal sealed class PostgresReplica(string connectionString, string primary, TimeSpan mostLag) : IDisposable
{
    // A standby that did not answer is not asked again at once: each time a user would wait for the network.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Queue<(long At, NpgsqlLogSequenceNumber End)> _log = new();
    private long? _silentSince;

    public string ConnectionString { get; } = PostgresSettings.Of(connectionString, wanted: "standby").ToString();

    /// <summary>Host and database, without a password.</summary>
    public string Location { get; } = LocationOf(new(connectionString));

    /// <summary>Notes how far the log of the primary has come.</summary>
    /// <exception cref="NpgsqlException">The primary does not answer.</exception>
    public async Task NoteAsync(CancellationToken cancellationToken)
    {
        // Before the question: what was committed by then is in the answer.
        var at = Stopwatch.GetTimestamp();
        if (await AskAsync(primary, "SELECT pg_current_wal_lsn()", cancellationToken) is { } end)
        {
            lock (_gate)
            {
                _log.Enqueue((at, end));
                while (_log.TryPeek(out var oldest) && Stopwatch.GetElapsedTime(oldest.At) > mostLag)
                {
                    _log.Dequeue();
                }
            }
        }
    }

    /// <summary>How old at most what it shows is; null if it does not answer, is no standby any more, or is too far behind.</summary>
    public async Task<TimeSpan?> LagAsync(CancellationToken cancellationToken)
    {
        if (_silentSince is { } silent && Stopwatch.GetElapsedTime(silent) < Rest)
        {
            return null;
        }

        await NoteAsync(cancellationToken);
        try
        {
            var replayed = await AskAsync(ConnectionString, "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() END", cancellationToken);
            _silentSince = null;
            lock (_gate)
            {
                var lags = _log.Where(note => note.End <= replayed).Select(note => Stopwatch.GetElapsedTime(note.At)).ToList();
                return lags.Count > 0 && lags.Min() is var lag && lag <= mostLag ? lag : null;
            }
        }
        catch (NpgsqlException)
        {
            _silentSince = Stopwatch.GetTimestamp();
            DropPooledConnections();
            return null;
        }
    }

    public void Dispose() => DropPooledConnections();

    private static string LocationOf(NpgsqlConnectionStringBuilder database) => $"{database.Host}/{database.Database}";

    private static async Task<NpgsqlLogSequenceNumber?> AskAsync(string server, string question, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The two questions above.
        command.CommandText = question;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken) as NpgsqlLogSequenceNumber?;
    }

    private void DropPooledConnections()
    {
        using var pool = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(pool);
    }
}
