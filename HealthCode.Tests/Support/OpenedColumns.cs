using System.Text.RegularExpressions;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HealthCode.Tests.Support;

/// <summary>Lets the SQL of a test decrypt a column: <c>opened('Declarations.Content', Content)</c>.</summary>
public static partial class OpenedColumns
{
    /// <summary>Opens the connection, makes <c>opened</c> known to it, and returns the statement for the engine that is used.</summary>
    public static async Task<string> PrepareAsync(this OfficeServer server, OfficeDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        var keys = server.Services.GetRequiredService<DataKeyStore>().Keys;
        if (db.Database.GetDbConnection() is SqliteConnection file)
        {
            file.CreateFunction("opened", (string place, byte[]? value) => value is null ? null : keys.Decrypt(value, place));
            return sql;
        }

        // PostgreSQL has no functions of its client: the columns that the statement opens are decrypted beforehand into a table of this connection.
        foreach (var (table, column) in Opened().Matches(sql).Select(match => (match.Groups["table"].Value, match.Groups["column"].Value)).Distinct())
        {
            await AddDecryptedAsync((NpgsqlConnection)db.Database.GetDbConnection(), keys, table, column);
        }

        return TestDatabase.Sql(sql).Replace("opened('", "pg_temp.opened('", StringComparison.Ordinal);
    }

    private static async Task AddDecryptedAsync(NpgsqlConnection connection, DataKeys keys, string table, string column)
    {
        var place = $"{table}.{column}";
#pragma warning disable CA2100 // Names written in a test.
        await using var read = new NpgsqlCommand($"SELECT DISTINCT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL", connection);
#pragma warning restore CA2100
        List<byte[]> values = [];
        await using (var rows = await read.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                values.Add(rows.GetFieldValue<byte[]>(0));
            }
        }

        await using var add = new NpgsqlCommand(
            """
            CREATE TEMP TABLE IF NOT EXISTS opened_values (place text, hash bytea, content text, PRIMARY KEY (place, hash));
            CREATE OR REPLACE FUNCTION pg_temp.opened(text, bytea) RETURNS text LANGUAGE sql AS 'SELECT content FROM pg_temp.opened_values WHERE place = $1 AND hash = sha256($2)';
            """,
            connection);
        await add.ExecuteNonQueryAsync();
        await using var insert = new NpgsqlCommand("INSERT INTO pg_temp.opened_values SELECT $1, sha256(value), content FROM unnest($2, $3) AS pairs(value, content) ON CONFLICT DO NOTHING", connection)
        {
            Parameters = { new() { Value = place }, new() { Value = values.ToArray() }, new() { Value = values.ConvertAll(value => keys.Decrypt(value, place)).ToArray() } },
        };
        await insert.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"opened\('(?<table>\w+)\.(?<column>\w+)'")]
    private static partial Regex Opened();
}
