using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace HealthCode.Web.Data;

/// <summary>What every connection is told: no save is lost in a power cut, references hold, and a second program waits instead of failing.</summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    /// <summary>How long a save waits for another program that holds the database, before it says so.</summary>
    public const int WaitSeconds = 5;

    /// <summary>How long the log of the database may stay once nobody reads in it any more: twice what it usually grows to. While another program reads, it grows past it.</summary>
    public const long LongestLog = 32 * 1024 * 1024;

    // WAL itself is a property of the file and set once at start; the rest belongs to the connection.
    private static readonly string Pragmas = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout={WaitSeconds * 1000}; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;
        PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit={LongestLog};
        """);

    private const int PrimaryCode = 0xFF;

    /// <summary>Connections come out of a pool and keep what they were told.</summary>
    private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!Told.TryAdd(((SqliteConnection)connection).Handle!, Pragmas))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>Whether no other program holds the file for writing. The provider itself would wait, in steps of a second, each of those in line anew.</summary>
    public static bool IsFree(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        raw.sqlite3_busy_timeout(handle, 0);
        try
        {
            var result = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
            if (result == raw.SQLITE_OK)
            {
                raw.sqlite3_exec(handle, "ROLLBACK");
            }

            // Any other fault is told by the transaction that follows.
            return (result & PrimaryCode) is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED);
        }
        finally
        {
            raw.sqlite3_busy_timeout(handle, WaitSeconds * 1000);
        }
    }

    /// <summary>Gives up a transaction that failed. When the disk is full the engine has rolled back by itself; the provider does not know, would roll back once more, and that failure would hide the first.</summary>
    public static async Task AbandonAsync(DatabaseFacade database, IDbContextTransaction transaction)
    {
        // Held open: closed, it would go to the pool and to somebody else in between.
        await database.OpenConnectionAsync();
        try
        {
            var handle = ((SqliteConnection)database.GetDbConnection()).Handle!;
            if (!IsInTransaction(handle))
            {
                // Something for the provider to roll back; it locks nothing.
                raw.sqlite3_exec(handle, "BEGIN");
            }

            await transaction.DisposeAsync();
            if (IsInTransaction(handle))
            {
                // It did know.
                raw.sqlite3_exec(handle, "ROLLBACK");
            }
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    private static bool IsInTransaction(sqlite3 handle) => raw.sqlite3_get_autocommit(handle) == 0;
}
