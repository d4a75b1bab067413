using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>Sets pragmas on every connection: durability at a power cut, foreign keys, busy timeout.</summary>
public sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    /// <summary>Size limit of the WAL once it has no readers: twice its usual size. It may exceed this while another program reads.</summary>
    public const long LongestLog = 32 * 1024 * 1024;

    // WAL itself is a property of the file and set once at start; the rest belongs to the connection.
    private static readonly string Pragmas = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout={SqliteEngine.WaitSeconds * 1000}; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;
        PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit={LongestLog};
        """);

    /// <summary>Pooled connections keep their pragmas.</summary>
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
