using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>The one write transaction of the file. The provider begins IMMEDIATE: the lock is taken before anything is read.</summary>
internal sealed class SqliteWriteTransaction : IWriteTransaction
{
    private const int PrimaryCode = 0xFF;

    private readonly SqliteWriteLock _writers;
    private readonly DatabaseFacade _database;
    private readonly IDbContextTransaction _transaction;

    private SqliteWriteTransaction(SqliteWriteLock writers, DatabaseFacade database, IDbContextTransaction transaction) =>
        (_writers, _database, _transaction) = (writers, database, transaction);

    /// <summary>Begins when it is this caller's turn and no other program holds the file.</summary>
    /// <exception cref="SqliteException">SQLITE_BUSY: another program held it for too long.</exception>
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

    public async Task CommitAsync()
    {
        // A clerk who closes the page after the save has been written must not undo it.
        await _transaction.CommitAsync(CancellationToken.None);
        await _transaction.DisposeAsync();
    }

    /// <summary>When the disk is full the engine has rolled back by itself; the provider does not know, would roll back once more, and that failure would hide the first.</summary>
    public async Task RollBackAsync()
    {
        // Held open: closed, it would go to the pool and to somebody else in between.
        await _database.OpenConnectionAsync();
        try
        {
            var handle = HandleOf(_database);
            if (!IsInTransaction(handle))
            {
                // Something for the provider to roll back; it locks nothing.
                raw.sqlite3_exec(handle, "BEGIN");
            }

            await _transaction.DisposeAsync();
            if (IsInTransaction(handle))
            {
                // It did know.
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

    /// <summary>Whether no other program holds the file for writing. The provider itself would wait, in steps of a second, each of those in line anew.</summary>
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

            // Any other fault is told by the transaction that follows.
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
