using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>What the file itself says, past the model.</summary>
public static class RawRows
{
    /// <summary>The first column of every row.</summary>
    public static Task<List<T>> RawAsync<T>(this OfficeServer server, string sql) => server.InDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        List<T> values = [];
        while (await rows.ReadAsync())
        {
            values.Add(rows.GetFieldValue<T>(0));
        }

        return values;
    });
}
