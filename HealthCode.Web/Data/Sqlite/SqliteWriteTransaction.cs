using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>The only write transaction on the file. The provider begins IMMEDIATE: the lock is taken before the first read.</summary>
internal sealed class SqliteWriteTransaction : IWriteTransaction
{
    private const int PrimaryCode = 0xFF;

    private readonly SqliteWriteLock _writers;
    private readonly DatabaseFacade _database;
    private readonly IDbContextTransaction _transaction;

    private SqliteWriteTransaction(SqliteWriteLock writers, DatabaseFacade database, IDbContextTransaction transaction) =>
        (_writers, _database, _transaction) = (writers, database, transaction);

    /// <summary>Begins when it is the caller's turn and no other program holds the lock.</summary>
    /// <exception cref="SqliteException">SQLITE_BUSY: another program held the lock too long.</exception>
    public static async Task<IWriteTransaction> BeginAsync(SqliteWriteLock writers, DatabaseFacade database, CancellationToken cancellationToken)
    {
        var until = await writers.EnterAsync(cancellationToken);
        try
        {
            await database.OpenConnectionAsync(cancellationToken);
            try
            {
                while (!IsFree(HandleOf(database)))
                {
                    if (!await writers.HoldUpAsync(until, cancellationToken))
                    {
                        throw new SqliteException("database is locked", raw.SQLITE_BUSY);
                    }
                }

                return new SqliteWriteTransaction(writers, database, await database.BeginTransactionAsync(cancellationToken));
            }
            finally
            {
                await database.CloseConnectionAsync();
            }
        }
        catch
        {
            writers.Leave();
            throw;
        }
    }

    /// <summary>There is no other.</summary>
    public Task EnterAuditAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task CommitAsync()
    {
        // A request aborted after the save was written must not undo it.
        await _transaction.CommitAsync(CancellationToken.None);
        await _transaction.DisposeAsync();
    }

    /// <summary>On a full disk SQLite rolls back by itself; the provider would roll back again, and that error would hide the first one.</summary>
    public async Task RollBackAsync()
    {
        // Kept open: otherwise it would return to the pool and could be reused in between.
        await _database.OpenConnectionAsync();
        try
        {
            var handle = HandleOf(_database);
            if (!IsInTransaction(handle))
            {
                // An empty transaction for the provider to roll back; takes no lock.
                raw.sqlite3_exec(handle, "BEGIN");
            }

            await _transaction.DisposeAsync();
            if (IsInTransaction(handle))
            {
                // The provider did know.
                raw.sqlite3_exec(handle, "ROLLBACK");
            }
        }
        finally
        {
            await _database.CloseConnectionAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        _writers.Leave();
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether no other program holds the write lock. The provider would wait in steps of a second, again for every caller in the queue.</summary>
    private static bool IsFree(sqlite3 handle)
    {
        raw.sqlite3_busy_timeout(handle, 0);
        try
        {
            var result = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
            if (result == raw.SQLITE_OK)
            {
                raw.sqlite3_exec(handle, "ROLLBACK");
            }

            // Other errors are thrown by the transaction that follows.
            return (result & PrimaryCode) is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED);
        }
        finally
        {
            raw.sqlite3_busy_timeout(handle, SqliteEngine.WaitSeconds * 1000);
        }
    }

    private static sqlite3 HandleOf(DatabaseFacade database) => ((SqliteConnection)database.GetDbConnection()).Handle!;

    private static bool IsInTransaction(sqlite3 handle) => raw.sqlite3_get_autocommit(handle) == 0;
}
