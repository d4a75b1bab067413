using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Data;

/// <summary>The rows of a query as they are stored: what is encrypted stays so, for whoever decrypts elsewhere than in the reading.</summary>
internal static class StoredRows
{
    /// <summary>Reads them one by one, while the connection stays open.</summary>
    /// <param name="db">Where.</param>
    /// <param name="query">Of this context.</param>
    /// <param name="read">Takes the columns in the order of the projection.</param>
    public static async IAsyncEnumerable<T> AsStoredAsync<T>(this OfficeDb db, IQueryable query, Func<DbDataReader, T> read)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = query.CreateDbCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                yield return read(rows);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Decrypts a value that was read past the model.</summary>
    public static T Read<T>(this OfficeDb db, byte[] value, string place, JsonSerializerOptions? only = null) => ContentJson.Read<T>(db.Keys.DecryptUtf8(value, place), only);
}
