using Npgsql;

namespace HealthCode.Web.Data.Postgres;

/// <summary>PostgreSQL's error codes (SQLSTATE).</summary>
internal static class PostgresFaults
{
    private const string ConnectionExceptions = "08";
    private const string IdleInTransactionTimeout = "25P03";
    private const string NoHost = "No suitable host was found.";

    /// <summary>The fault, or null if it is not an error of PostgreSQL or caused by a bug.</summary>
    public static DatabaseFault? Of(Exception exception) => exception switch
    {
        PostgresException fault => Of(fault.SqlState),
        NpgsqlException { InnerException: TimeoutException } => DatabaseFault.Busy,
        // The connection was refused or cut off.
        NpgsqlException { IsTransient: true } => DatabaseFault.Unreachable,
        // Of several hosts none answers, or none is the primary yet: the driver has no other sign of it.
        NpgsqlException { InnerException: AggregateException } => DatabaseFault.Unreachable,
        NpgsqlException { InnerException: null, Message: NoHost } => DatabaseFault.Unreachable,
        _ => null,
    };

    private static DatabaseFault? Of(string code) => code switch
    {
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => DatabaseFault.Damaged,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or IdleInTransactionTimeout => DatabaseFault.Busy,
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFault.ReadOnly,
        PostgresErrorCodes.DiskFull => DatabaseFault.DiskFull,
        PostgresErrorCodes.IoError => DatabaseFault.DiskError,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName => DatabaseFault.Unreachable,
        _ when code.StartsWith(ConnectionExceptions, StringComparison.Ordinal) => DatabaseFault.Unreachable,
        _ => null,
    };
}
