using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace HealthCode.Web.Data.Postgres;

/// <summary>A database of a cluster, read without the model.</summary>
internal sealed class PostgresDatabase : IStoredDatabase
{
    private readonly Action? _closed;

    /// <param name="connectionString">The database.</param>
    /// <param name="closed">Called after it was closed.</param>
    /// <exception cref="NpgsqlException">It cannot be opened.</exception>
    public PostgresDatabase(string connectionString, Action? closed = null)
    {
        _closed = closed;
        Connection = new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        Connection.Open();
    }

    public NpgsqlConnection Connection { get; }

    public IReadOnlyList<string> Migrations => HasTable("__EFMigrationsHistory") ? Texts("""SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" COLLATE "C" """) : [];

    public IReadOnlyDictionary<string, long> Rows => Tables.ToDictionary(table => table, table => long.Parse(Texts($"""SELECT count(*) FROM "{table}" """)[0], CultureInfo.InvariantCulture));

    private IReadOnlyList<string> Tables => Texts("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace");

    /// <summary>Every row is read; constraints that are not valid are told.</summary>
    public IReadOnlyList<string> Faults()
    {
        try
        {
            foreach (var table in Tables)
            {
                // Reads every value, out-of-line ones too.
                Execute($"""SELECT count(row_to_json(t)::text) FROM "{table}" t""");
            }
        }
        catch (PostgresException fault) when (PostgresFaults.Of(fault) is DatabaseFault.Damaged or DatabaseFault.DiskError)
        {
            return [fault.MessageText];
        }

        return [.. Texts("SELECT conname FROM pg_constraint WHERE NOT convalidated").Select(name => "constraint: " + name)];
    }

    public IReadOnlyList<object> Values(string table, string column, string orderedBy) =>
        HasTable(table) ? [.. Read($"""SELECT "{column}" FROM "{table}" ORDER BY "{orderedBy}" """, row => row.GetValue(0))] : [];

    public IReadOnlyList<IReadOnlyDictionary<string, byte[]>> Samples(string table, IReadOnlyList<string> columns)
    {
        var there = columns.Intersect(Texts($"SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('public.\"{table}\"') AND attnum > 0 AND NOT attisdropped")).ToList();
        if (there.Count == 0)
        {
            return [];
        }

        var names = string.Join(", ", there.Select(column => $"\"{column}\""));
        var key = Texts($"""
            SELECT quote_ident(attname) FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey) WHERE indrelid = to_regclass('public."{table}"') AND indisprimary
            """);
        return
        [
            .. ((string[])["ASC", "DESC"]).SelectMany(order => Read(
                $"""SELECT {names} FROM "{table}" ORDER BY {string.Join(", ", key.Select(column => $"{column} {order}"))} LIMIT 1""",
                row => there.Select((column, i) => (column, Value: row.GetValue(i) as byte[])).Where(each => each.Value is not null).ToDictionary(each => each.column, each => each.Value!))),
        ];
    }

    /// <summary>The first column of every row, as text.</summary>
    public IReadOnlyList<string> Texts(string query) => Read(query, row => Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture) ?? "");

    public void Execute(string statement)
    {
        using var command = Command(statement);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Connection.Dispose();
        _closed?.Invoke();
    }

    private bool HasTable(string table) => Texts($"SELECT 1 WHERE to_regclass('public.\"{table}\"') IS NOT NULL").Count > 0;

    private List<T> Read<T>(string query, Func<DbDataReader, T> read)
    {
        using var command = Command(query);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private NpgsqlCommand Command(string statement)
    {
        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Only statements of this folder, with names of our own tables.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command;
    }
}
