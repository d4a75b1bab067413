using Microsoft.Data.Sqlite;

namespace HealthCode.Tests.Support;

/// <summary>Makes a table temporarily unavailable.</summary>
public static class BrokenTable
{
    /// <summary>Renames the table, or renames it back.</summary>
    public static async Task RenameAwayAsync(this OfficeServer server, string table, bool back = false)
    {
        await using var database = new SqliteConnection($"Data Source={BackupCase.Database(server)};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // The table name is a constant of a test.
        command.CommandText = back ? $"ALTER TABLE \"{table}_away\" RENAME TO \"{table}\"" : $"ALTER TABLE \"{table}\" RENAME TO \"{table}_away\"";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
