using System.Data;
using System.Data.Common;

namespace HealthCode.Tests.Support;

/// <summary>Lists the columns of a table except its key.</summary>
public static class TableColumns
{
    public static async Task<IReadOnlyList<string>> ColumnsAsync(this DbConnection connection, string table)
    {
        if (connection.State != ConnectionState.Open)
        {
            await connection.OpenAsync();
        }

        await using var command = connection.CreateCommand();
        command.CommandText = TestDatabase.ColumnsOf(table);
        await using var rows = await command.ExecuteReaderAsync();
        List<string> names = [];
        while (await rows.ReadAsync())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
