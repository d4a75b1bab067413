using System.Globalization;
using System.Text;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Backups;

/// <summary>Writes rows as they are stored, many in a statement; inside a transaction, past the model and so past the audit of single rows.</summary>
internal static class RowWriter
{
    // Fewer than either engine takes in one statement.
    private const int MostValues = 10_000;
    private const int MostRows = 500;

    /// <summary>Writes the rows.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<long> WriteAsync(OfficeDb db, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, string onConflict = "")
    {
        var head = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ";
        var most = Math.Min(MostRows, MostValues / columns.Count);
        List<object?[]> waiting = [];
        var count = 0L;
        await foreach (var row in rows)
        {
            waiting.Add(row);
            count++;
            if (waiting.Count == most)
            {
                await WriteAsync(db, head, waiting, onConflict);
                waiting.Clear();
            }
        }

        if (waiting.Count > 0)
        {
            await WriteAsync(db, head, waiting, onConflict);
        }

        return count;
    }

    private static async Task WriteAsync(OfficeDb db, string head, List<object?[]> rows, string onConflict)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var sql = new StringBuilder(head);
        foreach (var row in rows)
        {
            sql.Append(command.Parameters.Count == 0 ? "(" : ", (");
            for (var i = 0; i < row.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
                parameter.Value = row[i] ?? DBNull.Value;
                sql.Append(i == 0 ? "" : ", ").Append(parameter.ParameterName);
                command.Parameters.Add(parameter);
            }

            sql.Append(')');
        }

#pragma warning disable CA2100 // Names of our own tables and columns.
        command.CommandText = sql.Append(onConflict).ToString();
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
