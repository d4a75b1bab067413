using Npgsql;

namespace HealthCode.Web.Data.Postgres;

/// <summary>What the program adds to a connection string of the administrator. Written the same for all that connect, so that they share one pool.</summary>
internal static class PostgresSettings
{
    /// <summary>How long a statement waits for the lock of another server before it fails.</summary>
    public const int WaitSeconds = 30;

    private const int SecondsToConnect = 5;

    // A statement takes milliseconds, and who waits for the write lock waits in the program. The driver lends connections in turn, so that each more is a further process of the database that plans every
    // statement for itself: with sixty, a search was planned anew as often as not. Three servers with their jobs stay far below 300 connections, however many offices come at once.
    private const int MostConnections = 20;
    private const int MostConnectionsOfState = 8;
    private const int MostOfTheDriver = 100;

    // The driver remembers of each host what it is; a standby that has been promoted is noticed after this time.
    private const int HostRecheckSeconds = 2;

    /// <summary>For the program's own statements.</summary>
    /// <param name="connectionString">As Npgsql reads it: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    /// <param name="wanted">Which of several hosts is meant, if it does not say so itself.</param>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Of(string connectionString, string wanted = "primary") => new(Hosts(connectionString, wanted))
    {
        ApplicationName = "HealthCode",
        // Its errors would quote rows.
        IncludeErrorDetail = false,
        // Planning the counts of a menu takes the database longer than counting; the usual five times are many on each of twenty connections.
        MaxAutoPrepare = 200,
        AutoPrepareMinUsages = 2,
        CommandTimeout = 60,
        // Nothing is set for a session, and what would be reset is asked of the server anew with every statement of a page.
        NoResetOnClose = true,
        // A server that lost its power or its network must not keep the lock. Compiling a statement takes the database longer than running one of ours.
        Options = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"-c lock_timeout={WaitSeconds}s -c jit=off -c idle_in_transaction_session_timeout=60s -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"),
    };

    /// <summary>For what servers share for a while: connections of its own, because a thread that waited there for one of the requests' would keep them from giving it back.</summary>
    public static string OfState(string connectionString)
    {
        var database = Of(connectionString);
        database.MaxPoolSize = MostConnectionsOfState;
        return database.ToString();
    }

    /// <summary>For a library that has settings of its own: only how many connections there may be, and which of several hosts is meant.</summary>
    public static string Hosts(string connectionString, string wanted = "primary")
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString) { Timeout = SecondsToConnect };
        if (database.MaxPoolSize == MostOfTheDriver)
        {
            database.MaxPoolSize = MostConnections;
        }

        if (database.Host?.Contains(',', StringComparison.Ordinal) == true)
        {
            database.TargetSessionAttributes ??= wanted;
            database.HostRecheckSeconds = HostRecheckSeconds;
        }

        return database.ToString();
    }

    /// <summary>The hosts with their ports.</summary>
    public static IReadOnlyList<(string Host, int Port)> HostsOf(NpgsqlConnectionStringBuilder database) =>
    [
        .. (database.Host ?? "").Split(',', StringSplitOptions.TrimEntries).Select(host =>
        {
            var colon = host.LastIndexOf(':');
            // An address of IPv6 has a port only after its bracket.
            return colon > 0 && (host.IndexOf(':', StringComparison.Ordinal) == colon || host[colon - 1] == ']') && int.TryParse(host.AsSpan(colon + 1), out var port) ? (host[..colon], port) : (host, database.Port);
        }),
    ];
}
