using System.Data.Common;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Auditing;

/// <summary>审计校验 — goes along the whole chain as it lies in the file, and writes down what it found.</summary>
public sealed class AuditCheck(OfficeDb db, AuditChain chain)
{
    /// <summary>The office's word for it.</summary>
    public const string Word = "校验审计";

    /// <summary>More are counted, not told: whoever reads ten knows enough.</summary>
    public const int MostTold = 10;

    private const string Lines =
        """
        SELECT "Id", "At", "Action", "UserName", "StaffName", "OfficeCode", "Workstation", "OnBehalfOf", "Subject", "Detail", "PreviousHash", "PayloadHash", "Hash"
        FROM "AuditRecords" ORDER BY "Id"
        """;

    /// <summary>Checks, and writes the result down as a record of its own.</summary>
    public async Task<AuditChainReport> CheckAsync(CancellationToken cancellationToken = default)
    {
        var verdict = await WalkAsync(cancellationToken);
        db.Audit(Word, "审计记录", verdict.Sentence);
        await db.SaveChangesAsync(cancellationToken);
        return verdict;
    }

    /// <summary>Goes along the chain; nothing is written.</summary>
    public async Task<AuditChainReport> WalkAsync(CancellationToken cancellationToken = default)
    {
        // Remembered first: what is written meanwhile is behind it, never before it.
        var walk = new AuditWalk(chain.Key, chain.Head);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // One statement sees one state of the file, however long it takes.
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = Lines;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                walk.Step(Line(reader));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return new(walk.Count, walk.Finish());
    }

    /// <summary>As text, whatever somebody has put there.</summary>
    private static AuditLine Line(DbDataReader line) => new(
        line.GetInt64(0), line.GetString(1), line.GetString(2),
        new(line.GetString(3), line.GetString(4), line.IsDBNull(5) ? null : line.GetString(5), line.GetString(6), line.GetString(7), line.GetString(8), line.GetString(9)),
        Bytes(line, 10), Bytes(line, 11), Bytes(line, 12));

    private static byte[] Bytes(DbDataReader line, int column) => line.GetValue(column) as byte[] ?? [];
}
