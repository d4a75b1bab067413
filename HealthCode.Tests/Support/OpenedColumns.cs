using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>Lets a test count by hand what lies closed: <c>opened('Declarations.Content', Content)</c> in its SQL.</summary>
public static class OpenedColumns
{
    /// <summary>For as long as the connection is open.</summary>
    public static async Task LetSqlOpenAsync(this OfficeServer server, OfficeDb db)
    {
        await db.Database.OpenConnectionAsync();
        var keys = server.Services.GetRequiredService<DataKeyStore>().Keys;
        ((SqliteConnection)db.Database.GetDbConnection()).CreateFunction("opened", (string place, byte[]? value) => value is null ? null : keys.Decrypt(value, place));
    }
}
