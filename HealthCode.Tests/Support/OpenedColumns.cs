using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>Registers an SQL function that decrypts a column: <c>opened('Declarations.Content', Content)</c>.</summary>
public static class OpenedColumns
{
    /// <summary>Opens the connection and registers the function on it.</summary>
    public static async Task AddDecryptFunctionAsync(this OfficeServer server, OfficeDb db)
    {
        await db.Database.OpenConnectionAsync();
        var keys = server.Services.GetRequiredService<DataKeyStore>().Keys;
        // PostgreSQL has no functions of its client: queries that decrypt are asked of SQLite alone.
        (db.Database.GetDbConnection() as SqliteConnection)?.CreateFunction("opened", (string place, byte[]? value) => value is null ? null : keys.Decrypt(value, place));
    }
}
