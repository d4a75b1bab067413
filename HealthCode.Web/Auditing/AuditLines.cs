using System.Data.Common;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Auditing;

/// <summary>Reads the records of a chain as stored, past the model: a manipulated row may contain anything.</summary>
internal static class AuditLines
{
    private const string Columns = """ "At", "Action", "UserName", "StaffName", "OfficeCode", "Workstation", "OnBehalfOf", "Subject", "Detail", "PreviousHash", "PayloadHash", "Hash" """;

    private const string Own = $"""SELECT "Id", {Columns} FROM "AuditRecords" ORDER BY "Id" """;

    private const string Archived = $"""SELECT "Number", {Columns} FROM "ArchivedAuditRecords" WHERE "ChainId" = @chain ORDER BY "Number" """;

    /// <summary>The records in their order. A single statement reads a consistent snapshot, however long it takes.</summary>
    /// <param name="db">The database.</param>
    /// <param name="chain">An archived chain; null for the database's own.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    public static async IAsyncEnumerable<AuditLine> ReadAsync(OfficeDb db, int? chain, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = Own;
            if (chain is { } id)
            {
                command.CommandText = Archived;
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ("@chain", id);
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                yield return Line(reader);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static AuditLine Line(DbDataReader line) => new(
        line.GetInt64(0), line.GetString(1), line.GetString(2),
        new(line.GetString(3), line.GetString(4), line.IsDBNull(5) ? null : line.GetString(5), line.GetString(6), line.GetString(7), line.GetString(8), line.GetString(9)),
        Bytes(line, 10), Bytes(line, 11), Bytes(line, 12));

    private static byte[] Bytes(DbDataReader line, int column) => line.GetValue(column) as byte[] ?? [];
}
