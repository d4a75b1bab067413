using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Data.Postgres;

/// <summary>The only write transaction on the database, of all its servers: the next number of a series, the one live card of a person and the chain of the audit are read and written under one lock.</summary>
internal sealed class PostgresWriteTransaction : IWriteTransaction
{
    private readonly SemaphoreSlim _turns;
    private readonly IDbContextTransaction _transaction;

    private PostgresWriteTransaction(SemaphoreSlim turns, IDbContextTransaction transaction) => (_turns, _transaction) = (turns, transaction);

    /// <summary>Begins when it is the caller's turn in this server, then among the servers.</summary>
    /// <exception cref="Npgsql.PostgresException">Another server held the lock too long.</exception>
    public static async Task<IWriteTransaction> BeginAsync(SemaphoreSlim turns, string takeLock, DatabaseFacade database, CancellationToken cancellationToken)
    {
        // Waiting here holds no connection.
        await turns.WaitAsync(cancellationToken);
        try
        {
            // A statement that fails ends the transaction; a savepoint for each save would be two more journeys to the database under the lock.
            database.AutoSavepointsEnabled = false;
            var transaction = await database.BeginTransactionAsync(cancellationToken);
            try
            {
                await database.ExecuteSqlRawAsync(takeLock, cancellationToken);
                return new PostgresWriteTransaction(turns, transaction);
            }
            catch
            {
                await transaction.DisposeAsync();
                throw;
            }
        }
        catch
        {
            turns.Release();
            throw;
        }
    }

    public async Task CommitAsync()
    {
        // A request aborted after the save was written must not undo it.
        await _transaction.CommitAsync(CancellationToken.None);
        await _transaction.DisposeAsync();
    }

    public async Task RollBackAsync() => await _transaction.DisposeAsync();

    public ValueTask DisposeAsync()
    {
        _turns.Release();
        return ValueTask.CompletedTask;
    }
}
