using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>Reads the database with SQL, without EF Core's model.</summary>
public static class RawRows
{
    /// <summary>Runs a statement of a test, see <see cref="TestDatabase.Sql"/>.</summary>
    public static Task<int> ExecuteAsync(this OfficeServer server, string sql) => server.InDbAsync(db => db.Database.ExecuteSqlRawAsync(TestDatabase.Sql(sql)));

    /// <summary>Returns the first column of all rows.</summary>
    public static Task<List<T>> RawAsync<T>(this OfficeServer server, string sql) => server.ReadAsync(sql, row => row.GetFieldValue<T>(0));

    /// <summary>Returns all rows as text, bytes in hexadecimal.</summary>
    public static Task<List<string>> RowsAsync(this OfficeServer server, string sql) => server.ReadAsync(
        sql, row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue).Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture))));

    /// <summary>Returns what is read of each row.</summary>
    public static Task<List<T>> ReadAsync<T>(this OfficeServer server, string sql, Func<DbDataReader, T> read) => server.InDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The SQL is written in a test.
        command.CommandText = TestDatabase.Sql(sql);
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        List<T> values = [];
        while (await rows.ReadAsync())
        {
            values.Add(read(rows));
        }

        return values;
    });
}
