using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Data;

/// <summary>Query rows with encrypted values left encrypted, so that they can be decrypted on another thread than the reader's.</summary>
internal static class StoredRows
{
    /// <summary>Streams the rows; the connection stays open meanwhile.</summary>
    /// <param name="db">The database.</param>
    /// <param name="query">A query of this context.</param>
    /// <param name="read">Maps a row; columns in the order of the projection.</param>
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

    /// <summary>Decrypts a value read without the model.</summary>
    public static T Read<T>(this OfficeDb db, byte[] value, string place, JsonSerializerOptions? only = null) => ContentJson.Read<T>(db.Keys.DecryptUtf8(value, place), only);
}
