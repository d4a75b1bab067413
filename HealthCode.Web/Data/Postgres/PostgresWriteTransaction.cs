using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Data.Postgres;

/// <summary>
/// A write transaction, among all servers of the database. As a rule it is the only one: the next number of a series, the one live card of a person and the chain of the audit are read and written
/// under one lock. One of a single office keeps out the other writers of that office and those of the whole; beside the other offices it runs until it comes to the audit.
/// </summary>
internal sealed class PostgresWriteTransaction : IWriteTransaction
{
    /// <summary>Number of the advisory lock; arbitrary, and the same in every version. Those of shared work follow it; those of offices are their codes, which have two digits more.</summary>
    public const long WriteLock = 6_315_202_000;

    /// <summary>Held, shared, as long as a restored copy of the database is in use; before <see cref="WriteLock"/>, where no other number lies.</summary>
    public const long CopyLock = WriteLock - 2;

    private const long AuditLock = -WriteLock;

    private readonly IDisposable _turn;
    private readonly DatabaseFacade _database;
    private readonly IDbContextTransaction _transaction;
    private readonly bool _isAlone;

    private PostgresWriteTransaction(IDisposable turn, DatabaseFacade database, IDbContextTransaction transaction, bool isAlone) =>
        (_turn, _database, _transaction, _isAlone) = (turn, database, transaction, isAlone);

    /// <summary>Begins when it is the caller's turn in this server, then among the servers.</summary>
    /// <exception cref="Npgsql.PostgresException">Another server held the lock too long.</exception>
    public static async Task<IWriteTransaction> BeginAsync(PostgresTurns turns, DatabaseFacade database, string? office, CancellationToken cancellationToken)
    {
        var turn = await turns.EnterAsync(office, cancellationToken);
        try
        {
            // A statement that fails ends the transaction; a savepoint for each save would be two more journeys to the database under the lock.
            database.AutoSavepointsEnabled = false;
            var transaction = await database.BeginTransactionAsync(cancellationToken);
            try
            {
                await (office is null
                    ? database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriteLock})", cancellationToken)
                    : database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({WriteLock}), pg_advisory_xact_lock({long.Parse(office, CultureInfo.InvariantCulture)})", cancellationToken));
                return new PostgresWriteTransaction(turn, database, transaction, office is null);
            }
            catch
            {
                await transaction.DisposeAsync();
                throw;
            }
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public Task EnterAuditAsync(CancellationToken cancellationToken) =>
        _isAlone ? Task.CompletedTask : _database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AuditLock})", cancellationToken);

    public async Task CommitAsync()
    {
        // A request aborted after the save was written must not undo it.
        await _transaction.CommitAsync(CancellationToken.None);
        await _transaction.DisposeAsync();
    }

    public async Task RollBackAsync() => await _transaction.DisposeAsync();

    public ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }
}
