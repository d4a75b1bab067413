using System.Data.Common;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Auditing;

/// <summary>审计校验 — verifies the whole chain in the database and records the result.</summary>
public sealed class AuditCheck(OfficeDb db, AuditChain chain)
{
    /// <summary>Name of the audit action.</summary>
    public const string ActionName = "校验审计";

    /// <summary>Maximum number of faults listed; more are only counted.</summary>
    public const int MostTold = 10;

    private const string Lines =
        """
        SELECT "Id", "At", "Action", "UserName", "StaffName", "OfficeCode", "Workstation", "OnBehalfOf", "Subject", "Detail", "PreviousHash", "PayloadHash", "Hash"
        FROM "AuditRecords" ORDER BY "Id"
        """;

    /// <summary>Verifies the chain and writes the result as an audit record.</summary>
    public async Task<AuditChainReport> CheckAsync(CancellationToken cancellationToken = default)
    {
        var verdict = await VerifyAsync(cancellationToken);
        db.Audit(ActionName, "审计记录", verdict.Sentence);
        await db.SaveChangesAsync(cancellationToken);
        return verdict;
    }

    /// <summary>Verifies the chain without writing.</summary>
    public async Task<AuditChainReport> VerifyAsync(CancellationToken cancellationToken = default)
    {
        // Take the head first: records written meanwhile come after it.
        var walk = new AuditWalk(chain.Key, chain.Head);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // A single statement reads a consistent snapshot, however long it takes.
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = Lines;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                walk.Process(Line(reader));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return new(walk.Count, walk.Complete());
    }

    /// <summary>Reads values as raw text, because a manipulated row may contain anything.</summary>
    private static AuditLine Line(DbDataReader line) => new(
        line.GetInt64(0), line.GetString(1), line.GetString(2),
        new(line.GetString(3), line.GetString(4), line.IsDBNull(5) ? null : line.GetString(5), line.GetString(6), line.GetString(7), line.GetString(8), line.GetString(9)),
        Bytes(line, 10), Bytes(line, 11), Bytes(line, 12));

    private static byte[] Bytes(DbDataReader line, int column) => line.GetValue(column) as byte[] ?? [];
}
