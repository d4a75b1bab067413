using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>A database file, read without the model: it may be of another version, or damaged.</summary>
internal sealed class SqliteFile : IStoredDatabase
{
    private SqliteFile(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    public IReadOnlyList<string> Migrations => HasTable("__EFMigrationsHistory") ? Texts("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId") : [];

    public IReadOnlyDictionary<string, long> Rows => Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        .ToDictionary(table => table, table => long.Parse(Texts($"SELECT COUNT(*) FROM \"{table}\"")[0], CultureInfo.InvariantCulture));

    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteFile Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        if (Directory.Exists(path))
        {
            // For a folder, SQLite in read-only mode reports an I/O error.
            throw new SqliteException("a folder lies in its place", SQLitePCL.raw.SQLITE_CANTOPEN);
        }

        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = SqliteEngine.WaitSeconds }.ToString());
        connection.Open();
        return new(connection);
    }

    /// <summary>Whether every page can be read.</summary>
    public static bool IsSound(string path)
    {
        using var database = Open(path);
        return database.Texts("PRAGMA quick_check(1)") is ["ok"];
    }

    public IReadOnlyList<string> Faults() =>
    [
        .. Texts("PRAGMA integrity_check(5)").Where(line => line != "ok"),
        .. Texts("PRAGMA foreign_key_check").Select(table => "foreign key: " + table),
    ];

    public IReadOnlyList<object> Values(string table, string column, string orderedBy) =>
        HasTable(table) ? [.. Read($"SELECT \"{column}\" FROM \"{table}\" ORDER BY \"{orderedBy}\"").Select(row => row[0])] : [];

    public IReadOnlyList<IReadOnlyDictionary<string, byte[]>> Samples(string table, IReadOnlyList<string> columns)
    {
        var there = columns.Intersect(Texts($"SELECT name FROM pragma_table_info('{table}')")).ToList();
        if (there.Count == 0)
        {
            return [];
        }

        var names = string.Join(", ", there.Select(column => $"\"{column}\""));
        return
        [
            .. ((string[])["ASC", "DESC"]).SelectMany(order => Read($"SELECT {names} FROM \"{table}\" ORDER BY rowid {order} LIMIT 1"))
                .Select(row => there.Zip(row).Where(each => each.Second is byte[]).ToDictionary(each => each.First, each => (byte[])each.Second)),
        ];
    }

    public bool HasTable(string table) => Texts($"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{table}'").Count > 0;

    /// <returns>Number of changed rows.</returns>
    public int Execute(string statement)
    {
        using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Only statements of this folder, with names of our own tables.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of every row, as text.</summary>
    public IReadOnlyList<string> Texts(string query) => [.. Read(query).Select(row => row[0].ToString() ?? "")];

    /// <summary>Every row.</summary>
    public IReadOnlyList<object[]> Read(string query)
    {
        using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Only statements of this folder, with names of our own tables.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose() => Connection.Dispose();
}
