using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Auditing;

/// <summary>审计链 — chains every audit record to its predecessor in the same transaction, and after the commit stores the new head outside the
/// database.</summary>
public sealed partial class AuditChain(AuditChainKeyStore vault, ILogger<AuditChain> log) : DbTransactionInterceptor
{
    // Head of the chain within each open transaction that appends; from then on it is the only one.
    private readonly ConditionalWeakTable<DbTransaction, AuditHead> _open = [];
    private readonly Lock _keeping = new();
    private volatile AuditHead _head = AuditHead.None;

    /// <summary>The newest committed record, of this server or another.</summary>
    public AuditHead Head => vault.Head is { } kept && kept.Number > _head.Number ? kept : _head;

    /// <summary>Key that authenticates the chain.</summary>
    public AuditKey Key => vault.Key;

    /// <summary>Chains the records of a transaction in order, once, when nobody else can append.</summary>
    public void Append(OfficeDb db, IReadOnlyList<AuditRecord> records)
    {
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var head = Newest(transaction);
        foreach (var record in records)
        {
            head = record.ChainTo(head, vault.Key);
        }

        _open.AddOrUpdate(transaction, head);
    }

    /// <summary>Drivers use one object for several transactions after each other: what one that was rolled back had reached is forgotten.</summary>
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        _open.Remove(result);
        return result;
    }

    public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        new(TransactionStarted(connection, eventData, result));

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (_open.TryGetValue(transaction, out var head))
        {
            _open.Remove(transaction);
            lock (_keeping)
            {
                // The next transaction may have been committed and come here before this one.
                if (head.Number > _head.Number)
                {
                    _head = head;
                    Keep(head);
                }
            }
        }
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    /// <summary>At start: continues the chain at its end; records a lost key or head in the audit.</summary>
    public async Task OpenAsync(OfficeDb db)
    {
        var kept = vault.Head;
        var newest = await db.AuditRecords.AsNoTracking().OrderByDescending(record => record.Id).Select(record => new { record.Id, record.Hash }).FirstOrDefaultAsync();
        // After a power cut the head file may be behind the table, but never ahead.
        var last = newest is null ? AuditHead.None : AuditHead.Of(newest.Id, newest.Hash);
        _head = kept is not null && kept.Number >= last.Number ? kept : last;
        Keep(_head);
        if (last.Number > 0 && vault.IsNew)
        {
            await NoteAsync(db, "审计密钥", "密钥不见了，已换新的，以前的记录不能再校验");
        }
        else if (last.Number > 0 && kept is null)
        {
            await NoteAsync(db, "审计链头", "链头文件不见了或被改动，从库里最后一条接着记");
        }
    }

    /// <summary>The most advanced of memory, head file and table: another process may have written, or this one just started; if the table was
    /// truncated, the gap must remain visible.</summary>
    private AuditHead Newest(DbTransaction transaction)
    {
        var known = Head;
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """SELECT "Id", "Hash" FROM "AuditRecords" ORDER BY "Id" DESC LIMIT 1""";
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetInt64(0) > known.Number ? AuditHead.Of(reader.GetInt64(0), reader.GetValue(1) as byte[]) : known;
    }

    private static async Task NoteAsync(OfficeDb db, string subject, string detail)
    {
        db.Audit("审计链", subject, detail, SystemUser.Program);
        await db.SaveChangesAsync();
    }

    /// <summary>Stores the head; a failure is only logged, because the transaction is already committed and the next write repairs it.</summary>
    private void Keep(AuditHead head)
    {
        try
        {
            vault.SaveHead(head);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotKept(head.Number.ToString(CultureInfo.InvariantCulture), fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "审计链头 {Number} 没有写进文件")]
    private partial void LogNotKept(string number, Exception fault);
}
