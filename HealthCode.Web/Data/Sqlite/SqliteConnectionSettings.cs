using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>Sets every connection: no save is lost in a power cut, references hold, and a second program waits instead of failing.</summary>
public sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    /// <summary>Bytes the log of the database may keep once nobody reads in it any more: twice what it usually grows to. While another program reads, it grows past it.</summary>
    public const long LongestLog = 32 * 1024 * 1024;

    // WAL itself is a property of the file and set once at start; the rest belongs to the connection.
    private static readonly string Pragmas = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout={SqliteEngine.WaitSeconds * 1000}; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;
        PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit={LongestLog};
        """);

    /// <summary>Connections come out of a pool and keep what was set.</summary>
    private static readonly ConditionalWeakTable<sqlite3, object> Configured = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!Configured.TryAdd(((SqliteConnection)connection).Handle!, Pragmas))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
